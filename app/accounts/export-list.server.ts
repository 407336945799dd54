import { createReadableStreamFromReadable } from "@remix-run/node";
import { dayOf } from "~/platform/day";
import { inTransaction } from "~/platform/db/transaction.server";
import { contentDisposition } from "~/platform/files/file-name";
import { mostExportedRows } from "~/platform/http/export-links";
import { accept } from "~/platform/result";
import type { Cell } from "~/platform/sheets/sheet";
import { sheetBytes, sheetMediaTypes } from "~/platform/sheets/write-sheet.server";
import { type SheetFormat, sheetFormats, type WrittenColumn } from "~/platform/sheets/written-sheet";
import { countAttempt, countedAddress } from "./attempts.server";
import { notFound, type Visit } from "./door.server";
import type { Actor } from "./session.server";

export interface ExportedColumn<Row> extends WrittenColumn {
  cell(row: Row): Cell;
}

/** A list as it is exported: the same rows as its page shows under the same filter, in the same order. */
export interface ExportedList<Row> {
  title: string;
  columns: readonly ExportedColumn<Row>[];
  /** What tells a row from the others, so that none comes twice when rows are added while the file is made. */
  key(row: Row): string | number;
  /** Rows of the list from a place on; `last` is the row before that place. */
  page(window: { limit: number; offset: number; last: Row | undefined }): Promise<{
    rows: readonly Row[];
    total: number;
  }>;
  /** The list's word in the journal; lists that anyone or their owner may see are not journalled. */
  journalledAs?: string;
}

const batchRows = 1_000;
const longNumber = /\d{9}(?=\d{3}(?!\d))/g;

function formatOf(url: URL): SheetFormat {
  const asked = url.searchParams.get("dang") ?? "xlsx";
  const format = sheetFormats.find((known) => known === asked);
  if (!format) throw notFound();
  return format;
}

/**
 * Answers with the whole list as a file, written while it is read and given up when its reader leaves. The first rows are
 * read before the answer begins, so that what fails fails as a page.
 */
export async function exportList<Row>(visit: Visit<Actor | null>, list: ExportedList<Row>): Promise<Response> {
  const { url, t, now, actor, request, clientAddress } = visit;
  const format = formatOf(url);
  if (!actor && !(await countAttempt("export-address", countedAddress(clientAddress)))) {
    throw new Response(t("platform:refusal.tooManyAttempts"), { status: 429 });
  }
  const first = await list.page({ limit: batchRows, offset: 0, last: undefined });
  const count = Math.min(first.total, mostExportedRows);
  if (list.journalledAs) await journalExport(visit, list.journalledAs, { format, rows: count });

  const cut = t("platform:export.cut", { rows: mostExportedRows, total: first.total });
  const rows = exportedRows(list, first.rows, cut);
  const bytes = sheetBytes({ name: list.title, columns: list.columns, rows }, format);
  request.signal.addEventListener("abort", () => bytes.destroy(), { once: true });
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: {
      "Content-Type": sheetMediaTypes[format],
      "Content-Disposition": contentDisposition("attachment", `${list.title} ${dayOf(now)}.${format}`),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

async function* exportedRows<Row>(
  list: ExportedList<Row>,
  first: readonly Row[],
  cut: string,
): AsyncIterable<readonly Cell[]> {
  const given = new Set<string | number>();
  let batch = first;
  for (let offset = 0; batch.length > 0; ) {
    for (const row of batch) {
      const key = list.key(row);
      if (given.has(key)) continue;
      if (given.size === mostExportedRows) {
        yield [cut];
        return;
      }
      given.add(key);
      yield list.columns.map((column) => column.cell(row));
    }
    offset += batch.length;
    batch = (await list.page({ limit: batchRows, offset, last: batch.at(-1) })).rows;
  }
}

/** Who took which list out of the portal, under which filter; a personal number that was searched for stays out. */
async function journalExport(
  { acting, url }: Visit<Actor | null>,
  list: string,
  made: { format: SheetFormat; rows: number },
): Promise<void> {
  const filter = [...url.searchParams]
    .filter(([name, value]) => name !== "dang" && value !== "")
    .map(([name, value]) => `${name}=${value.slice(0, 200).replace(longNumber, "•••••••••")}`);
  await inTransaction(acting, async (tx) => {
    tx.record({
      event: "export.made",
      subject: { kind: "export", id: list },
      data: { rows: made.rows, format: made.format, ...(filter.length > 0 && { filter: filter.join(" ") }) },
    });
    return accept(null);
  });
}
