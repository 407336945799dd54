import fc from "fast-check";
import { expect, test } from "vitest";
import { matchColumns } from "./sheet-columns";

const fields = [
  { name: "name", aliases: ["Tên sản phẩm", "Product name", "Tên"] },
  { name: "gtin", aliases: ["GTIN", "Mã vạch", "Mã số mã vạch"] },
  { name: "price", aliases: ["Giá bán", "Giá", "Price"] },
] as const;

test("columns are matched by their titles, with what stands in them; others stay unmatched", () => {
  const rows = [
    { number: 2, cells: ["Rượu", "x", 5, "#N/A"] },
    { number: 3, cells: ["Rượu", null, 6] },
    { number: 4, cells: ["Bún"] },
    { number: 5, cells: ["Nem"] },
    { number: 6, cells: ["Mật ong"] },
  ];
  expect(matchColumns(["TÊN SẢN PHẨM", "Ghi chú", "Giá bán (đ)", "Mã vạch"], fields, rows)).toEqual([
    { column: 0, title: "TÊN SẢN PHẨM", field: "name", score: 100, samples: ["Rượu", "Bún", "Nem"] },
    { column: 1, title: "Ghi chú", field: null, score: 0, samples: ["x"] },
    { column: 2, title: "Giá bán (đ)", field: "price", score: 95, samples: ["5", "6"] },
    { column: 3, title: "Mã vạch", field: "gtin", score: 100, samples: [] },
  ]);
});

test("of two columns for one field the surer gets it", () => {
  const matched = matchColumns(["Giá nhập kho", "Giá", "Giá"], fields);
  expect(matched.map(({ field }) => field)).toEqual([null, "price", null]);
});

test("no field is given to two columns, whatever the titles", () => {
  const title = fc.constantFrom("Tên", "Tên sản phẩm", "Giá", "Mã vạch", "Giá bán", "", "Tên giá", "GTIN mã vạch");
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      const used = matchColumns(titles, fields).flatMap(({ field }) => (field === null ? [] : [field]));
      expect(new Set(used).size).toBe(used.length);
    }),
  );
});
