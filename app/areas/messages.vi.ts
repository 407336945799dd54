export const vi = {
  kind: { phuong: "Phường {{name}}", xa: "Xã {{name}}", "thi-tran": "Thị trấn {{name}}" },
  former: { phuong: "phường {{name}}", xa: "xã {{name}}", "thi-tran": "thị trấn {{name}}" },
  label: "{{unit}} ({{district}} cũ)",
  tookIn: "Gồm {{communes}} cũ",
  tookInPart: "Gồm một phần {{communes}} cũ",
  field: {
    label: "Địa bàn",
    hint: "Gõ tên xã, phường mới hoặc cũ, có dấu hay không dấu đều được. Ví dụ: Cát Tiến, hoặc Cát Thắng, Phù Cát.",
    which: "Cơ sở nằm ở địa bàn nào?",
    whichHint: "Tên bạn gõ ứng với nhiều địa bàn. Hãy chọn một, hoặc gõ lại tên ở trên.",
  },
  area: {
    missing: "Hãy ghi tên xã hoặc phường.",
    tooLong: "Tên địa bàn quá dài.",
    unknown: "Không tìm thấy xã, phường nào trong tỉnh có tên này. Hãy kiểm tra chính tả, hoặc thử tên cũ.",
    ambiguous: "Hãy chọn đúng địa bàn trong danh sách bên dưới.",
  },
} as const;
