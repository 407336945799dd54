import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { AskedPage } from "~/platform/http/params.server";
import { queueConditions, queueValues } from "~/reviews/queue-conditions.server";
import type { QueueFilter } from "~/reviews/queue-filter";
import type { BulkStatus, Exclusion, ItemStatus } from "./bulk-decision";

interface BulkFacts {
  id: string;
  status: BulkStatus;
  officerId: string;
  officerName: string;
  schemeVi: string;
  schemeEn: string;
  number: string;
  day: Day;
  issuer: string;
  createdAt: Date;
}

const facts = `d.id, d.status, d.officer_id AS "officerId", a.name AS "officerName", s.name_vi AS "schemeVi", s.name_en AS "schemeEn",
  r.number, r.decided_on AS day, r.issuer, d.created_at AS "createdAt"`;
const sources = `bulk_decisions d JOIN accounts a ON a.id = d.officer_id JOIN schemes s ON s.id = d.scheme_id
  JOIN recognitions r ON r.id = d.recognition_id`;

export interface ListedBulkDecision extends BulkFacts {
  verified: number;
  total: number;
}

/** All bulk decisions, the newest first: every officer may see what the others decided. */
export async function listBulkDecisions({
  limit,
  offset,
}: AskedPage): Promise<{ decisions: ListedBulkDecision[]; total: number }> {
  const [decisions, counted] = await Promise.all([
    rows<ListedBulkDecision>(
      `WITH page AS MATERIALIZED (SELECT * FROM bulk_decisions ORDER BY created_at DESC, id LIMIT $1 OFFSET $2)
        SELECT ${facts}, i.verified, i.total FROM ${sources.replace("bulk_decisions d", "page d")}
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE i.status = 'verified') AS verified, count(*) AS total
            FROM bulk_decision_items i WHERE i.bulk_decision_id = d.id) i
        ORDER BY d.created_at DESC, d.id`,
      [limit, offset],
    ),
    row<{ total: number }>("SELECT count(*) AS total FROM bulk_decisions"),
  ]);
  return { decisions, total: counted?.total ?? 0 };
}

export interface FoundBulkDecision extends BulkFacts {
  levels: string[];
  query: string;
  finishedAt: Date | null;
  paper: { id: string; name: string } | null;
}

export const findBulkDecision = (id: string): Promise<FoundBulkDecision | undefined> =>
  row<FoundBulkDecision>(
    `SELECT ${facts}, d.levels, d.query, d.finished_at AS "finishedAt",
        CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.original_name) END AS paper
      FROM ${sources} LEFT JOIN files f ON f.id = r.paper_id WHERE d.id = $1`,
    [id],
  );

export interface ItemCount {
  status: ItemStatus;
  reason: Exclusion | null;
  count: number;
}

/** How many certificates of a bulk decision are chosen, excluded and done, and why not. */
export const countBulkItems = (id: string): Promise<ItemCount[]> =>
  rows<ItemCount>(
    `SELECT status, reason, count(*) AS count FROM bulk_decision_items WHERE bulk_decision_id = $1
      GROUP BY status, reason ORDER BY count(*) DESC, reason`,
    [id],
  );

export interface BulkItem {
  certificateId: string;
  number: string;
  level: string | null;
  issuedOn: Day;
  enterpriseName: string;
  products: string;
  status: ItemStatus;
  reason: Exclusion | null;
}

/** The certificates of a bulk decision, in their order: of one status, for one reason, or all. */
export async function listBulkItems(
  id: string,
  { status, reason }: { status: ItemStatus | null; reason: Exclusion | null },
  { limit, offset }: Pick<AskedPage, "limit" | "offset">,
): Promise<{ rows: BulkItem[]; total: number }> {
  const filter = `i.bulk_decision_id = $1 AND ($2::text IS NULL OR i.status = $2) AND ($3::text IS NULL OR i.reason = $3)`;
  const [found, counted] = await Promise.all([
    rows<BulkItem>(
      `SELECT c.id AS "certificateId", c.number, c.level, c.issued_on AS "issuedOn", e.name AS "enterpriseName", i.status, i.reason,
          COALESCE((SELECT string_agg(p.name, '; ' ORDER BY p.name, p.id) FROM certificate_products cp
            JOIN products p ON p.id = cp.product_id WHERE cp.certificate_id = c.id AND cp.covers_to IS NULL), '') AS products
        FROM (SELECT * FROM bulk_decision_items i WHERE ${filter} ORDER BY i.position LIMIT $4 OFFSET $5) i
        JOIN certificates c ON c.id = i.certificate_id JOIN enterprises e ON e.id = i.enterprise_id
        ORDER BY i.position`,
      [id, status, reason, limit, offset],
    ),
    row<{ total: number }>(`SELECT count(*) AS total FROM bulk_decision_items i WHERE ${filter}`, [id, status, reason]),
  ]);
  return { rows: found, total: counted?.total ?? 0 };
}

/** How many open reviews of certificates a filter of the queue lets through. */
export async function countWaitingCertificates(filter: QueueFilter, today: Day): Promise<number> {
  const found = await row<{ count: number }>(
    `SELECT count(*) AS count FROM reviews r WHERE ${queueConditions}`,
    queueValues(filter, today),
  );
  return found?.count ?? 0;
}
