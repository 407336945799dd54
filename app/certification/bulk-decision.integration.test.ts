import "../../tests/integration/own-portal";
import "~/messages";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { claimReview } from "~/reviews/claim-review.server";
import { wholeQueue } from "~/reviews/queue-filter";
import { buildAccount, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOfficers } from "../../tests/integration/bench-stage";
import { addFitting, bulkInput, bulkStatus, fates, freshNumber, proposed } from "../../tests/integration/bulk-world";
import { asActor } from "../../tests/integration/people";
import { changeBulkDecision, chooseInBulk } from "./change-bulk-decision.server";
import { proposeBulkDecision } from "./propose-bulk-decision.server";
import { resumeBulkDecisions, runBulkDecision } from "./run-bulk-decision.server";

let officer: Actor;
let other: Actor;
beforeAll(() => seedReference(pool()));
beforeEach(async () => {
  // Each test decides on what it brings itself.
  await pool().query("UPDATE reviews SET status = 'cancelled' WHERE status IN ('waiting', 'claimed')");
  [officer, other] = (await addOfficers(freshNumber(2), 2)) as [Actor, Actor];
});

const now = () => new Date();
const change = (id: string, action: "start" | "pause" | "resume" | "cancel", by = officer) =>
  changeBulkDecision({ id, action }, by, acting(by, now()));
const context = () => ({ log, lastAttempt: true, signal: new AbortController().signal });
const work = (bulkDecisionId: string) => runBulkDecision.run({ bulkDecisionId }, context());
const decided = async (id: string) => {
  expect(await change(id, "start")).toEqual({ ok: true, value: null });
  await work(id);
};
const verifiedBy = (id: string) =>
  rows<{ subjects: number; entries: number }>(
    `SELECT count(DISTINCT subject_id) AS subjects, count(*) AS entries FROM journal
      WHERE event = 'certificate.verified' AND data->>'bulkDecisionId' = $1`,
    [id],
  );
const isWhole = async () => expect(await rows("SELECT 1 FROM journal_breaks()")).toEqual([]);

describe("what one document decides", () => {
  test("is verified by it: the document once, each certificate with one entry, each enterprise told once", async () => {
    const first = await addFitting(3);
    const second = await addFitting(2);
    const owners = [buildAccount(freshNumber()), buildAccount(freshNumber())] as const;
    await insertRows(pool(), "accounts", owners);
    await insertRows(pool(), "memberships", [
      buildMembership(owners[0].id, first.enterpriseId),
      buildMembership(owners[1].id, second.enterpriseId),
    ]);
    const id = await proposed(officer, now());
    await decided(id);

    expect(await bulkStatus(id)).toBe("finished");
    expect(new Set(Object.values(await fates(id)))).toEqual(new Set(["verified"]));
    const certificates = await rows(
      `SELECT DISTINCT c.status, c.version, c.verified_at IS NOT NULL AS verified, r.number = d.number AS linked
        FROM certificates c JOIN recognitions r ON r.id = c.recognition_id
          CROSS JOIN (SELECT r.number FROM bulk_decisions b JOIN recognitions r ON r.id = b.recognition_id WHERE b.id = $2) d
        WHERE c.id = ANY($1)`,
      [[...first.ids, ...second.ids], id],
    );
    expect(certificates).toEqual([{ status: "verified", version: 2, verified: true, linked: true }]);
    expect(
      await rows(
        "SELECT DISTINCT status, decision, decided_by_id, claimed_by_id FROM reviews WHERE subject_id = ANY($1)",
        [[...first.ids, ...second.ids]],
      ),
    ).toEqual([
      { status: "decided", decision: "verify", decided_by_id: officer.accountId, claimed_by_id: officer.accountId },
    ]);
    expect(await verifiedBy(id)).toEqual([{ subjects: 5, entries: 5 }]);
    expect(
      await row(
        "SELECT data->'decision'->>'issuer' AS issuer, data->'before'->>'status' AS before FROM journal WHERE subject_id = $1 AND event = 'certificate.verified'",
        [first.ids[0]],
      ),
    ).toEqual({ issuer: "UBND tỉnh (thử)", before: "submitted" });
    const told = await rows<{ subject: string; text: string }>(
      "SELECT subject, text FROM notices WHERE account_id = ANY($1) ORDER BY subject",
      [owners.map((one) => one.id)],
    );
    expect(told.map(({ subject }) => subject)).toEqual([
      "Đã xác nhận 2 giấy chứng nhận",
      "Đã xác nhận 3 giấy chứng nhận",
    ]);
    expect(await rows("SELECT subject FROM notices WHERE account_id = $1", [officer.accountId])).toHaveLength(1);
    await isWhole();
  });

  test("is drawn for a re-check like every decision", async () => {
    const { ids } = await addFitting(4);
    const share = (value: number) => pool().query("UPDATE bench_settings SET recheck_basis_points = $1", [value]);
    await share(10_000);
    await decided(await proposed(officer, now()));
    await share(500);
    expect(
      await row(
        "SELECT count(*) AS count FROM rechecks c JOIN reviews r ON r.id = c.review_id WHERE r.subject_id = ANY($1)",
        [ids],
      ),
    ).toEqual({ count: 4 });
  });

  test("is one record however often the document is entered, and needs its paper only once", async () => {
    await addFitting(2);
    const { document } = bulkInput();
    await proposed(officer, now(), { document });
    const again = {
      ...document,
      number: ` ${document.number.replace("QĐ", "qđ")} `,
      issuer: "UBND  Tỉnh (Thử)".replace("  ", " "),
    };
    await proposed(other, now(), { document: again, paper: undefined });
    expect(
      await rows(
        "SELECT number, paper_id IS NOT NULL AS signed FROM recognitions WHERE number_letters(number) = number_letters($1)",
        [document.number],
      ),
    ).toEqual([{ number: document.number, signed: true }]);
    const unknown = bulkInput({ paper: undefined });
    expect(await proposeBulkDecision(unknown, officer, acting(officer, now()))).toEqual({
      ok: false,
      code: "paper.missing",
    });
  });
});

describe("what is excluded, and why", () => {
  test("each for its own reason, and all of it still waits afterwards", async () => {
    const fits = await addFitting(2);
    const own = await addFitting(1);
    await insertRows(pool(), "memberships", [buildMembership(officer.accountId, own.enterpriseId)]);
    const held = await addFitting(1);
    const subject = { kind: "certificate", id: held.ids[0] ?? "" } as const;
    expect(await claimReview(subject, other, acting(other, now()))).toMatchObject({ ok: true });
    const expected = {
      ownEnterprise: own,
      alreadyClaimed: held,
      missingScan: await addFitting(1, { noScan: true }),
      missingData: await addFitting(1, { certificate: { level: null } }),
      levelDiffers: await addFitting(1, { certificate: { level: "4-star" } }),
      dayDiffers: await addFitting(1, { certificate: { issuedOn: "2026-02-09" } }),
      suspicion: await addFitting(1, { certificate: { number: "không rõ số" }, review: { risk: 1 } }),
    };
    const id = await proposed(officer, now());
    const reasons = Object.entries(expected).flatMap(([reason, { ids }]) =>
      ids.map((one) => [one, `excluded ${reason}`]),
    );
    expect(await fates(id)).toEqual(
      Object.fromEntries([...fits.ids.map((one) => [one, "chosen"]), ...reasons]) as Record<string, string>,
    );
    await decided(id);
    expect(await verifiedBy(id)).toEqual([{ subjects: 2, entries: 2 }]);
    const open = await rows("SELECT 1 FROM reviews WHERE status IN ('waiting', 'claimed') AND subject_id = ANY($1)", [
      Object.values(expected).flatMap(({ ids }) => ids),
    ]);
    expect(open).toHaveLength(7);
  });

  test("another officer's lease that ran out, and one's own, exclude nothing", async () => {
    const { ids } = await addFitting(2);
    const [mine = "", theirs = ""] = ids;
    await claimReview({ kind: "certificate", id: mine }, officer, acting(officer, now()));
    await claimReview({ kind: "certificate", id: theirs }, other, acting(other, new Date(Date.now() - 3_600_000)));
    const id = await proposed(officer, now());
    await decided(id);
    expect(await fates(id)).toEqual({ [mine]: "verified", [theirs]: "verified" });
  });

  test("a suspicion that was not marked yet is found when it is decided", async () => {
    const { ids } = await addFitting(1, { certificate: { number: "không rõ số" } });
    const id = await proposed(officer, now());
    expect(Object.values(await fates(id))).toEqual(["chosen"]);
    await decided(id);
    expect(await fates(id)).toEqual({ [ids[0] ?? ""]: "skipped suspicion" });
  });

  test("a number shared with other enterprises is no suspicion when it is the document's own", async () => {
    const input = bulkInput();
    const { number } = input.document;
    const first = await addFitting(1, { certificate: { number }, review: { risk: 2 } });
    const second = await addFitting(1, { certificate: { number: number.toLowerCase() }, review: { risk: 2 } });
    const id = await proposed(officer, now(), input);
    await decided(id);
    expect(await fates(id)).toEqual({ [first.ids[0] ?? ""]: "verified", [second.ids[0] ?? ""]: "verified" });
  });
});

describe("the list as the officer saw it", () => {
  test("takes in nothing that is submitted afterwards", async () => {
    const { ids } = await addFitting(1);
    const id = await proposed(officer, now());
    const late = await addFitting(1);
    await decided(id);
    expect(Object.keys(await fates(id))).toEqual(ids);
    expect(await row("SELECT status FROM certificates WHERE id = $1", [late.ids[0]])).toEqual({ status: "submitted" });
  });

  test("skips what changed, what was taken back and what another officer took or decided since, with the reason", async () => {
    const { ids } = await addFitting(4);
    const [changed = "", recalled = "", taken = "", same = ""] = ids;
    const id = await proposed(officer, now());
    await pool().query("UPDATE certificates SET version = version + 1 WHERE id = $1", [changed]);
    await pool().query("UPDATE reviews SET status = 'cancelled' WHERE subject_id = $1", [recalled]);
    await claimReview({ kind: "certificate", id: taken }, other, acting(other, now()));
    await decided(id);
    expect(await fates(id)).toEqual({
      [changed]: "skipped stale",
      [recalled]: "skipped alreadyDecided",
      [taken]: "skipped alreadyClaimed",
      [same]: "verified",
    });
    await isWhole();
  });

  test("can be made shorter and longer again before it starts, by its officer alone", async () => {
    const { ids } = await addFitting(3);
    const [out = "", back = ""] = ids;
    const id = await proposed(officer, now());
    const choose = (certificateId: string, chosen: boolean, by = officer) =>
      chooseInBulk({ id, certificateId, chosen }, by, acting(by, now()));
    expect(await choose(out, false)).toEqual({ ok: true, value: null });
    expect(await choose(out, false)).toEqual({ ok: true, value: null });
    await choose(back, false);
    await choose(back, true);
    expect(await choose(back, false, other)).toEqual({ ok: false, code: "notFound" });
    expect(await change(id, "start", other)).toEqual({ ok: false, code: "notFound" });
    await decided(id);
    expect(Object.values(await fates(id)).sort()).toEqual(["left-out", "verified", "verified"]);
    expect(await choose(out, true)).toEqual({ ok: false, code: "notAllowed" });
    const events = await rows("SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq", [id]);
    expect(events.map(({ event }) => event)).toEqual([
      "bulk-decision.proposed",
      "bulk-decision.left-out",
      "bulk-decision.left-out",
      "bulk-decision.put-back",
      "bulk-decision.started",
      "bulk-decision.finished",
    ]);
  });

  test("is of the filter: only what it lets through, never another kind or scheme, and not more than can be looked through", async () => {
    const { ids } = await addFitting(2);
    const number = (await row<{ number: string }>("SELECT number FROM certificates WHERE id = $1", [ids[0]]))?.number;
    const id = await proposed(officer, now(), { filter: { ...wholeQueue, kind: "listing", query: number ?? "" } });
    expect(Object.keys(await fates(id))).toEqual([ids[0]]);
    const none = bulkInput({ filter: { ...wholeQueue, query: "không có gì như vậy" } });
    expect(await proposeBulkDecision(none, officer, acting(officer, now()))).toEqual({
      ok: false,
      code: "nothingMatches",
    });
    const unknown = bulkInput();
    const awards = { ...unknown, document: { ...unknown.document, awards: ["6-star"] } };
    expect(await proposeBulkDecision(awards, officer, acting(officer, now()))).toEqual({
      ok: false,
      code: "awards.unknown",
    });
    const before = await rows("SELECT 1 FROM recognitions WHERE number = $1", [unknown.document.number]);
    expect(before).toEqual([]);
    await pool().query("UPDATE reviews SET status = 'cancelled' WHERE status IN ('waiting', 'claimed')");
    await addFitting(2001);
    expect(await proposeBulkDecision(bulkInput(), officer, acting(officer, now()))).toEqual({
      ok: false,
      code: "tooManyMatch",
    });
  });

  test("is none of an owner's, a leader's, an administrator's or the digital team's", async () => {
    await addFitting(1);
    for (const role of ["owner", "leader", "administrator", "digital-team"] as const) {
      const person = asActor(buildAccount(freshNumber(), { role }));
      expect(await proposeBulkDecision(bulkInput(), person, acting(person, now()))).toEqual({
        ok: false,
        code: "notFound",
      });
    }
  });
});

describe("the run", () => {
  test("is one, however often its form and its start are sent, and with two workers at once", async () => {
    await addFitting(150);
    const input = bulkInput();
    const twice = await Promise.all([1, 2].map(() => proposeBulkDecision(input, officer, acting(officer, now()))));
    expect(twice).toEqual(Array(2).fill({ ok: true, value: { id: input.id } }));
    expect(await proposeBulkDecision(input, other, acting(other, now()))).toEqual({ ok: false, code: "notFound" });
    const starts = await Promise.all([1, 2].map(() => change(input.id, "start")));
    expect(starts.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await rows("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`bulk-decision:${input.id}`])).toHaveLength(
      1,
    );
    await Promise.all([work(input.id), work(input.id)]);
    expect(await verifiedBy(input.id)).toEqual([{ subjects: 150, entries: 150 }]);
    await isWhole();
  });

  test("does nothing while it is paused, goes on when resumed, and nothing more once cancelled", async () => {
    await addFitting(2);
    const id = await proposed(officer, now());
    await change(id, "start");
    expect(await change(id, "pause")).toMatchObject({ ok: true });
    await work(id);
    expect(new Set(Object.values(await fates(id)))).toEqual(new Set(["chosen"]));
    expect(await change(id, "resume")).toMatchObject({ ok: true });
    expect(await change(id, "cancel")).toMatchObject({ ok: true });
    await work(id);
    expect(await verifiedBy(id)).toEqual([{ subjects: 0, entries: 0 }]);
    expect(await change(id, "resume")).toEqual({ ok: false, code: "notAllowed" });
  });

  test("ends when its officer is none any more, and decides nothing in their name", async () => {
    await addFitting(1);
    const id = await proposed(officer, now());
    await change(id, "start");
    await pool().query("UPDATE accounts SET disabled_at = now() WHERE id = $1", [officer.accountId]);
    await work(id);
    expect(await bulkStatus(id)).toBe("failed");
    expect(Object.values(await fates(id))).toEqual(["chosen"]);
  });

  test("with nothing chosen does not start", async () => {
    await addFitting(1, { noScan: true });
    expect(await change(await proposed(officer, now()), "start")).toEqual({ ok: false, code: "nothingChosen" });
  });

  test("that shows no more life is brought back to work; one at work is left alone", async () => {
    await addFitting(1);
    const id = await proposed(officer, now());
    await change(id, "start");
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    const jobs = () => rows("SELECT key FROM graphile_worker.jobs WHERE key = $1", [`bulk-decision:${id}`]);
    await resumeBulkDecisions.run({}, context());
    expect(await jobs()).toEqual([]);
    await pool().query("UPDATE bulk_decisions SET progressed_at = now() - interval '2 minutes' WHERE id = $1", [id]);
    await resumeBulkDecisions.run({}, context());
    await resumeBulkDecisions.run({}, context());
    expect(await jobs()).toHaveLength(1);
  });

  test("killed between batches goes on where it was: no certificate twice, none lost", async () => {
    for (let enterprise = 0; enterprise < 12; enterprise += 1) await addFitting(100);
    const id = await proposed(officer, now());
    await change(id, "start");
    const script = path.resolve("tests/integration/bulk-process.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, id], { stdio: "ignore", env: process.env });
    const exited = once(child, "exit");
    const done = async () => (await verifiedBy(id))[0]?.entries ?? 0;
    await expect.poll(done, { interval: 5, timeout: 30_000 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await exited;
    expect(await done()).toBeLessThan(1200);
    await work(id);
    expect(await bulkStatus(id)).toBe("finished");
    expect(await verifiedBy(id)).toEqual([{ subjects: 1200, entries: 1200 }]);
    await isWhole();
  }, 120_000);

  test("of a thousand certificates takes as many statements as ten batches do, not as a thousand decisions", async () => {
    for (let enterprise = 0; enterprise < 20; enterprise += 1) await addFitting(50);
    const id = await proposed(officer, now());
    await change(id, "start");
    const query = vi.spyOn(pg.Client.prototype, "query");
    await work(id);
    const statements = query.mock.calls.length;
    query.mockRestore();
    expect(await verifiedBy(id)).toEqual([{ subjects: 1000, entries: 1000 }]);
    expect(statements).toBeLessThan(300);
  }, 60_000);
});
