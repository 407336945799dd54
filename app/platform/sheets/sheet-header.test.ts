import { expect, test } from "vitest";
import type { Cell, SheetRow } from "./sheet";
import { findHeader } from "./sheet-header";

const known = ["Mã sản phẩm", "Tên sản phẩm", "Giá", "Số giấy chứng nhận", "Ngày cấp", "Đơn vị tính"];
const sheet = (...rows: (readonly Cell[])[]): SheetRow[] =>
  rows.map((cells, at) => ({ number: at + 1, cells })).filter(({ cells }) => cells.length > 0);
const found = (titles: string[], row: number, dataFrom: number) => ({ ok: true, value: { titles, row, dataFrom } });

test("the header is the first row of a plain table", () => {
  expect(findHeader(sheet(["Mã sản phẩm", "Giá"], ["A1", 5]), known)).toEqual(found(["Mã sản phẩm", "Giá"], 1, 2));
});

test("the header is found below a letterhead, a heading and blank rows", () => {
  const rows = sheet(
    ["UBND TỈNH GIA LAI", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [],
    ["DANH SÁCH SẢN PHẨM ĐẠT CHUẨN OCOP NĂM 2025"],
    [],
    ["TT", "Tên  sản\nphẩm", "Giá (đồng)"],
    [1, "Rượu Bàu Đá", 120_000],
  );
  expect(findHeader(rows, known)).toEqual(found(["TT", "Tên sản phẩm", "Giá (đồng)"], 5, 6));
});

test("a header over two rows with merged cells is read as one", () => {
  const rows = sheet(
    ["TT", "Tên sản phẩm", "Giấy chứng nhận", null, "Giá"],
    [null, null, "Số", "Ngày cấp"],
    [1, "Rượu", "12/QĐ", { day: "2025-01-01" }, 5],
  );
  const titles = ["TT", "Tên sản phẩm", "Giấy chứng nhận – Số", "Giấy chứng nhận – Ngày cấp", "Giá"];
  expect(findHeader(rows, known)).toEqual(found(titles, 2, 3));
});

test("a row of texts below the header is data when it makes no more of the titles", () => {
  const rows = sheet(["Mã sản phẩm", "Tên sản phẩm"], ["SP1", "Giấy dó"], ["SP2", "Nón ngựa"]);
  expect(findHeader(rows, known)).toEqual(found(["Mã sản phẩm", "Tên sản phẩm"], 1, 2));
});

test("a lower title without one above it stands alone", () => {
  const rows = sheet([null, "Tên sản phẩm", "Giá"], ["Số giấy chứng nhận", null, null, "Ngày cấp"]);
  expect(findHeader(rows, known)).toEqual(found(["Số giấy chứng nhận", "Tên sản phẩm", "Giá", "Giá – Ngày cấp"], 2, 3));
});

test.each([
  [[1, 2, 3]],
  [["(1)", "(2)", "(3)=(1)x(2)"]],
  [["A", "B", "1", "2"]],
  [["a", "b", "c"]],
  [[0, 1, 2]],
] as Cell[][][])("a row that numbers the columns is passed over: %j", (numbers) => {
  expect(findHeader(sheet(["Mã sản phẩm", "Tên sản phẩm", "Giá"], numbers, ["A", "B", 1]), known)).toEqual(
    found(["Mã sản phẩm", "Tên sản phẩm", "Giá"], 1, 3),
  );
});

test.each([[["A1", "Rượu", 3]], [[1, 2]], [[5, 6, 7]], [[1, 5, 9]]] as Cell[][][])(
  "a row of data is not taken for numbers of columns: %j",
  (data) => {
    expect(findHeader(sheet(["Mã sản phẩm", "Tên sản phẩm", "Giá"], data), known)).toEqual(
      found(["Mã sản phẩm", "Tên sản phẩm", "Giá"], 1, 2),
    );
  },
);

test("without any known title there is no header", () => {
  for (const rows of [sheet(), sheet(["x", "y"], [1, 2])])
    expect(findHeader(rows, known)).toEqual({ ok: false, code: "sheet.noHeader" });
});
