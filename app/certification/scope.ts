import { z } from "zod";
import { addDays, type Day, isDay } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";

/** A span of days on which a certificate covers a product; `to` is the last of them, null while none is set. */
export interface Coverage {
  productId: string;
  from: Day;
  to: Day | null;
}

const day = z.string().refine(isDay);

/** A span as a proposal and the journal keep it. */
export const coverageSchema = z.object({ productId: z.uuid(), from: day, to: day.nullable() });

/** Products that join a certificate from a day on, and products that leave it after a day, the last on which it covers them. */
export interface ScopeChange {
  joining: readonly string[];
  joinOn: Day | null;
  leaving: readonly string[];
  leaveOn: Day | null;
}

export type ScopeRefusal =
  | "joinOn.missing"
  | "joinOn.outsideValidity"
  | "joining.covered"
  | "leaveOn.missing"
  | "leaveOn.beforeJoined"
  | "leaving.notCovered";

const inOrder = (one: Coverage, other: Coverage): number =>
  one.productId === other.productId
    ? Number(one.from > other.from) - Number(one.from < other.from)
    : Number(one.productId > other.productId) - Number(one.productId < other.productId);

/** A scope in the one order in which it is kept and compared. */
export const sortedScope = (scope: readonly Coverage[]): Coverage[] => scope.toSorted(inOrder);

/** The spans that are not over on a day: what covers now, and what will. */
export const openScope = (scope: readonly Coverage[], day: Day): Coverage[] =>
  scope.filter(({ to }) => to === null || to >= day);

/**
 * The scope with products joined and left. Covered days are never taken back: a span that began stays, at most its last
 * day is set, and a product that left may join again on a later day.
 */
export function changeScope(
  scope: readonly Coverage[],
  { joining, joinOn, leaving, leaveOn }: ScopeChange,
  validity: { validFrom: Day; validTo: Day | null },
): Result<Coverage[], ScopeRefusal> {
  const ended: Coverage[] = [];
  for (const productId of leaving) {
    if (leaveOn === null) return refuse("leaveOn.missing");
    const open = scope.find((span) => span.productId === productId && span.to === null);
    if (open === undefined) return refuse("leaving.notCovered");
    if (leaveOn < open.from) return refuse("leaveOn.beforeJoined");
    ended.push({ ...open, to: leaveOn });
  }
  const left = scope.map(
    (span) => ended.find(({ productId }) => span.to === null && productId === span.productId) ?? span,
  );
  const joined: Coverage[] = [];
  for (const productId of joining) {
    if (joinOn === null) return refuse("joinOn.missing");
    if (joinOn < validity.validFrom || (validity.validTo !== null && joinOn > validity.validTo)) {
      return refuse("joinOn.outsideValidity");
    }
    if (left.some((span) => span.productId === productId && (span.to === null || span.to >= joinOn))) {
      return refuse("joining.covered");
    }
    joined.push({ productId, from: joinOn, to: null });
  }
  return accept(sortedScope([...left, ...joined]));
}

/** What has to be written to come from one scope to the other: spans that begin, and spans whose last day is set. */
export function scopeSteps(
  before: readonly Coverage[],
  after: readonly Coverage[],
): { joined: Coverage[]; ended: Coverage[] } {
  const sameSpan = (one: Coverage) => (other: Coverage) => one.productId === other.productId && one.from === other.from;
  return {
    joined: after.filter((span) => !before.some(sameSpan(span))),
    ended: after.filter((span) => span.to !== null && before.find(sameSpan(span))?.to === null),
  };
}

/** A changed scope as the form shows it that was filled in for it. */
export function scopeChangeOf(before: readonly Coverage[], after: readonly Coverage[]): ScopeChange {
  const { joined, ended } = scopeSteps(before, after);
  return {
    joining: joined.map(({ productId }) => productId),
    joinOn: joined[0]?.from ?? null,
    leaving: ended.map(({ productId }) => productId),
    leaveOn: ended[0]?.to ?? null,
  };
}

export type ScopeWarning = "leavesInPast" | "joinsInPast";

/** What an officer has to know of a change of scope: days that are past change figures from now on, not those known before. */
export function scopeWarnings(before: readonly Coverage[], after: readonly Coverage[], today: Day): ScopeWarning[] {
  const { joined, ended } = scopeSteps(before, after);
  const warnings: ScopeWarning[] = [];
  if (ended.some(({ to }) => to !== null && to < today)) warnings.push("leavesInPast");
  if (joined.some(({ from }) => from < today)) warnings.push("joinsInPast");
  return warnings;
}

/**
 * The spans that cover the days won when a certificate turns out to be valid earlier: for every product covered from its
 * old first day. They are recorded when the correction is, so that figures known before do not change.
 */
export function earlierSpans(scope: readonly Coverage[], oldFrom: Day, newFrom: Day): Coverage[] {
  if (newFrom >= oldFrom) return [];
  return scope
    .filter(({ from }) => from === oldFrom)
    .map(({ productId }) => ({ productId, from: newFrom, to: addDays(oldFrom, -1) }));
}
