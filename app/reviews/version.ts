import { applyDiff, diffOf, type Facts, type FieldChange } from "./proposed-change";

/** An entry of the journal about one subject, with the names of those whom it names. */
export interface JournalledEntry {
  seq: number;
  at: Date;
  event: string;
  data: unknown;
  actorId: string | null;
  actorName: string | null;
  /** Who proposed what the actor decided on, where that is somebody else. */
  proposerName: string | null;
}

/** What a subject said from one entry of the journal until the next that changed it. */
export interface Version {
  /** From 1, the oldest first. */
  number: number;
  seq: number;
  at: Date;
  event: string;
  by: string | null;
  /** The officer by whose decision it came to hold. */
  decidedBy: string | null;
  decidedAt: Date | null;
  facts: Facts;
  changed: FieldChange[];
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

const narrowed = (value: unknown, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(recordOf(value)).filter(([field]) => fields.includes(field)));

/**
 * The versions of a subject by what its journal (oldest first) says was before and after; no copy is kept beside it. A
 * field that an early entry left out and a later one names as it was before is known of the early versions too.
 */
export function versionsOf(entries: readonly JournalledEntry[], fields: readonly string[]): Version[] {
  const versions: Version[] = [];
  for (const entry of entries) {
    const data = recordOf(entry.data);
    const before = narrowed(data.before, fields);
    for (const version of versions) version.facts = { ...before, ...version.facts };
    const last = versions.at(-1);
    const known = last?.facts ?? before;
    const changed = diffOf(known, narrowed(data.after, fields));
    if (changed.length > 0) versions.push(versionOf(entry, versions.length + 1, applyDiff(known, changed), changed));
    else if (last && entry.event.endsWith(".verified")) {
      last.decidedBy = entry.actorName;
      last.decidedAt = entry.at;
    }
  }
  return versions;
}

function versionOf(entry: JournalledEntry, number: number, facts: Facts, changed: FieldChange[]): Version {
  const { seq, at, event, actorName, proposerName } = entry;
  const isDecision = proposerName !== null;
  return {
    number,
    seq,
    at,
    event,
    by: proposerName ?? actorName,
    decidedBy: isDecision ? actorName : null,
    decidedAt: isDecision ? at : null,
    facts,
    changed,
  };
}
