import { randomInt, randomUUID } from "node:crypto";
import { row } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { hashOfSecret } from "~/platform/http/secret.server";
import { accept, type Result, refuse } from "~/platform/result";

export type CodePurpose = "confirm-phone" | "reset-password" | "change-phone" | "confirm-assisted";

export const codeMinutes = 10;
const mostTries = 5;

export interface NewCode {
  purpose: CodePurpose;
  phone: string;
  /** The account that the code is about; none for a decoy. */
  accountId?: string;
  /** What it confirms, where that is not an account. */
  subjectId?: string;
}

export interface IssuedCode {
  /** Names the code in the address of the page that asks for it; whoever is not sent the code learns nothing by it. */
  id: string;
  code: string;
  validUntil: Date;
}

const hashOf = (id: string, code: string) => hashOfSecret(`${id}:${code}`);

/** Makes a code of six digits, valid ten minutes; the ones made before for the same number and purpose stop working. */
export async function issueCode(tx: Transaction, { purpose, phone, ...about }: NewCode): Promise<IssuedCode> {
  await tx.prisma.oneTimeCode.updateMany({
    where: { purpose, phone, subjectId: about.subjectId ?? null, usedAt: null },
    data: { usedAt: tx.now },
  });
  const [id, code] = [randomUUID(), String(randomInt(1_000_000)).padStart(6, "0")];
  const validUntil = new Date(tx.now.getTime() + codeMinutes * 60_000);
  await tx.prisma.oneTimeCode.create({
    data: {
      id,
      purpose,
      phone,
      accountId: about.accountId ?? null,
      subjectId: about.subjectId ?? null,
      codeHash: hashOf(id, code),
      createdAt: tx.now,
      expiresAt: validUntil,
    },
  });
  return { id, code, validUntil };
}

/** The id of a code that nobody is sent: what a page answers for a number that it must not speak of. */
export async function issueDecoy(tx: Transaction, purpose: CodePurpose, phone: string): Promise<string> {
  return (await issueCode(tx, { purpose, phone })).id;
}

/** What a code that still works is for; looking does not use it up. */
export interface OpenCode {
  phone: string;
  accountId: string | null;
  subjectId: string | null;
}

export function findCode(purpose: CodePurpose, id: string, now: Date): Promise<OpenCode | undefined> {
  return row<{ phone: string; accountId: string | null; subjectId: string | null }>(
    `SELECT phone, account_id AS "accountId", subject_id AS "subjectId" FROM one_time_codes
      WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 AND tries < ${mostTries}`,
    [id, purpose, now],
  );
}

/**
 * Compares what was typed with a code. Every try is counted by itself, before anything else happens and whatever then
 * fails: of many at once no more than five are compared.
 */
export async function tryCode(
  purpose: CodePurpose,
  id: string,
  typed: string,
  now: Date,
): Promise<Result<OpenCode, "code.wrong" | "code.dead">> {
  const found = await row<OpenCode & { codeHash: Buffer; tries: number }>(
    `UPDATE one_time_codes SET tries = tries + 1
      WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 AND tries < ${mostTries}
      RETURNING phone, account_id AS "accountId", subject_id AS "subjectId", code_hash AS "codeHash", tries`,
    [id, purpose, now],
  );
  if (!found) return refuse("code.dead");
  const { codeHash, tries, ...code } = found;
  if (Buffer.from(hashOf(id, typed)).equals(codeHash)) return accept(code);
  return refuse(tries === mostTries ? "code.dead" : "code.wrong");
}

/** Uses a code up: of two that try at once, one gets it. */
export async function redeemCode(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.prisma.oneTimeCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: tx.now } });
  return count === 1;
}
