import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween } from "~/platform/day";
import {
  type CertificateAction,
  type CertificateRole,
  type CertificateStatus,
  certificateActions,
  certificateActionsOpenTo,
  certificateRoles,
  certificateStatuses,
  certificateWorkflow,
  checkCertificateDates,
  defaultValidTo,
  nextCertificateStatus,
  standingOn,
} from "./certificate";

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1950-01-01", n));

// The whole workflow, written a second time on purpose: changing the table must be a decision made twice.
const possible: Record<string, CertificateStatus> = {
  "draft submit owner": "submitted",
  "draft withdraw owner": "withdrawn",
  "returned submit owner": "submitted",
  "returned withdraw owner": "withdrawn",
  "submitted recall owner": "draft",
  "submitted return officer": "returned",
  "submitted verify officer": "verified",
  "submitted refuse officer": "refused",
  "verified revoke officer": "revoked",
};
const other: Record<CertificateRole, CertificateRole> = { owner: "officer", officer: "owner" };
const everyStep = certificateStatuses.flatMap((status) =>
  certificateActions.flatMap((action) =>
    certificateRoles.map((by): [CertificateStatus, CertificateAction, CertificateRole] => [status, action, by]),
  ),
);

describe("the workflow", () => {
  test.each(everyStep)("a certificate that is %s: %s by the %s", (status, action, by) => {
    const next = possible[`${status} ${action} ${by}`];
    const refusal =
      possible[`${status} ${action} ${other[by]}`] === undefined ? "certificate.notPossible" : "certificate.notYours";
    expect(nextCertificateStatus(status, action, by)).toEqual(
      next === undefined ? { ok: false, code: refusal } : { ok: true, value: next },
    );
    expect(certificateActionsOpenTo(by, status).includes(action)).toBe(next !== undefined);
  });
  test("every status can be reached from a draft", () => {
    const reached = new Set<CertificateStatus>(["draft"]);
    for (const status of reached) {
      for (const step of Object.values(certificateWorkflow[status])) reached.add(step.next);
    }
    expect([...reached].sort()).toEqual([...certificateStatuses].sort());
  });
  test("refused, revoked and withdrawn are final, and nothing else is", () => {
    const closed = certificateStatuses.filter((status) => Object.keys(certificateWorkflow[status]).length === 0);
    expect(closed).toEqual(["refused", "revoked", "withdrawn"]);
  });
  test("only an officer makes a certificate count or stop counting", () => {
    for (const steps of Object.values(certificateWorkflow)) {
      for (const { next, by } of Object.values(steps)) {
        if (next === "verified" || next === "revoked" || next === "refused") expect(by).toBe("officer");
      }
    }
  });
});

describe("how long a certificate is valid", () => {
  test.each([
    ["2023-05-10", 36, "2026-05-09"],
    ["2023-01-01", 36, "2025-12-31"],
    ["2024-02-29", 36, "2027-02-28"],
    ["2024-02-29", 48, "2028-02-28"],
    ["2025-01-31", 1, "2025-02-28"],
    ["2025-03-01", 12, "2026-02-28"],
  ])("from %s for %i months: until %s", (validFrom, validityMonths, validTo) => {
    expect(defaultValidTo(validFrom, { validityMonths })).toBe(validTo);
  });
  test("a scheme without expiry gives none", () => {
    expect(defaultValidTo("2023-05-10", { validityMonths: null })).toBeNull();
  });
  test("a later start never ends earlier, and no period is longer than its months", () => {
    fc.assert(
      fc.property(days, fc.nat(40), fc.integer({ min: 1, max: 120 }), (from, later, validityMonths) => {
        const end = defaultValidTo(from, { validityMonths }) ?? "";
        expect((defaultValidTo(addDays(from, later), { validityMonths }) ?? "") >= end).toBe(true);
        expect(end <= addMonths(from, validityMonths)).toBe(true);
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(27);
      }),
    );
  });
});

describe("how a certificate stands", () => {
  const validity = { validFrom: "2024-01-10", validTo: "2025-01-09", revokedOn: null };

  test.each([
    ["2024-01-09", "not-yet-valid"],
    ["2024-01-10", "valid"],
    ["2025-01-09", "valid"],
    ["2025-01-10", "expired"],
  ])("on %s it is %s", (day, standing) => {
    expect(standingOn(day, validity)).toBe(standing);
  });
  test("one without expiry stays valid", () => {
    expect(standingOn("2999-01-01", { ...validity, validTo: null })).toBe("valid");
  });
  test("a revocation takes effect on its day and not before", () => {
    const revoked = { ...validity, revokedOn: "2024-06-01" };
    expect(standingOn("2024-05-31", revoked)).toBe("valid");
    expect(standingOn("2024-06-01", revoked)).toBe("revoked");
    expect(standingOn("2025-06-01", revoked)).toBe("revoked");
  });
  test("it is valid exactly from its first to its last day, but no longer than until it is revoked", () => {
    fc.assert(
      fc.property(days, days, fc.nat(2000), fc.option(days), (day, validFrom, length, revokedOn) => {
        const validTo = addDays(validFrom, length);
        const expected = day >= validFrom && day <= validTo && (revokedOn === null || day < revokedOn);
        expect(standingOn(day, { validFrom, validTo, revokedOn }) === "valid").toBe(expected);
      }),
    );
  });
});

describe("the dates copied from a certificate", () => {
  const ocop = { validityMonths: 36 };
  const today = "2026-11-22";
  const codes = (
    dates: Parameters<typeof checkCertificateDates>[0],
    scheme: { validityMonths: number | null } = ocop,
  ) => checkCertificateDates(dates, scheme, today).map(({ severity, field, code }) => `${severity} ${field} ${code}`);

  test("a certificate issued today for the scheme's full time has no problem", () => {
    expect(codes({ issuedOn: today, validFrom: today, validTo: "2029-11-21" })).toEqual([]);
  });
  test("one that ends today has no problem", () => {
    expect(codes({ issuedOn: "2023-11-23", validFrom: "2023-11-23", validTo: today })).toEqual([]);
  });
  test("one issued tomorrow is an error", () => {
    expect(codes({ issuedOn: "2026-11-23", validFrom: "2026-11-23", validTo: "2029-11-22" })).toEqual([
      "error issuedOn certificate.issuedInFuture",
    ]);
  });
  test("one valid before it was issued is a warning", () => {
    expect(codes({ issuedOn: "2026-03-01", validFrom: "2026-01-01", validTo: "2026-12-31" })).toEqual([
      "warning validFrom certificate.validBeforeIssued",
    ]);
  });
  test("reversed dates are an error, and only that one", () => {
    expect(codes({ issuedOn: "2025-01-01", validFrom: "2025-01-01", validTo: "2024-12-31" })).toEqual([
      "error validTo certificate.datesReversed",
    ]);
  });
  test("a day longer than the scheme allows is an error", () => {
    expect(codes({ issuedOn: today, validFrom: today, validTo: "2029-11-22" })).toEqual([
      "error validTo certificate.longerThanScheme",
    ]);
  });
  test("one that ended yesterday is a warning", () => {
    expect(codes({ issuedOn: "2023-11-22", validFrom: "2023-11-22", validTo: "2026-11-21" })).toEqual([
      "warning validTo certificate.alreadyExpired",
    ]);
  });
  test("no last day is an error where the scheme has an expiry, and right where it has none", () => {
    const dates = { issuedOn: "2020-01-01", validFrom: "2020-01-01", validTo: null };
    expect(codes(dates)).toEqual(["error validTo certificate.validToMissing"]);
    expect(codes(dates, { validityMonths: null })).toEqual([]);
  });
  test("a last day is allowed where the scheme has no expiry", () => {
    expect(
      codes({ issuedOn: "2020-01-01", validFrom: "2020-01-01", validTo: "2090-01-01" }, { validityMonths: null }),
    ).toEqual([]);
  });
  test("dates by the scheme's rule are never an error", () => {
    fc.assert(
      fc.property(days, fc.nat(400), fc.integer({ min: 1, max: 120 }), (issuedOn, wait, validityMonths) => {
        const validFrom = addDays(issuedOn, wait);
        const dates = { issuedOn, validFrom, validTo: defaultValidTo(validFrom, { validityMonths }) };
        expect(checkCertificateDates(dates, { validityMonths }, issuedOn)).toEqual([]);
      }),
    );
  });
});
