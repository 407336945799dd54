import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/day";
import {
  type Coverage,
  changeScope,
  earlierSpans,
  openScope,
  type ScopeChange,
  scopeChangeOf,
  scopeSteps,
  scopeWarnings,
  sortedScope,
} from "./scope";

const validity = { validFrom: "2025-01-10", validTo: "2028-01-09" };
const scope: Coverage[] = [
  { productId: "a", from: "2025-01-10", to: null },
  { productId: "b", from: "2025-01-10", to: "2025-12-31" },
];
const none: ScopeChange = { joining: [], joinOn: null, leaving: [], leaveOn: null };
const change = (changes: Partial<ScopeChange>) => changeScope(scope, { ...none, ...changes }, validity);

describe("a certificate's scope", () => {
  it("stays as it is when nothing joins and nothing leaves", () => {
    expect(change({})).toEqual({ ok: true, value: scope });
  });

  it("lets a product join from a day within the validity", () => {
    expect(change({ joining: ["c"], joinOn: "2026-03-01" })).toEqual({
      ok: true,
      value: [...scope, { productId: "c", from: "2026-03-01", to: null }],
    });
    expect(change({ joining: ["c"], joinOn: "2025-01-10" }).ok).toBe(true);
    expect(change({ joining: ["c"], joinOn: "2025-01-09" })).toEqual({ ok: false, code: "joinOn.outsideValidity" });
    expect(change({ joining: ["c"], joinOn: "2028-01-10" })).toEqual({ ok: false, code: "joinOn.outsideValidity" });
    expect(
      changeScope(scope, { ...none, joining: ["c"], joinOn: "2099-01-01" }, { ...validity, validTo: null }).ok,
    ).toBe(true);
  });

  it("lets a product leave after a day and keeps the days before", () => {
    expect(change({ leaving: ["a"], leaveOn: "2025-06-30" })).toEqual({
      ok: true,
      value: [{ productId: "a", from: "2025-01-10", to: "2025-06-30" }, scope[1]],
    });
    expect(change({ leaving: ["a"], leaveOn: "2025-01-09" })).toEqual({ ok: false, code: "leaveOn.beforeJoined" });
    expect(change({ leaving: ["b"], leaveOn: "2026-06-30" })).toEqual({ ok: false, code: "leaving.notCovered" });
    expect(change({ leaving: ["c"], leaveOn: "2026-06-30" })).toEqual({ ok: false, code: "leaving.notCovered" });
  });

  it("needs the day on which products join or leave", () => {
    expect(change({ joining: ["c"] })).toEqual({ ok: false, code: "joinOn.missing" });
    expect(change({ leaving: ["a"] })).toEqual({ ok: false, code: "leaveOn.missing" });
  });

  it("lets a product that left join again on a later day only", () => {
    expect(change({ joining: ["b"], joinOn: "2025-12-31" })).toEqual({ ok: false, code: "joining.covered" });
    expect(change({ joining: ["a"], joinOn: "2026-01-01" })).toEqual({ ok: false, code: "joining.covered" });
    expect(change({ joining: ["b"], joinOn: "2026-01-01" })).toEqual({
      ok: true,
      value: [...scope, { productId: "b", from: "2026-01-01", to: null }],
    });
    expect(change({ leaving: ["a"], leaveOn: "2025-12-31", joining: ["a"], joinOn: "2026-02-01" }).ok).toBe(true);
  });

  it("shows the form again as it was filled in", () => {
    const filled = { joining: ["c"], joinOn: "2026-03-01", leaving: ["a"], leaveOn: "2026-02-28" };
    const changed = change(filled);
    expect(changed.ok && scopeChangeOf(scope, changed.value)).toEqual(filled);
    expect(scopeChangeOf(scope, scope)).toEqual(none);
  });

  it("covers on a day what has not left by then", () => {
    expect(openScope(scope, "2025-12-31").map(({ productId }) => productId)).toEqual(["a", "b"]);
    expect(openScope(scope, "2026-01-01").map(({ productId }) => productId)).toEqual(["a"]);
  });
});

describe("an officer", () => {
  const after = (filled: Partial<ScopeChange>) => {
    const changed = change(filled);
    return changed.ok ? changed.value : scope;
  };

  it("is warned of days in the past, of leaving and of joining", () => {
    const today = "2026-03-02";
    const warningsOf = (filled: Partial<ScopeChange>) => scopeWarnings(scope, after(filled), today);
    expect(warningsOf({ leaving: ["a"], leaveOn: "2026-03-01" })).toEqual(["leavesInPast"]);
    expect(warningsOf({ leaving: ["a"], leaveOn: today })).toEqual([]);
    expect(warningsOf({ joining: ["c"], joinOn: "2026-03-01" })).toEqual(["joinsInPast"]);
    expect(warningsOf({ joining: ["c"], joinOn: today })).toEqual([]);
  });
});

describe("the days won by an earlier beginning", () => {
  it("are covered for what was covered from the old first day, up to the day before it", () => {
    const joinedLater = { productId: "c", from: "2025-06-01", to: null };
    expect(earlierSpans([...scope, joinedLater], "2025-01-10", "2025-01-01")).toEqual([
      { productId: "a", from: "2025-01-01", to: "2025-01-09" },
      { productId: "b", from: "2025-01-01", to: "2025-01-09" },
    ]);
    expect(earlierSpans(scope, "2025-01-10", "2025-01-10")).toEqual([]);
  });
});

describe("any change of scope", () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays("2025-01-10", days));
  const id = fc.constantFrom("a", "b", "c", "d");
  const spans = fc
    .uniqueArray(fc.record({ productId: id, from: day, to: fc.option(day, { nil: null }) }), {
      selector: ({ productId }) => productId,
    })
    .map((found) =>
      sortedScope(
        found.map((span) => ({ ...span, to: span.to !== null && span.to < span.from ? span.from : span.to })),
      ),
    );
  const filled = fc.record({
    joining: fc.uniqueArray(id),
    joinOn: fc.option(day, { nil: null }),
    leaving: fc.uniqueArray(id),
    leaveOn: fc.option(day, { nil: null }),
  });

  it("that is accepted takes back no span and moves no beginning, and its steps lead from the one scope to the other", () => {
    fc.assert(
      fc.property(spans, filled, (before, asked) => {
        const changed = changeScope(before, asked, { validFrom: "2025-01-10", validTo: null });
        if (!changed.ok) return;
        const { joined, ended } = scopeSteps(before, changed.value);
        for (const span of before) {
          const now = changed.value.find(({ productId, from }) => productId === span.productId && from === span.from);
          expect(now === undefined || (span.to !== null && now.to !== span.to)).toBe(false);
        }
        const written = before.map(
          (span) => ended.find(({ productId, from }) => productId === span.productId && from === span.from) ?? span,
        );
        expect(sortedScope([...written, ...joined])).toEqual(changed.value);
      }),
    );
  });
});
