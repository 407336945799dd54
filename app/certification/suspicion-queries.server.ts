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

const distance = "bit_count((f.picture_hash # own.picture_hash)::bit(64))";

// Of the scans only the hashes are compared, from an index alone; what they belong to is looked up for the nearest few.
const factsSql = `
  SELECT c.id, json_build_object(
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
      WHERE o.scan_id = ANY(near.ids) AND o.id <> c.id AND o.submitted_at IS NOT NULL
        AND (o.enterprise_id <> c.enterprise_id OR number_letters(o.number) <> number_letters(c.number) OR o.id = c.supersedes_id)
      ORDER BY o.submitted_at, o.id LIMIT ${mostShown}) x), '[]'::json)
  ) AS facts
  FROM certificates c JOIN schemes s ON s.id = c.scheme_id JOIN enterprises e ON e.id = c.enterprise_id
  LEFT JOIN files own ON own.id = c.scan_id
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT f.id FROM files f WHERE f.sha256 = own.sha256
    UNION
    (SELECT f.id FROM files f
      WHERE f.purpose = 'scan' AND f.picture_hash IS NOT NULL AND ${distance} <= ${alike}
      ORDER BY ${distance} LIMIT ${mostAlike})) AS ids) near
  WHERE c.id = ANY($1::uuid[])`;

interface FactsRow {
  id: string;
  facts: SuspicionFacts;
}

/** What speaks against a certificate by what is known at this moment; for staff. */
export async function findSuspicions(certificateId: string, today: Day): Promise<Suspicion[]> {
  const [found] = await rows<FactsRow>(factsSql, [[certificateId]]);
  return found ? suspicionsOf(found.facts, today) : [];
}

export interface Weighed {
  certificateId: string;
  risk: number;
  suspicions: Suspicion[];
  /** The certificates that the suspicions name. */
  named: string[];
}

/** Weighs certificates inside a transaction, all of them by one statement. */
export async function weighSuspicions(
  tx: Transaction,
  certificateIds: readonly string[],
  today: Day,
): Promise<Weighed[]> {
  const found = await tx.prisma.$queryRawUnsafe<FactsRow[]>(factsSql, certificateIds);
  return found.map(({ id, facts }) => {
    const suspicions = suspicionsOf(facts, today);
    const named = suspicions.flatMap((each) => ("others" in each ? each.others : [])).map((each) => each.certificateId);
    return { certificateId: id, risk: riskOf(suspicions), suspicions, named: [...new Set(named)] };
  });
}
