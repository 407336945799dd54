import type { Readable } from "node:stream";
import { type Language, translateCode } from "~/platform/i18n";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import type { Cell } from "~/platform/sheets/sheet";
import { sheetBytes } from "~/platform/sheets/write-sheet.server";
import type { FoundImport } from "./find-import.server";
import { listFates } from "./import-queries.server";
import { importKind } from "./kinds.server";
import { storedPath } from "./open-table.server";
import { problemLine, problemWords } from "./problem-words";
import { resultTitles } from "./result-titles";
import { isRefused, rowOutcome } from "./row-outcome";

const fatesAtOnce = 2_000;

/**
 * The uploaded table again, in its format and with its delimiter: every column as it came, and behind them what became of each row and why. With
 * `refusedOnly` the rows that were not accepted alone, to be corrected and brought again.
 */
export function resultFile(
  found: FoundImport,
  language: Language,
  { refusedOnly }: { refusedOnly: boolean },
): Readable {
  const { source } = found;
  const titles = [
    ...found.columns.map(({ title }) => title),
    ...resultTitles.map((key) => translateCode(language, key)),
  ];
  return sheetBytes(
    {
      name: translateCode(language, "imports:resultColumn.outcome"),
      columns: titles.map((title) => ({ title })),
      rows: resultRows(found, language, refusedOnly),
      ...(source.format === "csv" && { delimiter: source.delimiter }),
    },
    source.format,
  );
}

async function* resultRows(
  found: FoundImport,
  language: Language,
  refusedOnly: boolean,
): AsyncIterable<readonly Cell[]> {
  const { source, sheet, columns, sha256 } = found;
  const kind = importKind(found.kind);
  const rows = readSheet(storedPath(sha256), source, { sheet })[Symbol.asyncIterator]();
  let row = await rows.next();
  try {
    // Both come in the order of the file; rows without a fate are titles, blank lines and what was never read.
    for await (const { number, status, problems } of fates(found.id)) {
      if (refusedOnly && !isRefused(status)) continue;
      while (!row.done && row.value.number < number) row = await rows.next();
      if (row.done) return;
      if (row.value.number !== number) continue;
      const { cells } = row.value;
      const said = (problems ?? []).map((problem) => problemLine(problemWords(kind, problem, language), language));
      yield [
        ...columns.map((_, at) => cells[at] ?? null),
        translateCode(language, `imports:row.${rowOutcome(status, found)}`),
        said.join("\n"),
      ];
    }
  } finally {
    await rows.return?.();
  }
}

async function* fates(importId: string) {
  let behind = 0;
  for (;;) {
    const some = await listFates(importId, behind, fatesAtOnce);
    yield* some;
    const last = some.at(-1);
    if (!last || some.length < fatesAtOnce) return;
    behind = last.number;
  }
}
