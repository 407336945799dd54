import type { Transaction } from "~/platform/db/transaction.server";

/**
 * Whether another certificate of the enterprise has this number in the scheme. Those that it renews and
 * those that renew it, however far, may have the same: some issuers keep the number.
 */
export async function isNumberTaken(
  tx: Transaction,
  certificate: { id: string; enterpriseId: string; schemeId: string; numberKey: string; supersedesId: string | null },
): Promise<boolean> {
  const { id, enterpriseId, schemeId, numberKey, supersedesId } = certificate;
  const taken = await tx.prisma.$queryRaw<unknown[]>`
    WITH RECURSIVE chain AS (
      SELECT id, supersedes_id FROM certificates WHERE id IN (${id}::uuid, ${supersedesId}::uuid)
      UNION SELECT c.id, c.supersedes_id FROM certificates c
        JOIN chain known ON c.id = known.supersedes_id OR c.supersedes_id = known.id
    )
    SELECT 1 FROM certificates
    WHERE enterprise_id = ${enterpriseId}::uuid AND scheme_id = ${schemeId}::uuid AND number_key = ${numberKey}
      AND status NOT IN ('refused', 'withdrawn') AND id <> ${id}::uuid AND id NOT IN (SELECT id FROM chain)
    LIMIT 1`;
  return taken.length > 0;
}
