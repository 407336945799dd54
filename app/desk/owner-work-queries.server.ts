import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n";
import type { WorkFact } from "./owner-work";

/** Of each kind; a home page names a few and counts the rest. */
const mostOfAKind = 100;
const daysBeforeExpiry = 90;

const day = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

const productsOf = (certificate: string) =>
  `(SELECT count(*)::int FROM certificate_products cp WHERE cp.certificate_id = ${certificate} AND cp.covers_to IS NULL)`;

/** What was returned, is unfinished, expires or lies with officers, of all enterprises that an account belongs to. */
export const listOwnerWork = (accountId: string, today: Day, language: Language): Promise<WorkFact[]> =>
  rows<WorkFact>(
    `WITH own AS (SELECT enterprise_id FROM memberships WHERE account_id = $1)
    (SELECT 'certificate-returned' AS kind, c.enterprise_id AS "enterpriseId", c.id, c.number AS label,
        (SELECT ${day("max(r.decided_at)")} FROM reviews r WHERE r.subject_kind = 'certificate' AND r.subject_id = c.id) AS day,
        ${productsOf("c.id")} AS products
      FROM certificates c JOIN own USING (enterprise_id) WHERE c.status = 'returned' LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'change-returned', ch.enterprise_id, ch.id, ch.label, ${day("ch.decided_at")}, 1
      FROM proposed_changes ch JOIN own USING (enterprise_id) WHERE ch.status = 'returned' LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'answer-returned', k.enterprise_id, k.item_id, CASE $3 WHEN 'vi' THEN i.name_vi ELSE i.name_en END, ${day("k.decided_at")}, 1
      FROM checklist_answers k JOIN own USING (enterprise_id) JOIN checklist_items i ON i.id = k.item_id AND i.active
      WHERE k.status = 'returned' LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'certificate-expires', c.enterprise_id, c.id, c.number, c.valid_to, ${productsOf("c.id")}
      FROM certificates c JOIN own USING (enterprise_id)
      WHERE c.status = 'verified' AND c.valid_to BETWEEN $2::date AND $2::date + ${daysBeforeExpiry}
        AND NOT EXISTS (SELECT FROM certificates n WHERE n.supersedes_id = c.id AND n.status NOT IN ('refused', 'withdrawn', 'revoked'))
      ORDER BY c.valid_to LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'certificate-unfinished', c.enterprise_id, c.id, c.number, NULL, 1
      FROM certificates c JOIN own USING (enterprise_id)
      WHERE c.status = 'draft'
        AND (c.scan_id IS NULL OR NOT EXISTS (SELECT FROM certificate_products cp WHERE cp.certificate_id = c.id AND cp.covers_to IS NULL))
      LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'photo-missing', p.enterprise_id, p.id, p.name, NULL, 1
      FROM products p JOIN own USING (enterprise_id)
      WHERE p.status = 'registered' AND NOT EXISTS (SELECT FROM product_photos ph WHERE ph.product_id = p.id)
      ORDER BY p.name LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'review-' || r.subject_kind, r.enterprise_id, COALESCE(l.product_id, r.subject_id),
        CASE WHEN i.id IS NOT NULL AND $3 <> 'vi' THEN i.name_en ELSE r.label END, ${day("r.opened_at")}, 1
      FROM reviews r JOIN own USING (enterprise_id)
      LEFT JOIN listings l ON r.subject_kind = 'listing' AND l.id = r.subject_id
      LEFT JOIN checklist_answers k ON r.subject_kind = 'checklist-answer' AND k.id = r.subject_id
      LEFT JOIN checklist_items i ON i.id = k.item_id
      WHERE r.status IN ('waiting', 'claimed') AND r.subject_kind <> 'revocation'
      ORDER BY r.opened_at LIMIT ${mostOfAKind})`,
    [accountId, today, language],
  );
