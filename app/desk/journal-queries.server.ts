import { addDays, type Day, startOfDay } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { fold } from "~/platform/vietnamese-text";

export const entriesPerPage = 50;

export type JournalEntry = {
  seq: number;
  at: Date;
  event: string;
  subjectKind: string;
  subjectId: string;
  data: unknown;
  requestId: string | null;
  actorId: string | null;
  actorName: string | null;
  enterpriseId: string | null;
  enterpriseName: string | null;
};

export interface JournalFilter {
  event: string;
  subjectKind: string;
  subjectId: string;
  /** Part of the actor's name or e-mail. */
  actor: string;
  /** Part of the enterprise's name, or its code. */
  enterprise: string;
  from: Day | undefined;
  to: Day | undefined;
}

/** Entries older than, or newer than, one place in the chain; without one, the newest. */
export type JournalPlace = { before?: number; after?: number };

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

function conditions(filter: JournalFilter, place: JournalPlace): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, part: (parameter: string) => string): void => {
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  if (filter.event) add(filter.event, (p) => `j.event = ${p}`);
  if (filter.subjectKind) add(filter.subjectKind, (p) => `j.subject_kind = ${p}`);
  if (filter.subjectId) add(`${escaped(filter.subjectId)}%`, (p) => `j.subject_id LIKE ${p}`);
  if (filter.actor) {
    const found = "SELECT id FROM accounts WHERE fold_text(concat_ws(' ', name, email, phone)) LIKE";
    add(`%${escaped(fold(filter.actor))}%`, (p) => `j.actor_id IN (${found} ${p} LIMIT 200)`);
  }
  if (filter.enterprise) {
    const pattern = `%${escaped(fold(filter.enterprise))}%`;
    const found = (p: string) =>
      `SELECT id FROM enterprises WHERE search_text LIKE ${p} OR lower(code) LIKE ${p} LIMIT 200`;
    add(pattern, (p) => `j.enterprise_id IN (${found(p)})`);
  }
  if (filter.from) add(startOfDay(filter.from), (p) => `j.at >= ${p}`);
  if (filter.to) add(startOfDay(addDays(filter.to, 1)), (p) => `j.at < ${p}`);
  if (place.before !== undefined) add(place.before, (p) => `j.seq < ${p}`);
  if (place.after !== undefined) add(place.after, (p) => `j.seq > ${p}`);
  return { where: parts.length > 0 ? `WHERE ${parts.join(" AND ")}` : "", values };
}

/** One page of the journal, newest first, and whether there are older and newer entries. */
export async function readJournal(
  filter: JournalFilter,
  place: JournalPlace,
  limit = entriesPerPage,
): Promise<{ entries: JournalEntry[]; hasOlder: boolean; hasNewer: boolean }> {
  const { where, values } = conditions(filter, place);
  const isUpwards = place.after !== undefined;
  const found = await rows<JournalEntry>(
    `SELECT p.*, a.name AS "actorName", e.name AS "enterpriseName" FROM (
        SELECT j.seq, j.at, j.event, j.subject_kind AS "subjectKind", j.subject_id AS "subjectId", j.data,
          j.request_id AS "requestId", j.actor_id AS "actorId", j.enterprise_id AS "enterpriseId"
        FROM journal j ${where} ORDER BY j.seq ${isUpwards ? "ASC" : "DESC"} LIMIT ${limit + 1}
      ) p
      LEFT JOIN accounts a ON a.id = p."actorId"
      LEFT JOIN enterprises e ON e.id = p."enterpriseId"
      ORDER BY p.seq ${isUpwards ? "ASC" : "DESC"}`,
    values,
  );
  const isMore = found.length > limit;
  const entries = found.slice(0, limit);
  return {
    entries: isUpwards ? entries.reverse() : entries,
    hasOlder: isUpwards || isMore,
    hasNewer: isUpwards ? isMore : place.before !== undefined,
  };
}

/** How many entries fit the filter. */
export async function countJournal(filter: JournalFilter): Promise<number> {
  const { where, values } = conditions(filter, {});
  return (await row<{ total: number }>(`SELECT count(*) AS total FROM journal j ${where}`, values))?.total ?? 0;
}

/** The distinct values of an indexed column, found by leaping through its index instead of reading the whole journal. */
async function distinct(column: "event" | "subject_kind"): Promise<string[]> {
  const found = await rows<{ value: string }>(
    `WITH RECURSIVE leap AS (
        (SELECT ${column} AS value FROM journal ORDER BY ${column} LIMIT 1)
        UNION ALL
        SELECT (SELECT ${column} FROM journal WHERE ${column} > leap.value ORDER BY ${column} LIMIT 1) FROM leap
        WHERE leap.value IS NOT NULL
      ) SELECT value FROM leap WHERE value IS NOT NULL LIMIT 200`,
  );
  return found.map(({ value }) => value);
}

/** The events and kinds of subjects that the journal speaks of, for its filters. */
export async function journalWords(): Promise<{ events: string[]; subjectKinds: string[] }> {
  const [events, subjectKinds] = await Promise.all([distinct("event"), distinct("subject_kind")]);
  return { events, subjectKinds };
}

/** Checks every hash of the chain: how many entries there are, and the places (at most 100) at which it is broken. */
export async function checkJournal(): Promise<{ entries: number; breaks: number[] }> {
  const [head, breaks] = await Promise.all([
    row<{ seq: number }>("SELECT seq FROM journal_head WHERE id = 1"),
    rows<{ seq: number }>("SELECT seq FROM journal_breaks() LIMIT 100"),
  ]);
  return { entries: head?.seq ?? 0, breaks: breaks.map(({ seq }) => seq) };
}
