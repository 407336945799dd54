import { Readable } from "node:stream";
import { door, notFound } from "~/accounts/door.server";
import { importOfVisit } from "~/imports/import-of-visit.server";
import { resultFile } from "~/imports/result-file.server";
import { contentDisposition } from "~/platform/files/file-name";
import { sheetMediaTypes } from "~/platform/sheets/write-sheet.server";

const withoutRows = ["uploaded", "mapped"];

export const loader = door("account.use").load(async (visit) => {
  const { found } = await importOfVisit(visit);
  if (withoutRows.includes(found.status)) throw notFound();
  const refusedOnly = visit.url.searchParams.get("chi") === "loi";
  const { format } = found.source;
  const name = `${found.fileName.replace(/\.[^.]*$/, "")}-${refusedOnly ? "dong-loi" : "ket-qua"}.${format}`;
  const body = Readable.toWeb(resultFile(found, visit.language, { refusedOnly })) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": sheetMediaTypes[format],
      "Content-Disposition": contentDisposition("attachment", name),
      "Cache-Control": "private, no-cache",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
