import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyDiff,
  changeActions,
  changeStatuses,
  changeWorkflow,
  diffOf,
  isLive,
  isSame,
  isStale,
  listChange,
  nextChangeStatus,
} from "./proposed-change";

describe("the way of a proposed change", () => {
  it("reaches every status from open and ends when it is applied, refused or withdrawn", () => {
    const reached = new Set(["open"]);
    for (const _ of changeStatuses) {
      for (const status of changeStatuses) {
        if (!reached.has(status)) continue;
        for (const action of changeActions) {
          const step = changeWorkflow[status][action];
          if (step) reached.add(step.next);
        }
      }
    }
    expect([...reached].sort()).toEqual([...changeStatuses].sort());
    expect(changeStatuses.filter(isLive)).toEqual(["open", "returned"]);
  });

  it.each(
    changeStatuses.flatMap((status) =>
      changeActions.flatMap((action) => (["owner", "officer"] as const).map((by) => ({ status, action, by }))),
    ),
  )("$by may $action a change that is $status only where the table says so", ({ status, action, by }) => {
    const owners: Record<string, string> = { "open revise": "open", "open withdraw": "withdrawn" };
    const returned: Record<string, string> = { "returned revise": "open", "returned withdraw": "withdrawn" };
    const officers: Record<string, string> = {
      "open apply": "applied",
      "open return": "returned",
      "open refuse": "refused",
    };
    const next = { owner: { ...owners, ...returned }, officer: officers }[by][`${status} ${action}`];
    expect(nextChangeStatus(status, action, by)).toEqual(
      next ? { ok: true, value: next } : { ok: false, code: "notAllowed" },
    );
  });
});

describe("what differs", () => {
  it("names the changed fields only, with what each was and is to be", () => {
    const before = { name: "Bún", group: "food", gtin: null, photos: ["a", "b"] };
    expect(diffOf(before, { ...before, name: "Bún khô", photos: ["b", "a"] })).toEqual([
      { field: "name", before: "Bún", after: "Bún khô" },
      { field: "photos", before: ["a", "b"], after: ["b", "a"] },
    ]);
    expect(diffOf(before, { ...before })).toEqual([]);
  });

  it("leaves alone what the proposal does not name, and takes up what was not known before", () => {
    expect(diffOf({ name: "Bún", price: 5 }, { name: "Bún", scope: [] })).toEqual([
      { field: "scope", before: undefined, after: [] },
    ]);
  });

  it("does not mind the order of keys, but that of lists", () => {
    expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
    expect(isSame({ a: 1 }, { b: 1 })).toBe(false);
    expect(isSame({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isSame({ a: 1 }, [1])).toBe(false);
    expect(isSame(null, {})).toBe(false);
    expect(isSame("1", 1)).toBe(false);
  });

  const json = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
  const fields = fc.constantFrom("name", "group", "photos", "scope", "validTo");
  const facts = fc.dictionary(fields, json).map((found): Record<string, unknown> => ({ ...found }));

  it("carried out on what was gives what is to be, for any facts of the same fields", () => {
    fc.assert(
      fc.property(facts, facts, (before, changed) => {
        const after = { ...before, ...changed };
        expect(applyDiff(before, diffOf(before, after))).toEqual(after);
        expect(diffOf(after, applyDiff(before, diffOf(before, after)))).toEqual([]);
      }),
    );
  });

  it("carried out backwards gives what was", () => {
    fc.assert(
      fc.property(facts, facts, (before, changed) => {
        const after = { ...before, ...changed };
        const back = diffOf(before, after).map((change) => ({
          field: change.field,
          before: change.after,
          after: change.before,
        }));
        expect(diffOf(before, applyDiff(after, back))).toEqual([]);
      }),
    );
  });
});

describe("a list that changed", () => {
  it("says what joined, what left and whether the rest stands in another order", () => {
    expect(listChange(["a", "b", "c"], ["c", "a", "d"])).toEqual({
      kept: ["c", "a"],
      added: ["d"],
      removed: ["b"],
      isReordered: true,
    });
    expect(listChange(["a", "b", "c"], ["a", "c"])).toMatchObject({ removed: ["b"], isReordered: false });
  });

  it("keeps and adds together what the list is to be", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { kept, added, removed } = listChange(before, after);
        expect([...kept, ...added].sort()).toEqual([...after].sort());
        expect([...kept, ...removed].sort()).toEqual([...before].sort());
      }),
    );
  });
});

describe("a proposal that came too late", () => {
  it("is one whose subject has another version now", () => {
    expect(isStale({ baseVersion: 3 }, 3)).toBe(false);
    expect(isStale({ baseVersion: 3 }, 4)).toBe(true);
  });
});
