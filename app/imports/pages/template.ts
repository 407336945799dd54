import { Readable } from "node:stream";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { kindOfVisit } from "~/imports/import-of-visit.server";
import { templateFile } from "~/imports/template.server";
import { contentDisposition } from "~/platform/files/file-name";
import { sheetMediaTypes } from "~/platform/sheets/write-sheet.server";
import { sheetFormats } from "~/platform/sheets/written-sheet";

const formatSchema = z.enum(sheetFormats);

export const loader = door("account.use").load(async (visit) => {
  const kind = kindOfVisit(visit);
  const format = formatSchema.safeParse(visit.params.format);
  if (!format.success) throw notFound();
  const body = Readable.toWeb(templateFile(kind, format.data, visit.language)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": sheetMediaTypes[format.data],
      "Content-Disposition": contentDisposition("attachment", `mau-${kind.slug}.${format.data}`),
      "Cache-Control": "private, no-cache",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
