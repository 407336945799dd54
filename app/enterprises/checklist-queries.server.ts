import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { SaidReason } from "~/reviews/reason";
import { saidReasons } from "~/reviews/said-reasons.server";
import type { AnswerStatus, ChecklistKind } from "./checklist";

/** How an enterprise stands at one item. */
export interface ChecklistEntry {
  enterpriseId: string;
  itemId: string;
  code: string;
  kind: ChecklistKind;
  required: boolean;
  nameVi: string;
  nameEn: string;
  guidanceVi: string;
  guidanceEn: string;
  isMet: boolean;
  answerId: string | null;
  status: AnswerStatus | null;
  note: string | null;
  decisionNote: string | null;
  /** Why an officer returned it. */
  reasons: SaidReason[];
  answeredAt: Date | null;
  version: number | null;
  fileId: string | null;
  fileName: string | null;
}

// The rules of isComputedMet and isAnswerMet as conditions on enterprise `e`, day $2; held equal by the property test.
const isMet = `CASE i.kind WHEN 'computed' THEN CASE i.code
    WHEN 'contact-confirmed' THEN EXISTS (SELECT FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.enterprise_id = e.id AND a.disabled_at IS NULL
        AND (a.email_confirmed_at IS NOT NULL OR a.phone_confirmed_at IS NOT NULL))
    WHEN 'size-declared' THEN EXISTS (SELECT FROM size_declarations d
      WHERE d.enterprise_id = e.id AND d.year >= extract(year FROM $2::date) - 1)
    WHEN 'product-presented' THEN EXISTS (SELECT FROM products p
      WHERE p.enterprise_id = e.id AND p.status = 'registered' AND p.description <> ''
        AND EXISTS (SELECT FROM product_photos ph WHERE ph.product_id = p.id))
    WHEN 'certificate-in-force' THEN EXISTS (SELECT FROM certificates c
      WHERE c.enterprise_id = e.id AND c.verified_at IS NOT NULL AND c.valid_from <= $2
        AND (c.valid_to IS NULL OR c.valid_to >= $2) AND (c.revoked_on IS NULL OR c.revoked_on > $2))
    WHEN 'listing-confirmed' THEN EXISTS (SELECT FROM products p JOIN listings l ON l.product_id = p.id AND l.removed_at IS NULL
      JOIN marketplaces mp ON mp.id = l.marketplace_id AND mp.recognised_from <= $2
        AND (mp.recognised_to IS NULL OR mp.recognised_to >= $2)
      JOIN LATERAL (SELECT v.verdict, (v.observed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS on_day FROM evidence v
        WHERE v.listing_id = l.id AND NOT (v.kind = 'owner-claim' AND v.verdict = 'live')
        ORDER BY v.observed_at DESC, v.recorded_at DESC, v.id DESC LIMIT 1) latest
        ON latest.verdict = 'live' AND $2::date - latest.on_day <= mp.confirmation_window_days
      WHERE p.enterprise_id = e.id AND p.status = 'registered')
    WHEN 'assessed' THEN EXISTS (SELECT FROM assessments s
      WHERE s.enterprise_id = e.id AND s.assessed_on <= $2 AND s.assessed_on > $2::date - interval '12 months')
    ELSE false END
  WHEN 'attested' THEN k.status IS NOT DISTINCT FROM 'attested'
  ELSE COALESCE(k.status IN ('accepted', 'waived'), false) END`;

const from = `FROM unnest($1::uuid[]) AS e(id) CROSS JOIN checklist_items i
  LEFT JOIN checklist_answers k ON k.enterprise_id = e.id AND k.item_id = i.id
  WHERE i.active`;

/** Every item that is asked for now, with how each of these enterprises stands at it, in the list's order. */
export const listChecklist = (enterpriseIds: readonly string[], day: Day): Promise<ChecklistEntry[]> =>
  rows<ChecklistEntry>(
    `SELECT e.id AS "enterpriseId", i.id AS "itemId", i.code, i.kind, i.required, i.name_vi AS "nameVi", i.name_en AS "nameEn",
        i.guidance_vi AS "guidanceVi", i.guidance_en AS "guidanceEn", ${isMet} AS "isMet", k.id AS "answerId", k.status,
        k.note, k.decision_note AS "decisionNote", k.answered_at AS "answeredAt", k.version, k.file_id AS "fileId",
        (SELECT f.original_name FROM files f WHERE f.id = k.file_id) AS "fileName", COALESCE((
          SELECT ${saidReasons} FROM reviews r WHERE r.subject_kind = 'checklist-answer' AND r.subject_id = k.id
            AND r.status = 'decided' AND k.status = 'returned' ORDER BY r.opened_at DESC, r.id DESC LIMIT 1), '[]'::json) AS reasons
      ${from} ORDER BY e.id, i.position, i.code`,
    [enterpriseIds, day],
  );

/** How many of the required items are seen to, and of the optional ones. */
export interface ChecklistProgress {
  done: number;
  of: number;
  optionalDone: number;
  optionalOf: number;
}

/** The progress of each of these enterprises, by one statement for all of them. */
export async function checklistProgress(
  enterpriseIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, ChecklistProgress>> {
  if (enterpriseIds.length === 0) return new Map();
  const found = await rows<ChecklistProgress & { id: string }>(
    `SELECT id, count(*) FILTER (WHERE required AND met) AS done, count(*) FILTER (WHERE required) AS of,
        count(*) FILTER (WHERE NOT required AND met) AS "optionalDone", count(*) FILTER (WHERE NOT required) AS "optionalOf"
      FROM (SELECT e.id, i.required, ${isMet} AS met ${from}) standing GROUP BY id`,
    [enterpriseIds, day],
  );
  return new Map(found.map(({ id, ...progress }) => [id, progress]));
}

/** An answer as the officer who examines it sees it. */
export interface ReviewedAnswer {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  nameVi: string;
  nameEn: string;
  guidanceVi: string;
  guidanceEn: string;
  status: AnswerStatus;
  note: string;
  answeredAt: Date;
  answeredBy: string | null;
  paper: { id: string; name: string; mediaType: string } | null;
  version: number;
}

/** An answer that was submitted to an officer, now or before. */
export const findSubmittedAnswer = (answerId: string): Promise<ReviewedAnswer | undefined> =>
  row<ReviewedAnswer>(
    `SELECT k.id, k.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", i.name_vi AS "nameVi", i.name_en AS "nameEn",
        i.guidance_vi AS "guidanceVi", i.guidance_en AS "guidanceEn", k.status, k.note,
        k.answered_at AS "answeredAt", who.name AS "answeredBy", k.version,
        CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.original_name, 'mediaType', f.media_type) END AS paper
      FROM checklist_answers k
      JOIN checklist_items i ON i.id = k.item_id AND i.kind = 'verified'
      JOIN enterprises e ON e.id = k.enterprise_id
      LEFT JOIN accounts who ON who.id = k.answered_by_id
      LEFT JOIN files f ON f.id = k.file_id
      WHERE k.id = $1`,
    [answerId],
  );

export interface ChecklistItemRow {
  id: string;
  code: string;
  kind: ChecklistKind;
  required: boolean;
  nameVi: string;
  nameEn: string;
  guidanceVi: string;
  guidanceEn: string;
  active: boolean;
  position: number;
  version: number;
}

const itemColumns = `id, code, kind, required, name_vi AS "nameVi", name_en AS "nameEn", guidance_vi AS "guidanceVi",
  guidance_en AS "guidanceEn", active, position, version`;

/** Every item, also those no longer asked for; a configured list of at most 100. */
export const listChecklistItems = (): Promise<ChecklistItemRow[]> =>
  rows<ChecklistItemRow>(`SELECT ${itemColumns} FROM checklist_items ORDER BY position, code LIMIT 100`);

export const findChecklistItem = (id: string): Promise<ChecklistItemRow | undefined> =>
  row<ChecklistItemRow>(`SELECT ${itemColumns} FROM checklist_items WHERE id = $1`, [id]);
