import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, compareDays, dayOf, daysBetween, isDay, parseDayInput, startOfDay } from "./day";

const days = fc.integer({ min: 0, max: 200_000 }).map((n) => addDays("1900-01-01", n));

describe("isDay", () => {
  test.each(["2025-12-31", "2024-02-29", "1900-01-01", "9999-12-31"])("%s is a day", (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each([
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-1-1",
    "1899-12-31",
    "0225-01-01",
    "31/12/2025",
    "",
    " 2025-12-31",
  ])("'%s' is not", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("the day in Vietnam", () => {
  test("an instant at 17:00 UTC already belongs to the next day there", () => {
    expect(dayOf(new Date("2025-12-31T16:59:59.999Z"))).toBe("2025-12-31");
    expect(dayOf(new Date("2025-12-31T17:00:00Z"))).toBe("2026-01-01");
  });
  test("a day begins at 17:00 UTC of the day before", () => {
    expect(startOfDay("2026-01-01")).toEqual(new Date("2025-12-31T17:00:00Z"));
  });
  test("every day begins on that day, and a millisecond earlier it was the day before", () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = startOfDay(addDays(day, 1));
        expect(dayOf(start)).toBe(addDays(day, 1));
        expect(dayOf(new Date(start.getTime() - 1))).toBe(day);
      }),
    );
  });
  test("an instant outside the range is an error, not a strange day", () => {
    expect(() => dayOf(new Date("1800-01-01T00:00:00Z"))).toThrow(RangeError);
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  test("a month later than 31 January is the last day of February", () => {
    expect(addMonths("2025-01-31", 1)).toBe("2025-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2024-02-29", 36)).toBe("2027-02-28");
    expect(addMonths("2025-03-31", -1)).toBe("2025-02-28");
  });
  test("days between two days are counted from the first to the second", () => {
    expect(daysBetween("2025-12-31", "2026-01-01")).toBe(1);
    expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
  });
  test("a day is neither before nor after itself", () => {
    expect(compareDays("2025-12-31", "2025-12-31")).toBe(0);
  });
  test("a day beyond the range is an error", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addMonths("1900-01-31", -1)).toThrow(RangeError);
  });
  test("adding days and counting them back agree, and the order of days is the order of their strings", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const distance = daysBetween(a, b);
        expect(addDays(a, distance)).toBe(b);
        expect(compareDays(a, b)).toBe(Math.sign(-distance) + 0);
      }),
    );
  });
});

describe("what people type", () => {
  test.each([
    ["31/12/2025", "2025-12-31"],
    ["1/9/2025", "2025-09-01"],
    ["01-09-2025", "2025-09-01"],
    ["1.9.2025", "2025-09-01"],
    [" 2025-09-01 ", "2025-09-01"],
    ["29/02/2024", "2024-02-29"],
  ])("%s is read as %s", (text, day) => {
    expect(parseDayInput(text)).toBe(day);
  });
  test.each([
    "29/02/2025",
    "31/04/2025",
    "12/31/2025",
    "1/9/25",
    "1/9-2025",
    "2025/09/01",
    "hôm nay",
    "",
    "1/9/0225",
    "31/12/9999",
    "1/1/3000",
  ])("'%s' is not a day", (text) => {
    expect(parseDayInput(text)).toBeUndefined();
  });
  test("every day reads back from the way it is written in Vietnam", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("/", "-", "."), (day, separator) => {
        expect(parseDayInput(day.split("-").reverse().join(separator))).toBe(day);
      }),
    );
  });
});
