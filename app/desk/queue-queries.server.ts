import { rows } from "~/platform/db/client.server";
import type { ReviewSubject } from "~/reviews/review";

export interface QueueFilter {
  kind: ReviewSubject | null;
  schemeId: string | null;
  /** Only what this officer holds. */
  heldBy: string | null;
}

export interface QueueRow {
  id: string;
  kind: ReviewSubject;
  subjectId: string;
  label: string;
  schemeVi: string | null;
  schemeEn: string | null;
  marketplace: string | null;
  products: string[];
  enterpriseName: string;
  area: string;
  openedAt: Date;
  claimedByName: string | null;
  isMine: boolean;
  isOwn: boolean;
}

/** One page of the open reviews, oldest first, with what an officer needs to choose; `isOwn` marks their own enterprises. */
export async function listQueue(
  filter: QueueFilter,
  officerId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: QueueRow[]; total: number }> {
  const found = await rows<QueueRow & { total: number }>(
    `SELECT r.id, r.subject_kind AS kind, r.subject_id AS "subjectId", COALESCE(c.number, l.url) AS label,
        s.name_vi AS "schemeVi", s.name_en AS "schemeEn", mp.name AS marketplace,
        CASE WHEN lp.id IS NOT NULL THEN ARRAY[lp.name] ELSE ARRAY(
          SELECT p.name FROM certificate_products cp JOIN products p ON p.id = cp.product_id
          WHERE cp.certificate_id = c.id AND cp.covers_to IS NULL ORDER BY p.name LIMIT 3) END AS products,
        e.name AS "enterpriseName", a.name AS area, r.opened_at AS "openedAt",
        who.name AS "claimedByName", r.claimed_by_id IS NOT DISTINCT FROM $4::uuid AS "isMine",
        EXISTS (SELECT 1 FROM parties m WHERE m.enterprise_id = r.enterprise_id AND m.account_id = $4) AS "isOwn",
        count(*) OVER () AS total
      FROM reviews r
      JOIN enterprises e ON e.id = r.enterprise_id
      JOIN areas a ON a.id = e.area_id
      LEFT JOIN certificates c ON r.subject_kind = 'certificate' AND c.id = r.subject_id
      LEFT JOIN schemes s ON s.id = c.scheme_id
      LEFT JOIN listings l ON r.subject_kind = 'listing' AND l.id = r.subject_id
      LEFT JOIN marketplaces mp ON mp.id = l.marketplace_id
      LEFT JOIN products lp ON lp.id = l.product_id
      LEFT JOIN accounts who ON who.id = r.claimed_by_id
      WHERE r.status IN ('waiting', 'claimed')
        AND ($1::text IS NULL OR r.subject_kind = $1)
        AND ($2::uuid IS NULL OR c.scheme_id = $2)
        AND ($3::uuid IS NULL OR r.claimed_by_id = $3)
      ORDER BY r.opened_at, r.id LIMIT $5 OFFSET $6`,
    [filter.kind, filter.schemeId, filter.heldBy, officerId, page.limit, page.offset],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}
