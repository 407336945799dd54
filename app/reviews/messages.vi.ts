export const vi = {
  change: {
    nothing: "Nội dung đề xuất giống bản đã xác nhận, nên không có gì để gửi.",
    alreadyOpen: "Đã có một đề xuất khác đang chờ. Hãy mở lại trang để sửa đề xuất đó.",
    status: {
      open: "Chờ thẩm định",
      applied: "Đã áp dụng",
      returned: "Cần sửa",
      refused: "Bị từ chối",
      withdrawn: "Đã rút lại",
    },
    reason: {
      mismatch: "Không khớp với giấy chứng nhận",
      unreadable: "Không xem được",
      incomplete: "Còn thiếu",
      misleading: "Dễ gây hiểu nhầm cho người mua",
      notCovered: "Giấy không chứng nhận nội dung này",
      other: "Lý do khác",
    },
    mail: {
      greeting: "Kính gửi {{name}},",
      open: "Xem trên cổng",
      apply: {
        subject: "Đã áp dụng đề xuất thay đổi: {{label}}",
        text: "Đề xuất thay đổi của {{label}} đã được chấp nhận. Nội dung mới hiện trên cổng từ bây giờ.",
      },
      return: {
        subject: "Cần sửa đề xuất thay đổi: {{label}}",
        text: "Đề xuất thay đổi của {{label}} cần sửa các điểm sau rồi gửi lại. Bản đã xác nhận vẫn giữ nguyên:",
      },
      refuse: {
        subject: "Không chấp nhận đề xuất thay đổi: {{label}}",
        text: "Đề xuất thay đổi của {{label}} không được chấp nhận. Bản đã xác nhận vẫn giữ nguyên. Lý do:",
      },
    },
  },
} as const;
