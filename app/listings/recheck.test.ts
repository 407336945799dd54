import { describe, expect, test } from "vitest";
import { canAskRecheck } from "./recheck";

describe("asking for another check of a listing", () => {
  test.each([
    ["is possible as soon as two weeks are left", { status: "live", lapsesOn: "2026-03-15" }, true],
    ["is not possible while more than two weeks are left", { status: "live", lapsesOn: "2026-03-16" }, false],
    ["is possible once the listing has lapsed", { status: "unconfirmed", lapsesOn: "2026-02-01" }, true],
    ["is possible when it was seen gone", { status: "not-live", lapsesOn: null }, true],
    ["is possible when nobody ever looked", { status: "claimed", lapsesOn: null }, true],
    ["is not possible for a live listing that never lapses", { status: "live", lapsesOn: null }, false],
  ] as const)("%s", (_title, standing, possible) => {
    expect(canAskRecheck(standing, "2026-03-01")).toBe(possible);
  });
});
