import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "~/platform/day";
import { publicHolidays } from "../../prisma/seed/reference/public-holidays";
import { serviceTimeOn } from "./service-time";
import { type Calendar, isWorkingDay, workingDayAfter, workingDaysBetween } from "./working-days";

const days = (kind: string): Set<Day> =>
  new Set(publicHolidays.filter((one) => one.kind === kind).map(({ day }) => day));
const vietnam: Calendar = { holidays: days("holiday"), workedInstead: days("working-day") };

const someDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2023-11-01", n));
const someCalendar = fc
  .record({ holidays: fc.array(someDay, { maxLength: 40 }), workedInstead: fc.array(someDay, { maxLength: 10 }) })
  .map(({ holidays, workedInstead }) => ({ holidays: new Set(holidays), workedInstead: new Set(workedInstead) }));

describe("working days of Vietnam", () => {
  it("are Monday to Friday", () => {
    const week = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"];
    expect(week.map((day) => isWorkingDay(day, vietnam))).toEqual([true, true, true, true, true, false, false]);
  });

  it("leave out a holiday, and include the Saturday worked in exchange for a bridging day", () => {
    expect(isWorkingDay("2025-05-02", vietnam)).toBe(false);
    expect(isWorkingDay("2025-04-26", vietnam)).toBe(true);
  });

  it("jump over Tết 2026: what comes on Friday 13 February is due five working days later on 27 February", () => {
    expect(workingDayAfter("2026-02-13", 5, vietnam)).toBe("2026-02-27");
    expect(workingDaysBetween("2026-02-13", "2026-02-22", vietnam)).toBe(0);
    expect(workingDaysBetween("2026-02-13", "2026-02-27", vietnam)).toBe(5);
  });

  it("count the Saturday of 22 August 2026 and not the Monday of 31 August", () => {
    expect(workingDaysBetween("2026-08-21", "2026-08-24", vietnam)).toBe(2);
    expect(workingDayAfter("2026-08-28", 1, vietnam)).toBe("2026-09-03");
  });

  it("are none between a day and itself or an earlier one", () => {
    expect(workingDaysBetween("2026-03-05", "2026-03-05", vietnam)).toBe(0);
    expect(workingDaysBetween("2026-03-05", "2026-03-02", vietnam)).toBe(0);
  });

  it("are counted as one would count them day by day, whatever the calendar", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), someCalendar, (first, length, calendar) => {
        let counted = 0;
        for (let n = 1; n <= length; n += 1) if (isWorkingDay(addDays(first, n), calendar)) counted += 1;
        expect(workingDaysBetween(first, addDays(first, length), calendar)).toBe(counted);
      }),
    );
  });

  it("lead so many days on to a working day with exactly so many between", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), someCalendar, (start, count, calendar) => {
        const end = workingDayAfter(start, count, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(workingDaysBetween(start, end, calendar)).toBe(count);
      }),
    );
  });
});

describe("a review against its service time", () => {
  const review = { openedOn: "2026-02-11", dueOn: workingDayAfter("2026-02-11", 5, vietnam) };

  it("stands still over Tết", () => {
    expect(review.dueOn).toBe("2026-02-25");
    expect(serviceTimeOn("2026-02-13", review, vietnam)).toEqual({ age: 2, allowed: 5, state: "in-time" });
    expect(serviceTimeOn("2026-02-22", review, vietnam)).toEqual({ age: 2, allowed: 5, state: "in-time" });
  });

  it("is due soon from the working day before its last day, and overdue only after that day", () => {
    expect(serviceTimeOn("2026-02-23", review, vietnam).state).toBe("in-time");
    expect(serviceTimeOn("2026-02-24", review, vietnam).state).toBe("due-soon");
    expect(serviceTimeOn("2026-02-25", review, vietnam)).toEqual({ age: 5, allowed: 5, state: "due-soon" });
    expect(serviceTimeOn("2026-02-26", review, vietnam)).toEqual({ age: 6, allowed: 5, state: "overdue" });
  });

  it("goes from in time through due soon to overdue and never back", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 20 }), someCalendar, (openedOn, allowed, calendar) => {
        const dueOn = workingDayAfter(openedOn, allowed, calendar);
        const states = Array.from({ length: 60 }, (_, n) =>
          serviceTimeOn(addDays(openedOn, n), { openedOn, dueOn }, calendar),
        );
        const order = states.map(({ state }) => ["in-time", "due-soon", "overdue"].indexOf(state));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { age, state } of states) expect(age <= allowed || state === "overdue").toBe(true);
      }),
    );
  });
});
