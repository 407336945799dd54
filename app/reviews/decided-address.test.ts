import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DecidedAddress,
  decidedFilter,
  decidedHref,
  decidedSpans,
  noScheme,
  readDecidedAddress,
} from "./decided-address";
import { reviewSubjects } from "./review";

const read = (href: string) => {
  const asked = new URL(href, "http://portal").searchParams;
  return readDecidedAddress((name) => asked.get(name));
};

describe("the address of a list of decided reviews", () => {
  test("says all that the list is narrowed to, and nothing else", () => {
    const address: fc.Arbitrary<DecidedAddress> = fc.record({
      trong: fc.constantFrom(...decidedSpans),
      loai: fc.constantFrom(...reviewSubjects, null),
      chungNhan: fc.oneof(fc.uuid(), fc.constant(noScheme), fc.constant(null)),
      lyDo: fc.option(fc.uuid()),
      canBo: fc.option(fc.uuid()),
      dungHan: fc.constantFrom("1" as const, null),
    });
    fc.assert(
      fc.property(address, (one) => {
        expect(read(decidedHref(one))).toEqual({ ...one });
      }),
    );
  });

  test("that makes no sense asks for all of the last 90 days", () => {
    const asked = read("/tham-dinh/da-giai-quyet?trong=x&loai=x&chungNhan=x&lyDo=x&canBo=x&dungHan=x");
    expect(decidedFilter(asked, "2026-06-30")).toEqual({
      since: "2026-04-01",
      kind: null,
      schemeId: null,
      withoutScheme: false,
      reasonId: null,
      officerId: null,
      inTime: false,
    });
  });

  test.each([
    ["30-ngay", "2026-05-31"],
    ["90-ngay", "2026-04-01"],
    ["12-thang", "2025-06-30"],
  ] as const)("within %s begins on %s", (trong, since) => {
    expect(decidedFilter(read(decidedHref({ trong })), "2026-06-30").since).toBe(since);
  });

  test("tells reviews of no scheme from those of any", () => {
    expect(decidedFilter(read(decidedHref({ chungNhan: noScheme, dungHan: "1" })), "2026-06-30")).toMatchObject({
      schemeId: null,
      withoutScheme: true,
      inTime: true,
    });
  });
});
