import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day } from "~/platform/day";
import { pool, row, rows } from "~/platform/db/client.server";
import { buildAccount, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOwned, addWaiting } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import { loadCalendar } from "./calendar-queries.server";
import { changeServiceTime } from "./change-service-time.server";
import { workingDayAfter, workingDaysBetween } from "./working-days";
import { addPublicHoliday, removePublicHoliday } from "./write-public-holiday.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const administrator = asActor(buildAccount(1, { role: "administrator" }));
beforeAll(() => insertRows(pool(), "accounts", [buildAccount(1, { role: "administrator" })]));

const dueOf = async (id: string): Promise<Day | undefined> =>
  (await row<{ due: Day }>("SELECT due_on AS due FROM reviews WHERE id = $1", [id]))?.due;
const events = async (kind: string) =>
  (await rows<{ event: string }>("SELECT event FROM journal WHERE subject_kind = $1 ORDER BY seq", [kind])).map(
    ({ event }) => event,
  );

describe("the calendar in the database", () => {
  it("counts working days as the decision does, on every day of three years", async () => {
    const calendar = await loadCalendar();
    const starts = Array.from({ length: 1100 }, (_, n) => addDays("2024-01-01", n));
    const found = await rows<{ start: Day; after: Day; between: number }>(
      `SELECT d AS start, working_day_after(d, 1 + n::int % 23) AS after, working_days_between(d, d + n::int % 97) AS between
        FROM unnest($1::date[]) WITH ORDINALITY AS given (d, n)`,
      [starts],
    );
    expect(found).toEqual(
      starts.map((start, index) => ({
        start,
        after: workingDayAfter(start, 1 + ((index + 1) % 23), calendar),
        between: workingDaysBetween(start, addDays(start, (index + 1) % 97), calendar),
      })),
    );
  });

  it("does not bring back a day that an administrator took out", async () => {
    await removePublicHoliday({ day: "2027-04-16" }, administrator, acting(administrator));
    await seedReference(pool());
    expect(await row("SELECT 1 FROM public_holidays WHERE day = '2027-04-16'")).toBeUndefined();
  });
});

describe("the last day of a review", () => {
  it("is set when it is opened, from the service time of its kind, over Tết and in the calendar of Vietnam", async () => {
    const { enterpriseId } = await addOwned(10);
    // 23:30 in Vietnam on Thursday, 12 February, is still that day, though in UTC it is the afternoon.
    const [review] = await addWaiting(11, 1, enterpriseId, { openedAt: instantOn("2026-02-12", 23.5) });
    expect(await dueOf(review?.id ?? "")).toBe("2026-02-26");
  });

  it("moves with the calendar while the review is open, and stays once it is decided", async () => {
    const { enterpriseId } = await addOwned(20);
    const openedAt = instantOn("2026-06-01", 9);
    const [open] = await addWaiting(21, 1, enterpriseId, { openedAt });
    const [decided] = await addWaiting(22, 1, enterpriseId, {
      openedAt,
      status: "decided",
      decision: "verify",
      decidedAt: openedAt,
    });
    const holiday = { day: "2026-06-04", kind: "holiday", nameVi: "Nghỉ", nameEn: "Closed" } as const;
    expect(await addPublicHoliday(holiday, administrator, acting(administrator))).toEqual({ ok: true, value: true });
    expect([await dueOf(open?.id ?? ""), await dueOf(decided?.id ?? "")]).toEqual(["2026-06-09", "2026-06-08"]);

    expect(await addPublicHoliday(holiday, administrator, acting(administrator))).toEqual({ ok: true, value: true });
    const other = { ...holiday, kind: "working-day" } as const;
    expect(await addPublicHoliday(other, administrator, acting(administrator))).toEqual({
      ok: false,
      code: "day.taken",
    });
    await removePublicHoliday({ day: "2026-06-04" }, administrator, acting(administrator));
    expect(await dueOf(open?.id ?? "")).toBe("2026-06-08");
    expect(await events("public-holiday")).toEqual([
      "public-holiday.removed",
      "public-holiday.added",
      "public-holiday.removed",
    ]);
  });

  it("moves with the service time, which two administrators cannot change over each other", async () => {
    const { enterpriseId } = await addOwned(30);
    const [review] = await addWaiting(31, 1, enterpriseId, { openedAt: instantOn("2026-06-01", 9) });
    const change = { kind: "certificate", workingDays: 7, version: 1 } as const;
    expect(await changeServiceTime(change, administrator, acting(administrator))).toEqual({ ok: true, value: true });
    expect(await dueOf(review?.id ?? "")).toBe("2026-06-10");
    expect(await changeServiceTime(change, administrator, acting(administrator))).toEqual({ ok: false, code: "stale" });
    expect(await events("service-time")).toEqual(["service-time.changed"]);
  });

  it("is for administrators to move", async () => {
    const owner = (await addOwned(40)).owner;
    const holiday = { day: "2026-07-01", kind: "holiday", nameVi: "x", nameEn: "x" } as const;
    expect(await addPublicHoliday(holiday, owner, acting(owner))).toEqual({ ok: false, code: "notFound" });
    expect(await removePublicHoliday(holiday, owner, acting(owner))).toEqual({ ok: false, code: "notFound" });
    const change = { kind: "listing", workingDays: 7, version: 1 } as const;
    expect(await changeServiceTime(change, owner, acting(owner))).toEqual({ ok: false, code: "notFound" });
  });
});
