import { maskTaxCode } from "~/enterprises/personal-number";
import type { Day } from "~/platform/day";

/** One field of a journal entry: what it was and what it became; null where it was not said. */
export interface JournalDetail {
  field: string;
  before: string | null;
  after: string | null;
}

const longest = 500;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Personal numbers used as tax codes stay masked, however deep they lie. */
const masked = (key: string, value: unknown): unknown =>
  key === "taxCode" && typeof value === "string" ? maskTaxCode(value) : value;

function shown(field: string, value: unknown): string | null {
  const visible = masked(field, value);
  if (visible === undefined || visible === null || visible === "") return null;
  const text = typeof visible === "string" ? visible : JSON.stringify(visible, masked);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The mandate under which an entry was made on behalf of an enterprise; null where its actor acted for themselves. */
export function mandateOf(data: unknown): string | null {
  const onBehalf = isRecord(data) ? data.onBehalf : undefined;
  const id = isRecord(onBehalf) ? onBehalf.mandateId : undefined;
  return typeof id === "string" ? id : null;
}

/** The signed decision on which an entry rests. */
export interface NamedRecognition {
  number: string;
  day: Day;
  issuer: string;
  /** Entries from before decisions had a record of their own name no paper. */
  paperId: string | null;
}

/** The signed decision that an entry names; null where it rests on none. */
export function recognitionOf(data: unknown): NamedRecognition | null {
  const named = isRecord(data) ? data.decision : undefined;
  if (!isRecord(named)) return null;
  const { number, day, issuer, paperId } = named;
  if (typeof number !== "string" || typeof day !== "string" || typeof issuer !== "string") return null;
  return { number, day, issuer, paperId: typeof paperId === "string" ? paperId : null };
}

/**
 * The data of a journal entry field by field: `before` and `after` side by side, everything else as it was said, but for the
 * mandate and the signed decision, which `mandateOf` and `recognitionOf` read. A field that only `before` names tells what the change was about; without any `after` it is gone.
 */
export function journalDetails(data: unknown): JournalDetail[] {
  if (!isRecord(data)) return [];
  const { before, after, onBehalf: _mandate, decision, ...others } = data;
  const rest = recognitionOf(data) || decision === undefined ? others : { ...others, decision };
  const was = isRecord(before) ? before : {};
  const became = isRecord(after) ? after : {};
  const changed = [...new Set([...Object.keys(was), ...Object.keys(became)])].map((field) =>
    isRecord(after) && !(field in after)
      ? { field, before: null, after: shown(field, was[field]) }
      : { field, before: shown(field, was[field]), after: shown(field, became[field]) },
  );
  const said = Object.entries(rest).map(([field, value]) => ({ field, before: null, after: shown(field, value) }));
  return [...changed, ...said].filter(({ before, after }) => before !== after);
}
