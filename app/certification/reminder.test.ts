import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/platform/day";
import { reminderDays, reminderDue } from "./reminder";

const validTo = "2026-12-31";
const due = (left: number) => reminderDue(validTo, addDays(validTo, -left));

test.each([
  [91, null],
  [90, 90],
  [31, 90],
  [30, 30],
  [8, 30],
  [7, 7],
  [0, 7],
  [-1, null],
])("with %i days left the reminder of %s days is due", (left, expected) => {
  expect(due(left)).toBe(expected);
});

test("whenever the portal is up, nobody is reminded more than three times, each time closer to the end", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 120 }), { maxLength: 60 }), (daysUp) => {
      const told: number[] = [];
      for (const left of daysUp.toSorted((a, b) => b - a)) {
        const reminder = due(left);
        if (reminder !== null && !told.includes(reminder)) told.push(reminder);
      }
      expect(told.length).toBeLessThanOrEqual(reminderDays.length);
      expect(told).toEqual(told.toSorted((a, b) => b - a));
      // Whoever asks on any day before the end has heard of it.
      expect(told.length > 0).toBe(daysUp.some((left) => left >= 0 && left <= 90));
    }),
  );
});
