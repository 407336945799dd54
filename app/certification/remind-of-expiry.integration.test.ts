import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "~/messages";
import { addDays, type Day } from "~/platform/day";
import { pool, rows } from "~/platform/db/client.server";
import { buildReview, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  addCertificateTo,
  type CertificateWorld,
  makeCertificateWorld,
  noticesOf,
} from "../../tests/integration/certificate-world";
import { countQueries } from "../../tests/integration/count-queries";
import { portalDatabase } from "../../tests/integration/database";
import { revokeCertificate } from "../../tests/integration/two-officers";
import { remindOfExpiry } from "./remind-of-expiry.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const validTo: Day = "2026-12-31";
const issuedOn: Day = "2024-01-01";
const daysBefore = (days: number) => instantOn(addDays(validTo, -days), 7);

let world: CertificateWorld;
let certificateId: string;
beforeEach(async () => {
  // What earlier tests left has its own owners, but all officers share desks.
  await rows("TRUNCATE certificate_reminders, notices");
  await rows("UPDATE certificates SET valid_from = '2020-01-01', valid_to = '2020-12-31'");
  world = await makeCertificateWorld();
  certificateId = await addCertificateTo(world, { issuedOn, validTo });
});
const told = async () => (await noticesOf(world.owner)).length;

describe("reminding of the end of a certificate", () => {
  it("tells the owner 90, 30 and 7 days before, once each, however often it runs", async () => {
    const given: number[] = [];
    for (const days of [91, 90, 89, 31, 30, 30, 8, 7, 6, 0, -1]) {
      await remindOfExpiry(daysBefore(days));
      given.push(await told());
    }
    expect(given).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
    const [first] = await noticesOf(world.owner);
    expect(first?.subject).toContain("31/12/2026");
    expect(first?.path).toBe(`/quan-ly/${world.enterpriseId}/chung-nhan/${certificateId}`);
    expect(await rows("SELECT kind FROM mails WHERE recipient = $1", [world.owner.email])).toHaveLength(3);
  });

  it("tells late what it could not tell in time, and only the nearest", async () => {
    expect(await remindOfExpiry(daysBefore(20))).toBe(1);
    expect(await rows("SELECT days_before AS days FROM certificate_reminders")).toEqual([{ days: 30 }]);
    expect(await remindOfExpiry(daysBefore(5))).toBe(1);
    expect(await told()).toBe(2);
  });

  it("gives one notice each when several processes remind at once", async () => {
    for (let more = 0; more < 30; more += 1) {
      await addCertificateTo(world, { issuedOn, validTo, number: `R-${more}` });
    }
    const counts = await Promise.all(Array.from({ length: 4 }, () => remindOfExpiry(daysBefore(30))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(31);
    expect(await told()).toBe(31);
    expect(await rows("SELECT 1 FROM mails WHERE recipient = $1", [world.owner.email])).toHaveLength(31);
    const [officer] = world.officers;
    const lines = (await noticesOf(officer)).flatMap(({ text }) => text.split("\n\n"));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("asks the database no more often for 60 certificates than for two", async () => {
    await addCertificateTo(world, { issuedOn, validTo, number: "HAI" });
    const ofTwo = await countQueries(() => remindOfExpiry(daysBefore(90)));
    for (let more = 0; more < 58; more += 1) {
      await addCertificateTo(world, { issuedOn, validTo, number: `R-${more}` });
    }
    await rows("TRUNCATE certificate_reminders, notices");
    expect(await countQueries(() => remindOfExpiry(daysBefore(90)))).toBe(ofTwo);
    expect(await told()).toBe(60);
  });

  it("leaves out what is renewed, revoked or to be revoked, not verified, or without an end", async () => {
    await addCertificateTo(world, { issuedOn: "2026-12-01", supersedesId: certificateId, number: "MOI-1" });
    const revoked = await addCertificateTo(world, { issuedOn, validTo, number: "THU-HOI" });
    const [first, second] = world.officers;
    await revokeCertificate({ certificateId: revoked, effectiveOn: "2026-12-20" }, [first, second], daysBefore(60));
    await rows("TRUNCATE notices");
    await addCertificateTo(world, { issuedOn, validTo, number: "CHO", status: "submitted" });
    await addCertificateTo(world, { issuedOn, validTo: null, number: "MAI" }, "geographical-indication");
    expect(await remindOfExpiry(daysBefore(30))).toBe(0);
    expect(await told()).toBe(0);
  });

  it("goes on reminding while the renewal is not verified", async () => {
    await addCertificateTo(world, {
      issuedOn: "2026-11-01",
      supersedesId: certificateId,
      number: "MOI-1",
      status: "submitted",
    });
    expect(await remindOfExpiry(daysBefore(30))).toBe(1);
  });

  it("goes on reminding when the renewal was revoked", async () => {
    const renewal = await addCertificateTo(world, {
      issuedOn: "2026-11-01",
      supersedesId: certificateId,
      number: "MOI-1",
    });
    expect(await remindOfExpiry(daysBefore(30))).toBe(0);
    const [first, second] = world.officers;
    await revokeCertificate({ certificateId: renewal, effectiveOn: "2026-12-10" }, [first, second], daysBefore(25));
    expect(await remindOfExpiry(daysBefore(24))).toBe(1);
  });

  it("tells anew when the last day was changed", async () => {
    await remindOfExpiry(daysBefore(30));
    await rows("UPDATE certificates SET valid_to = '2026-12-20' WHERE id = $1", [certificateId]);
    expect(await remindOfExpiry(daysBefore(29))).toBe(1);
    expect(await told()).toBe(2);
  });

  it("tells the officer who verified them of all in one notice; without one, every officer", async () => {
    const [verifier, other] = world.officers;
    const second = await addCertificateTo(world, { issuedOn, validTo, number: "HAI" });
    await insertRows(
      pool(),
      "reviews",
      [certificateId, second].map((subjectId, index) =>
        buildReview(world.n + index, {
          subjectKind: "certificate",
          subjectId,
          enterpriseId: world.enterpriseId,
          status: "decided",
          decision: "verify",
          decidedById: verifier.accountId,
          decidedAt: instantOn("2024-01-02"),
        }),
      ),
    );
    await remindOfExpiry(daysBefore(90));
    expect(await noticesOf(verifier)).toMatchObject([{ path: "/so/chung-nhan?tinhTrang=expiring" }]);
    expect(await noticesOf(other)).toEqual([]);
    await rows("UPDATE accounts SET disabled_at = now() WHERE id = $1", [verifier.accountId]);
    await remindOfExpiry(daysBefore(30));
    expect(await noticesOf(verifier)).toHaveLength(1);
    expect(await noticesOf(other)).toHaveLength(1);
  });
});
