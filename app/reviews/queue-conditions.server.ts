import type { Day } from "~/platform/day";
import { containsPattern } from "~/platform/db/contains-pattern.server";
import type { QueueFilter, QueueOrder } from "./queue-filter";

/** The open reviews `r` that a filter lets through, as SQL whose parameters are those of `queueValues`, from $1. */
export const queueConditions = `r.status IN ('waiting', 'claimed')
  AND ($1::text IS NULL OR r.subject_kind = $1::text)
  AND ($2::uuid IS NULL OR r.scheme_id = $2::uuid)
  AND ($3::text IS NULL OR r.area_id = $3::text)
  AND ($4::text IS NULL OR r.area_id IN (SELECT id FROM areas WHERE $4::text = ANY (string_to_array(former_district, '; '))))
  AND ($5::int IS NULL OR r.risk >= $5::int)
  AND ($6::text IS NULL
    OR $6::text = 'overdue' AND r.due_on < $7::date
    OR $6::text = 'due-soon' AND r.due_on BETWEEN $7::date AND working_day_after($7::date, 1))
  AND ($8::uuid IS NULL OR (r.status = 'claimed' AND r.claimed_by_id = $8::uuid))
  AND ($9::text IS NULL OR r.id IN (
    SELECT f.id FROM reviews f WHERE f.status IN ('waiting', 'claimed') AND fold_text(f.label) LIKE $9::text
    UNION SELECT f.id FROM enterprises e JOIN reviews f ON f.enterprise_id = e.id
      WHERE f.status IN ('waiting', 'claimed') AND e.search_text LIKE $9::text))`;

/** The values of `queueConditions`, $1 to $9; the caller's own parameters begin at $10. */
export const queueValues = (filter: QueueFilter, today: Day): unknown[] => [
  filter.kind,
  filter.schemeId,
  filter.areaId,
  filter.formerDistrict,
  filter.risk,
  filter.due,
  today,
  filter.heldBy,
  filter.query ? containsPattern(filter.query) : null,
];

/** Each order ends in the id, so that pages never overlap, and has an index of its own. */
export const queueOrderSql: Readonly<Record<QueueOrder, string>> = {
  due: "r.due_on, r.opened_at, r.id",
  age: "r.opened_at, r.id",
  risk: "r.risk DESC, r.due_on, r.opened_at, r.id",
};
