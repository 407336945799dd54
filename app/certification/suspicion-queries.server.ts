import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { riskOf, type Suspicion, type SuspicionFacts, suspicionsOf } from "./suspicion";

// Of 64 bits. Two copies of one scan differ by up to 4, two certificates of one template seldom by so few: measured, see
// docs/decisions/0014.
const alike = 4;
const mostAlike = 50;
const mostShown = 5;

const other = `json_build_object('certificateId', o.id, 'number', o.number, 'enterpriseName', oe.name)`;

// Of the scans only the hashes are compared, from an index alone; what they belong to is looked up for the nearest few.
const factsSql = `
  WITH near AS (
    SELECT f.id FROM files f JOIN files own ON own.id = $2::uuid
    WHERE f.sha256 = own.sha256
    UNION
    (SELECT f.id FROM files f
      WHERE f.purpose = 'scan' AND f.picture_hash IS NOT NULL
        AND bit_count((f.picture_hash # (SELECT picture_hash FROM files WHERE id = $2::uuid))::bit(64)) <= ${alike}
      ORDER BY bit_count((f.picture_hash # (SELECT picture_hash FROM files WHERE id = $2::uuid))::bit(64)) LIMIT ${mostAlike})
  )
  SELECT json_build_object(
    'number', c.number, 'numberExample', s.number_example, 'level', c.level, 'levels', s.levels,
    'validityMonths', s.validity_months, 'issuedOn', c.issued_on, 'validFrom', c.valid_from, 'validTo', c.valid_to,
    'enterpriseClosedOn', e.closed_on,
    'sameNumber', COALESCE((SELECT json_agg(x.found) FROM (
      SELECT ${other} AS found FROM certificates o JOIN enterprises oe ON oe.id = o.enterprise_id
      WHERE o.scheme_id = c.scheme_id AND number_letters(o.number) = number_letters(c.number)
        AND o.enterprise_id <> c.enterprise_id AND o.status IN ('submitted', 'returned', 'verified', 'revoked')
      ORDER BY o.submitted_at, o.id LIMIT ${mostShown}) x), '[]'::json),
    'sameScan', COALESCE((SELECT json_agg(x.found) FROM (
      SELECT ${other} AS found FROM certificates o JOIN enterprises oe ON oe.id = o.enterprise_id
      WHERE o.scan_id IN (SELECT id FROM near) AND o.id <> c.id AND o.submitted_at IS NOT NULL
        AND (o.enterprise_id <> c.enterprise_id OR number_letters(o.number) <> number_letters(c.number) OR o.id = c.supersedes_id)
      ORDER BY o.submitted_at, o.id LIMIT ${mostShown}) x), '[]'::json)
  ) AS facts
  FROM certificates c JOIN schemes s ON s.id = c.scheme_id JOIN enterprises e ON e.id = c.enterprise_id
  WHERE c.id = $1::uuid`;

interface FactsRow {
  facts: SuspicionFacts;
}

/** What speaks against a certificate by what is known at this moment; for staff. */
export async function findSuspicions(certificateId: string, scanId: string | null, today: Day): Promise<Suspicion[]> {
  const [found] = await rows<FactsRow>(factsSql, [certificateId, scanId]);
  return found ? suspicionsOf(found.facts, today) : [];
}

/** The same inside a transaction, with the risk that it makes and the certificates that it names. */
export async function weighSuspicions(
  tx: Transaction,
  certificateId: string,
  scanId: string | null,
  today: Day,
): Promise<{ risk: number; named: string[] }> {
  const [found] = await tx.prisma.$queryRawUnsafe<FactsRow[]>(factsSql, certificateId, scanId);
  const suspicions = found ? suspicionsOf(found.facts, today) : [];
  const named = suspicions.flatMap((each) => ("others" in each ? each.others : [])).map((each) => each.certificateId);
  return { risk: riskOf(suspicions), named: [...new Set(named)] };
}
