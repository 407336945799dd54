import { expect, test } from "vitest";
import { reviewSubjects } from "~/reviews/review";
import { fitsKind, reviewFields } from "./review-fields";

test.each(reviewSubjects)(
  "a reason for a %s stands at any field of its kind, or at one, and at no other kind's",
  (kind) => {
    expect(fitsKind(kind, undefined)).toBe(true);
    expect(reviewFields[kind].every((field) => fitsKind(kind, field))).toBe(true);
    expect(fitsKind(kind, "somewhere")).toBe(false);
  },
);
