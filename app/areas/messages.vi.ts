export const vi = {
  kind: { phuong: "Phường {{name}}", xa: "Xã {{name}}", "thi-tran": "Thị trấn {{name}}" },
  former: { phuong: "phường {{name}}", xa: "xã {{name}}", "thi-tran": "thị trấn {{name}}" },
  label: "{{unit}} ({{district}} cũ)",
  tookIn: "Gồm {{communes}} cũ",
  tookInPart: "Gồm một phần {{communes}} cũ",
  areas: {
    label: "Các địa bàn",
    hint: "Mỗi dòng một xã hoặc phường, ví dụ: Xã Cát Tiến. Tên trùng thì ghi thêm huyện cũ: Xã Cát Tiến (Phù Cát cũ).",
    missing: "Hãy ghi ít nhất một địa bàn.",
    tooMany: "Tối đa 30 địa bàn.",
    unread: "Chưa rõ địa bàn nào: {{names}}. Hãy ghi tên đầy đủ, thêm huyện cũ trong ngoặc.",
  },
  team: {
    invite: "Mời tổ công nghệ số cộng đồng",
    lead: "Thành viên tổ công nghệ số chỉ giúp đăng ký cơ sở trong các địa bàn này.",
    roleHint: "Chỉ dành cho vai trò tổ công nghệ số cộng đồng.",
  },
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
