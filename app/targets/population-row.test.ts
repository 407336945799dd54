import { expect, test } from "vitest";
import { decidePopulation, populationColumns } from "./population-row";

const known = [{ id: "p1", year: 2024, count: 9850, source: "Niên giám" }];
const row = (year: number, count: number, source: string) => ({
  number: 2,
  newId: "new",
  values: { year, count, source },
});

test("a year is entered, changed where it differs, or left", () => {
  expect(decidePopulation(row(2025, 10_420, "x"), known)).toMatchObject({
    outcome: "create",
    subjectId: "new",
    before: null,
  });
  expect(decidePopulation(row(2024, 9850, "Niên giám"), known)).toMatchObject({ outcome: "skip", changes: [] });
  expect(decidePopulation(row(2024, 9900, "Báo cáo"), known)).toMatchObject({
    outcome: "update",
    subjectId: "p1",
    changes: ["count", "source"],
    claims: ["year 2024"],
  });
});

const read = (name: string, cell: string | number | null) =>
  populationColumns.find((column) => column.name === name)?.read(cell);

test("years, numbers and sources are read within their bounds", () => {
  expect(read("year", "2025")).toEqual({ ok: true, value: 2025 });
  expect(read("count", "10.420")).toEqual({ ok: true, value: 10_420 });
  expect(read("count", null)).toEqual({ ok: true, value: null });
  expect(read("year", 1999)).toEqual({ ok: false, code: "targets:year.range" });
  expect(read("count", 0)).toEqual({ ok: false, code: "targets:count.range" });
  expect(read("count", 1.5)).toEqual({ ok: false, code: "targets:count.range" });
  expect(read("count", 10_000_001)).toEqual({ ok: false, code: "targets:count.range" });
  expect(read("count", "nhiều")).toMatchObject({ ok: false, code: "platform:cell.numberUnread" });
  expect(read("source", "Niên giám")).toEqual({ ok: true, value: "Niên giám" });
  expect(read("source", null)).toEqual({ ok: true, value: null });
  expect(read("source", "#REF!")).toMatchObject({ ok: false, code: "platform:cell.error" });
  expect(read("source", "x".repeat(301))).toEqual({ ok: false, code: "targets:text.tooLong" });
});

test("the template's examples can be read", () => {
  for (const { examples, read: reader } of populationColumns)
    for (const example of examples) expect(reader(example)).toMatchObject({ ok: true });
});
