import { describe, expect, test } from "vitest";
import { nextProductStatus, productActions, productActionsOpen, productStatuses, productWorkflow } from "./product";

// The whole table, written out a second time on purpose.
const steps: Record<string, string> = {
  "draft edit": "draft",
  "draft register": "registered",
  "draft discard": "gone",
  "registered edit": "registered",
  "registered withdraw": "withdrawn",
};

describe("every action in every status", () => {
  const all = productStatuses.flatMap((status) => productActions.map((action) => [status, action] as const));
  test.each(all)("%s, %s", (status, action) => {
    const next = steps[`${status} ${action}`];
    expect(nextProductStatus(status, action)).toEqual(
      next === undefined ? { ok: false, code: "notAllowed" } : { ok: true, value: next },
    );
    expect(productActionsOpen(status).includes(action)).toBe(next !== undefined);
  });
});

test("every status can be reached from a draft, and nothing can be done with a withdrawn product", () => {
  const reached = new Set<string>(["draft"]);
  for (const status of productStatuses) {
    if (!reached.has(status)) continue;
    for (const next of Object.values(productWorkflow[status])) reached.add(next);
  }
  expect([...productStatuses].every((status) => reached.has(status))).toBe(true);
  expect(productActionsOpen("withdrawn")).toEqual([]);
});
