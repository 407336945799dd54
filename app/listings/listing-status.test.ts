import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "~/platform/day";
import { type Evidence, evidenceKinds, evidenceVerdicts, listingStatuses, statusOn } from "./listing-status";

const at = (day: string, time = "09:00") => new Date(`${day}T${time}:00+07:00`);
const proof = (day: string, over: Partial<Evidence> = {}): Evidence => ({
  id: "e1",
  kind: "officer-check",
  verdict: "live",
  observedAt: at(day),
  recordedAt: at(day),
  ...over,
});
const later = at("2099-01-01");

describe("a listing without proof", () => {
  const claimed = { status: "claimed", observedAt: null, ageDays: null, lapsesOn: null };
  test("is only claimed", () => {
    expect(statusOn("2026-03-01", later, [], 90)).toEqual(claimed);
  });
  test("stays claimed however often its owner says it is live", () => {
    const claims = [proof("2026-01-01", { kind: "owner-claim" }), proof("2026-02-01", { kind: "owner-claim" })];
    expect(statusOn("2026-03-01", later, claims, 90)).toEqual(claimed);
  });
});

describe("a listing seen live", () => {
  const seen = [proof("2026-01-01")];
  test("is live from that day on, with the age of the proof and the day it lapses", () => {
    expect(statusOn("2026-01-01", later, seen, 90)).toEqual({
      status: "live",
      observedAt: at("2026-01-01"),
      ageDays: 0,
      lapsesOn: "2026-04-02",
    });
    expect(statusOn("2025-12-31", later, seen, 90).status).toBe("claimed");
  });
  test("is live for the whole window and unconfirmed the day after", () => {
    expect(statusOn("2026-04-01", later, seen, 90)).toMatchObject({ status: "live", ageDays: 90 });
    expect(statusOn("2026-04-02", later, seen, 90)).toMatchObject({
      status: "unconfirmed",
      ageDays: 91,
      lapsesOn: "2026-04-02",
    });
  });
  test("is live again once it is confirmed again", () => {
    expect(statusOn("2026-04-02", later, [...seen, proof("2026-04-02", { id: "e2" })], 90).status).toBe("live");
  });
  test("belongs to the Vietnamese day on which it was seen", () => {
    const atMidnight = [proof("2026-01-01", { observedAt: new Date("2026-01-01T17:00:00Z") })];
    expect(statusOn("2026-01-01", later, atMidnight, 90).status).toBe("claimed");
    expect(statusOn("2026-01-02", later, atMidnight, 90).status).toBe("live");
  });
});

describe("a listing seen gone", () => {
  test("is not live, and does not lapse into a maybe", () => {
    const gone = [proof("2026-01-01"), proof("2026-02-01", { id: "e2", verdict: "not-live" })];
    expect(statusOn("2026-01-31", later, gone, 90).status).toBe("live");
    expect(statusOn("2026-12-31", later, gone, 90)).toEqual({
      status: "not-live",
      observedAt: at("2026-02-01"),
      ageDays: 333,
      lapsesOn: null,
    });
  });
  test("is gone also on its owner's word, and back only on somebody else's", () => {
    const byOwner = [proof("2026-01-01"), proof("2026-02-01", { id: "e2", kind: "owner-claim", verdict: "not-live" })];
    expect(statusOn("2026-02-01", later, byOwner, 90).status).toBe("not-live");
    const claimedBack = [...byOwner, proof("2026-02-02", { id: "e3", kind: "owner-claim" })];
    expect(statusOn("2026-02-02", later, claimedBack, 90).status).toBe("not-live");
    const checkedBack = [...byOwner, proof("2026-02-02", { id: "e3", kind: "link-check" })];
    expect(statusOn("2026-02-02", later, checkedBack, 90).status).toBe("live");
  });
});

describe("what we knew when", () => {
  test("a proof recorded late counts for its day, but only for those who ask later", () => {
    const late = [proof("2026-01-01", { recordedAt: at("2026-02-10") })];
    expect(statusOn("2026-01-15", at("2026-02-09"), late, 90).status).toBe("claimed");
    expect(statusOn("2026-01-15", at("2026-02-10"), late, 90).status).toBe("live");
  });
  test("of two observations at the same instant the one recorded later decides, then the larger id", () => {
    const live = proof("2026-01-01", { id: "a", recordedAt: at("2026-01-03") });
    const gone = proof("2026-01-01", { id: "b", verdict: "not-live", recordedAt: at("2026-01-02") });
    expect(statusOn("2026-01-05", later, [live, gone], 90).status).toBe("live");
    expect(statusOn("2026-01-05", later, [live, { ...gone, recordedAt: live.recordedAt }], 90).status).toBe("not-live");
    expect(statusOn("2026-01-05", later, [{ ...gone, recordedAt: live.recordedAt }, live], 90).status).toBe("not-live");
  });
});

describe("properties", () => {
  const instant = fc
    .integer({ min: 0, max: 400 * 24 })
    .map((hours) => new Date(at("2025-06-01").getTime() + hours * 3_600_000));
  const evidence = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1 }),
      kind: fc.constantFrom(...evidenceKinds),
      verdict: fc.constantFrom(...evidenceVerdicts),
      observedAt: instant,
      recordedAt: instant,
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  const window = fc.integer({ min: 1, max: 200 });
  const day = instant.map(dayOf);

  test("the order in which evidence is read does not matter", () => {
    fc.assert(
      fc.property(evidence, day, instant, window, fc.func(fc.integer()), (list, on, knownAt, days, key) => {
        const shuffled = [...list].sort((a, b) => key(a.id) - key(b.id));
        expect(statusOn(on, knownAt, shuffled, days)).toEqual(statusOn(on, knownAt, list, days));
      }),
    );
  });
  test("no word of the owner ever makes a listing live, and none of it revives a lapsed one", () => {
    fc.assert(
      fc.property(
        evidence,
        day,
        instant,
        window,
        instant,
        fc.constantFrom(...evidenceVerdicts),
        (list, on, knownAt, days, when, verdict) => {
          const claim: Evidence = { id: "zzz", kind: "owner-claim", verdict, observedAt: when, recordedAt: when };
          const before = statusOn(on, knownAt, list, days).status;
          const after = statusOn(on, knownAt, [...list, claim], days).status;
          if (after === "live") expect(before).toBe("live");
          expect(listingStatuses).toContain(after);
        },
      ),
    );
  });
  test("a live listing is live up to the day before it lapses and unconfirmed from then on", () => {
    fc.assert(
      fc.property(evidence, day, instant, window, (list, on, knownAt, days) => {
        const { status, lapsesOn } = statusOn(on, knownAt, list, days);
        if (lapsesOn === null) expect(["claimed", "not-live"]).toContain(status);
        else expect(status).toBe(on < lapsesOn ? "live" : "unconfirmed");
      }),
    );
  });
  test("what was observed after the day, or recorded after the instant, changes nothing", () => {
    fc.assert(
      fc.property(evidence, day, instant, window, (list, on, knownAt, days) => {
        const known = list.filter((item) => item.recordedAt <= knownAt && dayOf(item.observedAt) < addDays(on, 1));
        expect(statusOn(on, knownAt, known, days)).toEqual(statusOn(on, knownAt, list, days));
      }),
    );
  });
});
