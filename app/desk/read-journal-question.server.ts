import { parseDayInput } from "~/platform/day";
import type { JournalFilter } from "./journal-queries.server";

export type TypedJournalQuestion = Record<keyof JournalFilter, string>;

/** What the address of the journal asks for: as it was typed, and as far as it can be read. */
export function readJournalQuestion(query: URLSearchParams): { typed: TypedJournalQuestion; filter: JournalFilter } {
  const said = (name: string): string => (query.get(name) ?? "").trim().slice(0, 100);
  const typed = {
    event: said("viec"),
    subjectKind: said("loai"),
    subjectId: said("ma"),
    actor: said("nguoi"),
    enterprise: said("co-so"),
    from: said("tu"),
    to: said("den"),
  };
  return { typed, filter: { ...typed, from: parseDayInput(typed.from), to: parseDayInput(typed.to) } };
}
