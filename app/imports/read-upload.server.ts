import { parseDayInput } from "~/platform/day";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { requiredField } from "~/platform/http/form.server";
import type { ReadForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";
import type { FactField } from "./import-kind";

export interface ReadFacts {
  facts: Record<string, string>;
  scans: Record<string, PreparedFile>;
  /** Catalogue keys or words, by field. */
  errors: Record<string, string[]>;
}

const longest = 300;

/** Reads what is asked once for a whole file, with its signed papers. */
export async function readFacts(
  fields: readonly FactField[],
  { form, uploads }: ReadForm,
  language: Language,
): Promise<ReadFacts> {
  const read: ReadFacts = { facts: {}, scans: {}, errors: {} };
  for (const { name, label, type, required, choices } of fields) {
    const typed = String(form.get(name) ?? "");
    const upload = uploads.find(({ field }) => field === name);
    if (type === "scan") {
      const scan = upload && (await acceptScan(upload));
      if (scan?.ok) read.scans[name] = scan.value;
      else if (scan) read.errors[name] = [`platform:${scan.code}`];
      else if (required) read.errors[name] = [requiredField(language, label)];
      continue;
    }
    const day = type === "day" && typed !== "" ? parseDayInput(typed) : typed;
    const known = type === "choice" ? await choices?.("vi") : undefined;
    if (typed === "") {
      if (required) read.errors[name] = [requiredField(language, label)];
    } else if (day === undefined) read.errors[name] = ["platform:form.badDay"];
    else if (typed.length > longest || (known && !known.some(({ value }) => value === typed)))
      read.errors[name] = ["platform:form.notValid"];
    else read.facts[name] = day;
  }
  return read;
}
