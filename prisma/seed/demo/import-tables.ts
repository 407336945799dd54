const head = "Tên sản phẩm;Nhóm sản phẩm;Giá bán;Đơn vị tính;Mã vạch;Trạng thái";

/** Tables that the demo's owner uploaded: one taken in with some rows refused, one that waits for its columns. */
export const demoTables: readonly string[] = [
  [
    head,
    "Mắm nhum Vườn Mới (demo);Thực phẩm;185.000;hũ 200 g;;registered",
    "Bánh hồng Vườn Mới (demo);Mì;45.000;hộp;;registered",
    "Tré bó rơm Vườn Mới (demo);Thực phẩm;60.000;bó;;draft",
    "Muối é Vườn Mới (demo);Thực phẩm;35.000;hũ;8,93E+12;draft",
    ";Đồ uống;25.000;chai;;",
  ],
  [
    "Tên hàng;Ngành hàng;Đơn giá;Quy cách;Ghi chú nội bộ",
    "Nước mắm nhĩ thử nghiệm (demo);Thực phẩm;95.000;chai 500 ml;kho 2",
    "Mắm ruốc thử nghiệm (demo);Thực phẩm;40.000;hũ 250 g;kho 1",
  ],
].map((lines) => `${lines.join("\n")}\n`);
