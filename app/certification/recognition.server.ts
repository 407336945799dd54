import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";

/** What a signed decision says of itself. */
export interface RecognitionWords {
  number: string;
  day: Day;
  issuer: string;
}

/** A signed decision as journal entries name it. */
export interface RecordedRecognition extends RecognitionWords {
  id: string;
  paperId: string | null;
}

const said = `r.id, r.number, r.decided_on::text AS day, r.issuer, r.paper_id AS "paperId"`;

/** The record of a decision, whichever way it came; spaces, signs, case and diacritics do not make it another one. */
export async function findRecognition(
  tx: Transaction,
  { number, day, issuer }: RecognitionWords,
): Promise<RecordedRecognition | undefined> {
  const [found] = await tx.prisma.$queryRawUnsafe<RecordedRecognition[]>(
    `SELECT ${said} FROM recognitions r
      WHERE number_letters(r.number) = number_letters($1) AND r.decided_on = $2::date AND fold_text(r.issuer) = fold_text($3)`,
    number,
    day,
    issuer,
  );
  return found;
}

/** Records a decision with its signed paper, unless it is recorded already: then that record stands, with its paper. */
export async function recordRecognition(
  tx: Transaction,
  words: RecognitionWords,
  paperId: string | null,
  accountId: string,
): Promise<RecordedRecognition> {
  const { number, day, issuer } = words;
  const [created] = await tx.prisma.$queryRawUnsafe<RecordedRecognition[]>(
    `INSERT INTO recognitions AS r (id, number, decided_on, issuer, paper_id, created_by_id, created_at)
      VALUES (gen_random_uuid(), $1, $2::date, $3, $4::uuid, $5::uuid, $6::timestamptz)
      ON CONFLICT DO NOTHING RETURNING ${said}`,
    number,
    day,
    issuer,
    paperId,
    accountId,
    tx.now,
  );
  if (created) {
    const { id, ...after } = created;
    tx.record({ event: "recognition.recorded", subject: { kind: "recognition", id }, data: { after } });
    return created;
  }
  const known = await findRecognition(tx, words);
  if (!known) throw new Error("a decision is neither new nor known");
  return known;
}

/** Keeps the signed paper of a decision, which was checked and stored. */
export async function storePaper(tx: Transaction, paper: PreparedFile, accountId: string): Promise<string> {
  const { id } = await tx.prisma.storedFile.create({
    data: { ...paper, purpose: "document", uploadedById: accountId, createdAt: tx.now },
    select: { id: true },
  });
  return id;
}
