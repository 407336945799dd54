import { accept, type Result, refuse } from "../result";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "./transaction.server";

interface Subject {
  kind: string;
  id: string;
}

/** What a write by version sets besides its columns. */
export type NextVersion = { increment: 1 };
const nextVersion: NextVersion = { increment: 1 };

interface VersionWrite<Row> {
  subject: Subject;
  after: Readonly<Record<string, unknown>>;
  find: () => PromiseLike<Row | null>;
  /** Writes where the version is still the one that the form was made from; answers how many rows it met. */
  update: (next: NextVersion) => PromiseLike<{ count: number }>;
}

/**
 * Writes to the very version that a form was made from, and answers what stood there before. Where another version has
 * come meanwhile it is stale, unless that is the same form sent twice: what is stored is what was sent, and the actor was
 * the last to change it. Then nothing is left to write or journal: undefined.
 */
export async function writeVersion<Row extends object>(
  tx: Transaction,
  { subject, after, find, update }: VersionWrite<Row>,
): Promise<Result<Row | undefined, "notFound" | "stale">> {
  const before = await find();
  if (!before) return refuse("notFound");
  const { count } = await update(nextVersion);
  if (count > 0) return accept(before);
  return (await isRepeated(tx, subject, await find(), after)) ? accept(undefined) : refuse("stale");
}

/** Whether what a form sends is stored already, and the actor was the last to change it: the same form sent twice. */
export const isRepeated = async (
  tx: Transaction,
  subject: Subject,
  stored: object | null,
  sent: Readonly<Record<string, unknown>>,
): Promise<boolean> => holds(stored, sent) && (await wasLastChangedBy(tx, subject));

/** Whether a row holds what would be written; columns that the write leaves alone do not matter. */
function holds(row: object | null, after: Readonly<Record<string, unknown>>): boolean {
  if (!row) return false;
  const stored = new Map(Object.entries(row));
  return Object.entries(after).every(([column, value]) => value === undefined || isSame(stored.get(column), value));
}

const isSame = (a: unknown, b: unknown): boolean => asText(a) === asText(b);
const asText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part));

/** Whether the actor made the latest change of a thing that the journal knows of. */
async function wasLastChangedBy(tx: Transaction, { kind, id }: Subject): Promise<boolean> {
  const [latest] = await tx.prisma.$queryRaw<{ actorId: string | null }[]>`
    SELECT actor_id AS "actorId" FROM journal WHERE subject_kind = ${kind} AND subject_id = ${id} ORDER BY seq DESC LIMIT 1`;
  return latest !== undefined && latest.actorId === tx.actorId;
}

/** Which row a form is about: the one that its page names, or a new one with the id that the form brings. */
export interface RecordPlace {
  id: string;
  isNew: boolean;
}

/** One row of reference data as its form gives it. */
export interface SavedRecord<Row> extends VersionWrite<Row> {
  isNew: boolean;
  /** What a new row says besides what the form of an old one may change. */
  added?: Readonly<Record<string, unknown>>;
  create: () => PromiseLike<unknown>;
}

export type SaveRefusal = "notFound" | "stale" | "code.taken";

/**
 * Adds a row of reference data or changes one, and journals it as "<kind>.added" or "<kind>.changed". The id of a new one
 * comes with its form, so that the same form sent twice, also at once, adds one.
 */
export async function saveRecord<Row extends object, C extends string = never>(
  acting: Acting,
  prepare: (tx: Transaction) => Promise<Result<SavedRecord<Row>, C>>,
): Promise<Result<{ id: string }, C | SaveRefusal>> {
  const save = () =>
    inTransaction<Result<{ id: string }, C | SaveRefusal>>(acting, async (tx) => {
      const record = await prepare(tx);
      if (!record.ok) return record;
      const saved = await (record.value.isNew ? addRow(tx, record.value) : changeRow(tx, record.value));
      return saved.ok ? accept({ id: record.value.subject.id }) : saved;
    });
  try {
    return await save();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  // A form that met its own twin finds it the second time; a code that another row has is met again.
  try {
    return await save();
  } catch (error) {
    if (isUniqueViolation(error, "code")) return refuse("code.taken");
    throw error;
  }
}

async function addRow<Row extends object>(
  tx: Transaction,
  { subject, find, create, added, after }: SavedRecord<Row>,
): Promise<Result<null, "stale">> {
  const said = { ...added, ...after };
  const there = await find();
  if (there) return holds(there, said) ? accept(null) : refuse("stale");
  await create();
  tx.record({ event: `${subject.kind}.added`, subject, data: { after: said } });
  return accept(null);
}

async function changeRow<Row extends object>(
  tx: Transaction,
  record: SavedRecord<Row>,
): Promise<Result<null, "notFound" | "stale">> {
  const { subject, after } = record;
  const written = await writeVersion(tx, record);
  if (!written.ok) return written;
  if (written.value) {
    const stood = new Map(Object.entries(written.value));
    const before = Object.fromEntries(Object.keys(after).map((column) => [column, stood.get(column)]));
    tx.record({ event: `${subject.kind}.changed`, subject, data: { before, after } });
  }
  return accept(null);
}
