import { describe, expect, test } from "vitest";
import type { Cell } from "~/platform/sheets/sheet";
import { countRows, inBatches } from "./count-rows";
import { cutBatch, doneStatus } from "./cut-batch";
import type { ImportField, Reading } from "./import-kind";
import { cellText, type ImportColumn, isBlank, readRow } from "./read-row";
import { noClaims, takeClaims } from "./row-claims";
import { isRefused, rowOutcome, undone } from "./row-outcome";

const field = (name: string, further: Partial<ImportField> = {}): ImportField => ({
  name,
  label: "products:fact.name",
  note: "products:import.note.name",
  aliases: [],
  examples: [],
  read: (cell): Reading => ({ ok: true, value: String(cell) }),
  ...further,
});
const column = (title: string, used: string | null): ImportColumn => ({
  title,
  samples: [],
  field: used,
  reason: null,
});

describe("reading a row", () => {
  const columns = [column("Tên", "name"), column("Ghi chú", null), column("Giá", "price")];

  test("takes each field from its column and leaves the others alone", () => {
    const row = { number: 7, cells: ["Nem", "bỏ", 5] as Cell[] };
    expect(readRow(row, columns, [field("name"), field("price")])).toEqual({
      number: 7,
      values: { name: "Nem", price: "5" },
      problems: [],
    });
  });

  test("leaves out what an empty cell, a missing column or a reading of nothing does not say", () => {
    const silent = field("price", { read: () => ({ ok: true, value: null }) });
    const row = { number: 1, cells: ["  ", null, "-"] as Cell[] };
    expect(readRow(row, columns, [field("name"), silent, field("gtin")]).values).toEqual({});
  });

  test("says which required field is empty, and what a cell that cannot be read held", () => {
    const bad = field("price", { read: () => ({ ok: false, code: "products:price.format", suggestion: "5" }) });
    const row = { number: 1, cells: [null, null, "năm"] as Cell[] };
    expect(readRow(row, columns, [field("name", { required: "always" }), bad]).problems).toEqual([
      { field: "name", code: "imports:problem.required" },
      { field: "price", value: "năm", code: "products:price.format", suggestion: "5" },
    ]);
  });

  test("knows a row in which nothing is written", () => {
    expect(isBlank({ number: 1, cells: [null, " "] })).toBe(true);
    expect(isBlank({ number: 1, cells: [null, 0] })).toBe(false);
  });

  test("shows a cell as people see it, long texts cut", () => {
    expect(cellText(undefined)).toBe("");
    expect(cellText({ day: "2026-03-01" })).toBe("01/03/2026");
    expect(cellText(true)).toBe("true");
    expect(cellText("a".repeat(500))).toHaveLength(201);
  });
});

describe("rows that repeat one another", () => {
  const row = (number: number, claims: string[], touches: string[] = []) => ({ number, claims, touches });

  test("a later row that claims the same is told the number of the first", () => {
    const claims = noClaims();
    expect(takeClaims(claims, row(2, ["gtin:1"]))).toBeNull();
    expect(takeClaims(claims, row(5, ["gtin:1"]))).toBe(2);
  });

  test("two may touch the same name, but nobody may then claim it, nor touch what is claimed", () => {
    const claims = noClaims();
    expect(takeClaims(claims, row(2, ["gtin:1"], ["name:nem"]))).toBeNull();
    expect(takeClaims(claims, row(3, ["gtin:2"], ["name:nem"]))).toBeNull();
    expect(takeClaims(claims, row(4, ["name:nem"]))).toBe(2);
    expect(takeClaims(claims, row(5, ["name:tre"]))).toBeNull();
    expect(takeClaims(claims, row(6, ["gtin:3"], ["name:tre"]))).toBe(5);
  });

  test("a repetition takes nothing in", () => {
    const claims = noClaims();
    takeClaims(claims, row(2, ["a"]));
    takeClaims(claims, row(3, ["a", "b"]));
    expect(takeClaims(claims, row(4, ["b"]))).toBeNull();
  });
});

describe("where a policy cuts a batch", () => {
  const rows = [
    { number: 2, status: "create" },
    { number: 3, status: "update" },
    { number: 4, status: "refuse" },
  ] as const;
  const again = new Map([[3, { outcome: "refuse" as const }]]);

  test("skipping cuts nowhere", () => {
    expect(cutBatch(rows, again, "skip")).toEqual({ before: null, undo: false });
  });

  test("stopping cuts before the first row that is bad, foreseen or not", () => {
    expect(cutBatch(rows, new Map(), "stop")).toEqual({ before: 4, undo: false });
    expect(cutBatch(rows, again, "stop")).toEqual({ before: 3, undo: false });
    expect(cutBatch(rows.slice(0, 2), new Map(), "stop")).toEqual({ before: null, undo: false });
  });

  test("all or nothing undoes the run for one bad row", () => {
    expect(cutBatch(rows, again, "all")).toEqual({ before: 3, undo: true });
    expect(cutBatch(rows.slice(0, 2), new Map(), "all")).toEqual({ before: null, undo: false });
  });

  test("a row is done as it was planned last", () => {
    expect(doneStatus("create", { outcome: "update" })).toBe("updated");
    expect(doneStatus("skip", undefined)).toBe("skipped");
    expect(doneStatus("created", undefined)).toBe("created");
  });
});

describe("counting and batching", () => {
  test("counts only what is asked for", () => {
    const rows = [{ status: "create" }, { status: "create" }, { status: "refused" }] as const;
    expect(countRows(rows, ["create", "skip"])).toEqual({ create: 2, skip: 0 });
  });

  test("batches keep every item in order, the last one shorter", async () => {
    async function* items() {
      yield* [1, 2, 3, 4, 5];
    }
    const batches: number[][] = [];
    for await (const batch of inBatches(items(), 2)) batches.push(batch);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
    const whole: number[][] = [];
    for await (const batch of inBatches(items(), 5)) whole.push(batch);
    expect(whole).toEqual([[1, 2, 3, 4, 5]]);
  });
});

describe("what people are told became of a row", () => {
  const finished = { status: "finished", failure: null } as const;
  test("in an import that has ended, what was only foreseen was not done", () => {
    expect(rowOutcome("create", finished)).toBe("notDone");
    expect(rowOutcome("create", { status: "planned", failure: null })).toBe("create");
    expect(rowOutcome("refuse", finished)).toBe("refuse");
    expect(rowOutcome("created", finished)).toBe("created");
  });

  test("where one bad row undid the whole, the good rows say that they were undone", () => {
    const failed = { status: "failed", failure: undone } as const;
    expect((["create", "update", "skip", "refused"] as const).map((row) => rowOutcome(row, failed))).toEqual([
      ...["undone", "undone", "undone"],
      "refused",
    ]);
  });

  test("a row counts as refused whether that is foreseen or done", () => {
    expect(isRefused("refuse") && isRefused("refused") && !isRefused("created")).toBe(true);
  });
});
