import { describe, expect, test } from "vitest";
import { columnProblems, columnsAsBefore, proposeColumns } from "./propose-columns";
import type { ImportColumn } from "./read-row";

const known = [
  { name: "name", aliases: ["Tên sản phẩm"], field: "name", reason: null },
  { name: "price", aliases: ["Giá bán"], field: "price", reason: null },
  { name: "ignored.0", aliases: ["Trạng thái"], field: null, reason: "imports:ignored.result" },
];

test("columns are taken for fields by their titles, others for ignored with the reason or for nothing, with samples", () => {
  const rows = [{ number: 2, cells: ["Nem", "registered", 5, "x"] }];
  expect(proposeColumns(["TEN SAN PHAM", "Trạng thái", "Giá bán", "Quà"], known, rows)).toEqual([
    { title: "TEN SAN PHAM", samples: ["Nem"], field: "name", reason: null },
    { title: "Trạng thái", samples: ["registered"], field: null, reason: "imports:ignored.result" },
    { title: "Giá bán", samples: ["5"], field: "price", reason: null },
    { title: "Quà", samples: ["x"], field: null, reason: null },
  ]);
});

describe("the columns of a corrected file", () => {
  const column = (title: string, field: string | null = null, reason: string | null = null): ImportColumn => ({
    title,
    samples: [],
    field,
    reason,
  });

  test("mean what those of the same title meant before, also where that was chosen by hand", () => {
    const before = [column("Hàng", "name"), column("Giá", null)];
    const proposed = [column("Giá", "price"), column("Hàng"), column("Lỗi", null, "imports:ignored.result")];
    expect(columnsAsBefore(proposed, before)).toEqual([
      column("Giá", null),
      column("Hàng", "name"),
      column("Lỗi", null, "imports:ignored.result"),
    ]);
  });

  test("must be chosen anew when one that filled a field is gone", () => {
    expect(columnsAsBefore([column("Giá", "price")], [column("Hàng", "name")])).toBeNull();
  });
});

describe("a choice of columns", () => {
  const fields = [{ name: "year", required: "always" as const }, { name: "note" }];

  test("is complete with every field at most once and the required ones there", () => {
    expect(columnProblems(["year", null, "note"], fields)).toEqual([]);
  });

  test("is told which column chooses a field again, and which required field has none", () => {
    expect(columnProblems(["note", null, "note"], fields)).toEqual([
      { column: 2, code: "columns.twice" },
      { column: null, code: "columns.missing", field: "year" },
    ]);
  });

  test("of nothing at all is one problem only", () => {
    expect(columnProblems([null, null], fields)).toEqual([{ column: null, code: "columns.none" }]);
  });
});
