import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import type { BulkCandidate } from "./bulk-decision";
import { weighSuspicions } from "./suspicion-queries.server";

/** A certificate as a bulk decision finds it. */
export interface FoundCandidate extends BulkCandidate {
  certificateId: string;
  enterpriseId: string;
  version: number;
}

interface CandidateRow extends Omit<FoundCandidate, "suspicions"> {
  risk: number;
}

/**
 * What must be known of certificates to decide whether a document fits them, in the order asked for. What speaks against
 * them is looked up afresh: of all, or only of those whose open review is marked with a risk.
 */
export async function findCandidates(
  tx: Transaction,
  certificateIds: readonly string[],
  { today, suspect }: { today: Day; suspect: "all" | "marked" },
): Promise<FoundCandidate[]> {
  const found = await tx.prisma.$queryRaw<CandidateRow[]>`
    SELECT c.id AS "certificateId", c.enterprise_id AS "enterpriseId", c.version, c.number, c.level,
      c.issued_on::text AS "issuedOn", c.valid_from::text AS "validFrom", c.valid_to::text AS "validTo",
      c.scan_id IS NOT NULL AS "hasScan", COALESCE(r.risk, 0) AS risk,
      COALESCE((SELECT json_agg(json_build_object('status', p.status)) FROM certificate_products cp
        JOIN products p ON p.id = cp.product_id WHERE cp.certificate_id = c.id AND cp.covers_to IS NULL), '[]'::json) AS products
    FROM unnest(${[...certificateIds]}::uuid[]) WITH ORDINALITY AS asked(id, place)
    JOIN certificates c ON c.id = asked.id
    LEFT JOIN reviews r ON r.subject_kind = 'certificate' AND r.subject_id = c.id AND r.status IN ('waiting', 'claimed')
    ORDER BY asked.place`;
  const suspects = found.filter(({ risk }) => suspect === "all" || risk > 0).map(({ certificateId }) => certificateId);
  const weighed = await weighSuspicions(tx, suspects, today);
  const suspicions = new Map(weighed.map((one) => [one.certificateId, one.suspicions]));
  return found.map(({ risk: _, ...candidate }) => ({
    ...candidate,
    suspicions: suspicions.get(candidate.certificateId) ?? [],
  }));
}
