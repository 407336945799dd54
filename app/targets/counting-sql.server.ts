// The counting rules of share.ts as sets: every fact becomes a span of days on which it holds, as known at $1. What the
// two say is held equal by figures.integration.test.ts. In every query $1 is the instant of knowledge.

const vietnamDay = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

/** An end counts once it is recorded; one without a recorded time was always known. */
const knownEnd = (end: string, recordedAt: string): string =>
  `CASE WHEN ${recordedAt} IS NULL OR ${recordedAt} <= $1::timestamptz THEN ${end} END`;

/** CTE `held`: the days on which a certificate of a counting scheme holds a registered product. */
export const heldSpans = `held AS (
  SELECT p.id AS product_id, c.scheme_id, GREATEST(p.registered_on, v.valid_from, cp.covers_from) AS from_on,
    LEAST(v.valid_to, ${knownEnd("c.revoked_on - 1", "c.revocation_recorded_at")},
      ${knownEnd("cp.covers_to", "cp.end_recorded_at")},
      ${knownEnd("p.withdrawn_on - 1", "p.withdrawal_recorded_at")}, 'infinity'::date) AS to_on
  FROM certificates c
  JOIN schemes s ON s.id = c.scheme_id AND s.counts_toward_target
  JOIN certificate_products cp ON cp.certificate_id = c.id AND cp.recorded_at <= $1::timestamptz
  JOIN certificate_periods v ON v.certificate_id = c.id AND v.recorded_at <= $1::timestamptz
    AND (v.superseded_at <= $1::timestamptz) IS NOT TRUE
  JOIN products p ON p.id = cp.product_id AND p.registered_at <= $1::timestamptz)`;

/** CTE `live`: the days on which a listing counts as live; an observation holds until the next one or until its window ends. */
export const liveSpans = `observed AS (
  SELECT v.listing_id, v.verdict, ${vietnamDay("v.observed_at")} AS on_day,
    lead(${vietnamDay("v.observed_at")}) OVER (PARTITION BY v.listing_id ORDER BY v.observed_at, v.recorded_at, v.id) AS next_on
  FROM evidence v
  WHERE v.recorded_at <= $1::timestamptz AND NOT (v.kind = 'owner-claim' AND v.verdict = 'live')
), live AS (
  SELECT l.product_id, l.marketplace_id, GREATEST(o.on_day, m.recognised_from) AS from_on,
    LEAST(o.on_day + m.confirmation_window_days, o.next_on - 1, m.recognised_to,
      CASE WHEN l.removed_at <= $1::timestamptz THEN ${vietnamDay("l.removed_at")} - 1 END) AS to_on
  FROM observed o
  JOIN listings l ON l.id = o.listing_id
  JOIN marketplaces m ON m.id = l.marketplace_id
  WHERE o.verdict = 'live')`;

/** CTEs `sized` and `levelled`: the days on which a declared size and a verified level of an enterprise hold. */
export const smeSpans = `sized AS (
  SELECT d.enterprise_id, d.size, d.effective_on AS from_on, COALESCE(lead(d.effective_on) OVER (
    PARTITION BY d.enterprise_id ORDER BY d.effective_on, d.recorded_at, d.id) - 1, 'infinity'::date) AS to_on
  FROM size_declarations d WHERE d.recorded_at <= $1::timestamptz
), levelled AS (
  SELECT a.enterprise_id, a.level, a.assessed_on AS from_on, COALESCE(lead(a.assessed_on) OVER (
    PARTITION BY a.enterprise_id ORDER BY a.assessed_on, a.verified_at, a.id) - 1, 'infinity'::date) AS to_on
  FROM assessments a WHERE a.verified_at <= $1::timestamptz)`;

/** A condition: enterprise `e` was registered and not closed on the day. */
export const enterpriseIsOpenOn = (day: string): string =>
  `e.registered_on <= ${day} AND e.registered_at <= $1::timestamptz
    AND (e.closed_on <= ${day} AND e.closure_recorded_at <= $1::timestamptz) IS NOT TRUE`;
