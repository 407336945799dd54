import { row, rows } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { Reason, SaidReason } from "./reason";
import type { ReviewSubject } from "./review";

export interface CatalogueReason {
  id: string;
  kind: ReviewSubject;
  code: string;
  field: string | null;
  wordsVi: string;
  wordsEn: string;
  adviceVi: string;
  adviceEn: string;
  active: boolean;
  version: number;
}

const columns = `id, subject_kind AS kind, code, field, words_vi AS "wordsVi", words_en AS "wordsEn",
  advice_vi AS "adviceVi", advice_en AS "adviceEn", active, version`;

/** The reasons that officers may give for a kind of review now, in the administrator's order. */
export const listReasons = (kind: ReviewSubject): Promise<CatalogueReason[]> =>
  rows<CatalogueReason>(
    `SELECT ${columns} FROM reasons WHERE subject_kind = $1 AND active ORDER BY position, code LIMIT 200`,
    [kind],
  );

/** The whole catalogue, with the reasons no longer given. */
export const listEveryReason = (): Promise<CatalogueReason[]> =>
  rows<CatalogueReason>(`SELECT ${columns} FROM reasons ORDER BY subject_kind, position, code LIMIT 1000`);

export const findReason = (id: string): Promise<CatalogueReason | undefined> =>
  row<CatalogueReason>(`SELECT ${columns} FROM reasons WHERE id = $1`, [id]);

/** Reasons with the words of the catalogue, read on the transaction's own connection. */
export async function wordReasons(
  tx: Transaction,
  subjectKind: ReviewSubject,
  reasons: readonly Reason[],
): Promise<SaidReason[]> {
  const words = await tx.prisma.reasonWords.findMany({
    where: { subjectKind, code: { in: reasons.map(({ reason }) => reason) } },
    select: { code: true, wordsVi: true, wordsEn: true },
  });
  return reasons.map((reason) => {
    const found = words.find(({ code }) => code === reason.reason);
    return { ...reason, wordsVi: found?.wordsVi ?? reason.reason, wordsEn: found?.wordsEn ?? reason.reason };
  });
}
