import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { findMemberCertificate } from "~/certification/certificate-queries.server";
import { decideCertificate } from "~/certification/decide-certificate.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { addInternalNote, listInternalNotes } from "~/reviews/add-internal-note.server";
import { claimReview } from "~/reviews/claim-review.server";
import { judgeRecheck } from "~/reviews/judge-recheck.server";
import { findRecheck, listDisagreements, listWaitingRechecks } from "~/reviews/recheck-queries.server";
import { findLatestReview } from "~/reviews/review-queries.server";
import { buildAccount, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOfficers, addOwned, addWaiting, asActor } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import "~/messages";

portalDatabase();

let first: Actor;
let second: Actor;
let leader: Actor;
let owner: Actor;
let enterpriseId: string;
let n = 100;

beforeAll(async () => {
  await seedReference(pool());
  [first, second] = (await addOfficers(1, 2)) as [Actor, Actor];
  const account = buildAccount(5, { role: "leader" });
  await insertRows(pool(), "accounts", [account]);
  leader = asActor(account);
  ({ owner, enterpriseId } = await addOwned(10));
});

const share = (basisPoints: number) =>
  pool().query("UPDATE bench_settings SET recheck_basis_points = $1", [basisPoints]);

/** A certificate that the first officer decided on; gives its id and that of its re-check, when it was drawn. */
async function decided(
  decision: "verify" | "return",
): Promise<{ certificateId: string; recheckId: string | undefined }> {
  n += 1;
  const [review] = await addWaiting(n, 1, enterpriseId);
  if (!review) throw new Error("no review");
  const certificateId = review.subjectId;
  await claimReview({ kind: "certificate", id: certificateId }, first, acting(first));
  const reasons = decision === "return" ? [{ field: "scan", reason: "unreadable", comment: "" }] : [];
  const said = { decision, note: "", reasons };
  const done = await decideCertificate({ certificateId, version: 1, decision: said }, first, acting(first));
  expect(done).toEqual({ ok: true, value: true });
  const drawn = await row<{ id: string }>("SELECT id FROM rechecks WHERE review_id = $1", [review.id]);
  return { certificateId, recheckId: drawn?.id };
}

const events = (id: string) =>
  rows<{ event: string }>("SELECT event FROM journal WHERE subject_id = $1 AND event LIKE 'recheck.%'", [id]);

describe("a re-check", () => {
  it("is drawn from no decision at a share of nothing, and from every one at a share of all", async () => {
    await share(0);
    expect((await decided("verify")).recheckId).toBeUndefined();
    await share(10_000);
    expect((await decided("verify")).recheckId).toBeDefined();
  });

  it("waits for another officer, who sees the case and not what was decided", async () => {
    const { recheckId = "" } = await decided("return");
    expect((await listWaitingRechecks(first.accountId)).map(({ id }) => id)).not.toContain(recheckId);
    expect(await listWaitingRechecks(second.accountId)).toContainEqual(expect.objectContaining({ id: recheckId }));
    expect(Object.keys((await listWaitingRechecks(second.accountId))[0] ?? {})).not.toContain("decision");
    expect(await findRecheck(recheckId, second.accountId, false)).toMatchObject({ isJudged: false, mayJudge: true });
    expect(await findRecheck(recheckId, first.accountId, false)).toBeUndefined();
    expect(await findRecheck(recheckId, leader.accountId, true)).toBeUndefined();
  });

  it("that comes to the same decision agrees, and tells nobody", async () => {
    const { recheckId = "" } = await decided("verify");
    const judged = await judgeRecheck({ id: recheckId, decision: "verify", comment: "" }, second, acting(second));
    expect(judged).toEqual({ ok: true, value: { agrees: true } });
    expect(await events(recheckId)).toHaveLength(1);
    expect(await rows("SELECT 1 FROM notices WHERE path LIKE '%' || $1", [recheckId])).toEqual([]);
  });

  it("that comes to another decision is told to the first officer and to leadership, and listed", async () => {
    const { recheckId = "" } = await decided("verify");
    await judgeRecheck({ id: recheckId, decision: "return", comment: "Ngày cấp khác" }, second, acting(second));
    const told = await rows<{ id: string }>("SELECT account_id AS id FROM notices WHERE path LIKE '%' || $1", [
      recheckId,
    ]);
    expect(told.map(({ id }) => id).sort()).toEqual([first.accountId, leader.accountId].sort());
    expect(await listDisagreements(null)).toContainEqual(
      expect.objectContaining({ id: recheckId, first: "verify", second: "return", comment: "Ngày cấp khác" }),
    );
    expect(await findRecheck(recheckId, leader.accountId, true)).toMatchObject({ first: "verify", agrees: false });
  });

  it("is judged once, never by who decided, a party or anyone who is no officer", async () => {
    const { recheckId: id = "" } = await decided("verify");
    const judge = (actor: Actor) => judgeRecheck({ id, decision: "verify", comment: "" }, actor, acting(actor));
    expect(await judge(first)).toEqual({ ok: false, code: "ownProposal" });
    expect(await judge(owner)).toEqual({ ok: false, code: "notFound" });
    const [party] = await addOfficers(50, 1);
    if (!party) throw new Error("no officer");
    await insertRows(pool(), "memberships", [buildMembership(party.accountId, enterpriseId)]);
    expect(await judge(party)).toEqual({ ok: false, code: "ownEnterprise" });
    const [other] = await addOfficers(51, 1);
    if (!other) throw new Error("no officer");
    const both = await Promise.all([judge(second), judge(other)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await events(id)).toHaveLength(1);
  });
});

describe("an internal note", () => {
  const secret = "CHỈ NỘI BỘ ĐỌC";

  it("is read by the office, and reaches neither owner, notice, mail nor journal", async () => {
    await share(0);
    n += 1;
    const [review] = await addWaiting(n, 1, enterpriseId);
    const certificateId = review?.subjectId ?? "";
    const note = { id: crypto.randomUUID(), kind: "certificate", subjectId: certificateId, text: secret } as const;
    expect(await addInternalNote(note, first, acting(first))).toEqual({ ok: true, value: true });
    expect(await addInternalNote(note, first, acting(first))).toEqual({ ok: true, value: true });
    expect((await listInternalNotes("certificate", certificateId)).map(({ text }) => text)).toEqual([secret]);

    await claimReview({ kind: "certificate", id: certificateId }, first, acting(first));
    const reasons = [{ field: "scan", reason: "unreadable", comment: "" }];
    const decision = { decision: "return", note: "Xin quét lại", reasons } as const;
    await decideCertificate({ certificateId, version: 1, decision }, first, acting(first));
    const seen = [
      await findMemberCertificate(certificateId, enterpriseId, owner.accountId),
      await findLatestReview("certificate", certificateId),
      await rows("SELECT * FROM notices"),
      await rows("SELECT * FROM mails"),
      await rows("SELECT event, data FROM journal"),
    ];
    expect(JSON.stringify(seen)).toContain("Xin quét lại");
    expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it("is neither written nor read by an officer who is a party, by owners, or on what was never reviewed", async () => {
    n += 1;
    const [review] = await addWaiting(n, 1, enterpriseId);
    const note = { kind: "certificate", subjectId: review?.subjectId ?? "", text: "x" } as const;
    const write = (actor: Actor, subjectId = note.subjectId) =>
      addInternalNote({ ...note, id: crypto.randomUUID(), subjectId }, actor, acting(actor));
    expect(await write(owner)).toEqual({ ok: false, code: "notFound" });
    expect(await write(first, crypto.randomUUID())).toEqual({ ok: false, code: "notFound" });
    const [party] = await addOfficers(60, 1);
    if (!party) throw new Error("no officer");
    await insertRows(pool(), "memberships", [buildMembership(party.accountId, enterpriseId)]);
    expect(await write(party)).toEqual({ ok: false, code: "notFound" });
  });

  it("cannot be changed or taken back", async () => {
    await expect(pool().query("UPDATE internal_notes SET text = 'x'")).rejects.toThrow("append-only");
    await expect(pool().query("DELETE FROM internal_notes")).rejects.toThrow("append-only");
  });
});
