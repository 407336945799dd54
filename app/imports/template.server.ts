import type { Readable } from "node:stream";
import { type Language, type Translate, translator } from "~/platform/i18n";
import type { Cell } from "~/platform/sheets/sheet";
import { sheetBytes } from "~/platform/sheets/write-sheet.server";
import type { SheetFormat } from "~/platform/sheets/written-sheet";
import type { ImportField, ImportKind } from "./import-kind";

/** A template: what to write above the titles by which columns are known, and example rows below to be written over. */
export function templateFile(kind: ImportKind, format: SheetFormat, language: Language): Readable {
  const t = translator(language);
  const { fields } = kind;
  const count = Math.max(...fields.map(({ examples }) => examples.length));
  const examples = Array.from({ length: count }, (_, at): Cell[] => fields.map((field) => field.examples[at] || null));
  return sheetBytes(
    {
      name: t("imports:template.sheet"),
      columns: fields.map(({ note }) => ({ title: t(note), width: 26 })),
      rows: [fields.map(({ label }) => t(label)), ...examples],
    },
    format,
  );
}

/** What each column of the template wants, in words. */
export const columnNotes = (fields: readonly ImportField[], t: Translate) =>
  fields.map(({ name, label, note, required, examples }) => ({
    name,
    label: t(label),
    note: t(note),
    required: required ?? null,
    example: examples.find((example) => example !== "") ?? "",
  }));
