export const vi = {
  role: { owner: "Chủ cơ sở", officer: "Cán bộ thẩm định", leader: "Lãnh đạo", administrator: "Quản trị" },
  heldForm: "Phiên làm việc trước đã hết hạn. Nội dung bạn đã nhập được giữ lại dưới đây; tệp đính kèm cần chọn lại.",
} as const;
