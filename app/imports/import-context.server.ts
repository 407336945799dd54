import { type Role, roles } from "~/accounts/access";
import { dayOf } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { ImportContext, ReadRows } from "./import-kind";

/** For whom an import takes in rows, as it stands now. */
export async function importContext(importId: string, now: Date): Promise<ImportContext> {
  const found = await row<{
    accountId: string;
    role: string;
    enterpriseId: string | null;
    facts: Record<string, string>;
  }>(
    `SELECT a.id AS "accountId", a.role, i.enterprise_id AS "enterpriseId", i.facts
      FROM imports i JOIN accounts a ON a.id = i.uploader_id WHERE i.id = $1`,
    [importId],
  );
  if (!found) throw new Error(`there is no import ${importId}`);
  const role: Role | undefined = roles.find((known) => known === found.role);
  if (!role) throw new Error(`there is no role ${found.role}`);
  const { accountId, enterpriseId, facts } = found;
  return { importId, uploader: { accountId, role }, enterpriseId, facts, now, today: dayOf(now) };
}

export const readFromPool: ReadRows = (sql, values) => rows(sql, values);

/**
 * Reads inside a transaction, all rows as one text: taken apart row by row by the query engine, a batch costs several times
 * the memory.
 */
export const readInside =
  (tx: Transaction): ReadRows =>
  async <Row extends object>(sql: string, values: readonly unknown[]) => {
    const [found] = await tx.prisma.$queryRawUnsafe<{ rows: string }[]>(
      `SELECT COALESCE(json_agg(q), '[]')::text AS rows FROM (${sql}) q`,
      ...values,
    );
    return JSON.parse(found?.rows ?? "[]") as Row[];
  };
