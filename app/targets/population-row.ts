import type { ImportField, PlannedRow, Reading, ReadRow } from "~/imports/import-kind";
import { readAs, readWords } from "~/imports/read-field";
import { readNumber } from "~/platform/sheets/read-cell";
import type { Cell } from "~/platform/sheets/sheet";

/** A whole number within bounds, as a cell says it. */
const readWithin =
  (least: number, most: number, outside: string) =>
  (cell: Cell): Reading => {
    const number = readAs(readNumber)(cell);
    if (!number.ok || typeof number.value !== "number") return number;
    const isFit = Number.isInteger(number.value) && number.value >= least && number.value <= most;
    return isFit ? number : { ok: false, code: outside };
  };

/** What a table of official numbers of SMEs says of each year. */
export const populationColumns: readonly ImportField[] = [
  {
    name: "year",
    label: "targets:admin.year",
    note: "targets:import.note.year",
    aliases: ["Năm thống kê", "Year"],
    required: "always",
    examples: ["2024", "2025"],
    read: readWithin(2000, 2100, "targets:year.range"),
  },
  {
    name: "count",
    label: "targets:admin.count",
    note: "targets:import.note.count",
    aliases: ["Số DNNVV", "Số lượng", "Số doanh nghiệp nhỏ và vừa", "Count"],
    required: "always",
    examples: ["9.850", "10.420"],
    read: readWithin(1, 10_000_000, "targets:count.range"),
  },
  {
    name: "source",
    label: "targets:admin.source",
    note: "targets:import.note.source",
    aliases: ["Nguồn số liệu", "Văn bản", "Source"],
    required: "always",
    examples: ["Niên giám thống kê 2024 (ví dụ)", "Báo cáo 12/BC-TK (ví dụ)"],
    read: readWords(300, "targets:text.tooLong"),
  },
];

export interface KnownPopulation {
  id: string;
  year: number;
  count: number;
  source: string;
}

export interface PopulationDecision extends PlannedRow {
  before: KnownPopulation | null;
  after: Omit<KnownPopulation, "id">;
}

/** What becomes of a year: entered, changed where count or source differ, or left. */
export function decidePopulation(
  { number, newId, values }: ReadRow,
  known: readonly KnownPopulation[],
): PopulationDecision {
  const after = { year: Number(values.year), count: Number(values.count), source: String(values.source) };
  const before = known.find(({ year }) => year === after.year) ?? null;
  const changes = before ? (["count", "source"] as const).filter((name) => before[name] !== after[name]) : [];
  return {
    number,
    outcome: before === null ? "create" : changes.length > 0 ? "update" : "skip",
    subjectId: before?.id ?? newId,
    changes,
    problems: [],
    claims: [`year ${after.year}`],
    touches: [],
    before,
    after,
  };
}
