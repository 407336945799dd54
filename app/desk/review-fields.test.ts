import { expect, test } from "vitest";
import { reviewSubjects } from "~/reviews/review";
import { fitsKind, reviewFields } from "./review-fields";

test.each(reviewSubjects)("a reason for a %s stands at a field of its kind and at no other", (kind) => {
  expect(reviewFields[kind].every((field) => fitsKind(kind, field))).toBe(true);
  expect(fitsKind(kind, "somewhere")).toBe(false);
});
