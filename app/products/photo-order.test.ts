import { expect, test } from "vitest";
import { moved } from "./photo-order";

test.each([
  ["b", "earlier", ["b", "a", "c"]],
  ["b", "later", ["a", "c", "b"]],
  ["a", "earlier", ["a", "b", "c"]],
  ["c", "later", ["a", "b", "c"]],
  ["x", "later", ["a", "b", "c"]],
] as const)("of three photos, %s moved %s", (photo, direction, order) => {
  expect(moved(["a", "b", "c"], photo, direction)).toEqual(order);
});
