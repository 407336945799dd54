export const vi = {
  status: {
    uploaded: "Chờ chọn cột",
    mapped: "Đang kiểm tra",
    planned: "Chờ bạn bắt đầu",
    running: "Đang nhập",
    paused: "Tạm dừng",
    finished: "Đã xong",
    cancelled: "Đã huỷ",
    failed: "Không nhập được",
  },
  row: {
    create: "Sẽ tạo mới",
    update: "Sẽ cập nhật",
    skip: "Không đổi",
    refuse: "Không nhận",
    created: "Đã tạo mới",
    updated: "Đã cập nhật",
    skipped: "Không đổi",
    refused: "Không nhận",
    notDone: "Chưa nhập",
  },
  resultColumn: { outcome: "Kết quả", errors: "Lỗi" },
  ignored: { result: "Cột do cổng ghi trong tệp kết quả; không phải dữ liệu của bạn." },
  problem: {
    required: "Thiếu nội dung bắt buộc.",
    repeats: "Dòng này trùng với dòng {{row}} trong cùng tệp. Hãy giữ một dòng và xoá dòng kia.",
  },
  failure: {
    noRows: "Dưới hàng tiêu đề không có dòng dữ liệu nào.",
    notAllowed: "Bạn không còn quyền thay mặt cơ sở này nên việc nhập đã dừng.",
    undone:
      "Có dòng vừa thay đổi nên không nhận được, vì vậy không dòng nào được nhập. Xem các dòng bị từ chối bên dưới.",
    broken:
      "Cổng gặp lỗi khi nhập tệp này. Các dòng đã nhập vẫn giữ nguyên; hãy tải tệp lên lại để nhập phần còn thiếu.",
  },
  notice: {
    finished: "Đã nhập xong tệp {{file}}",
    failed: "Không nhập được tệp {{file}}",
    counts: "Tạo mới {{created}}, cập nhật {{updated}}, không đổi {{skipped}}, không nhận {{refused}} dòng.",
    failedText: "Mở trang nhập liệu để xem lý do và cách sửa.",
    action: "Xem kết quả",
  },
} as const;
