import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { findMemberCertificate } from "~/certification/certificate-queries.server";
import { decideCertificate } from "~/certification/decide-certificate.server";
import { dayOf } from "~/platform/day";
import { pool, row, rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { translator } from "~/platform/i18n";
import { addInternalNote, listInternalNotes } from "~/reviews/add-internal-note.server";
import { changeRecheckShare, findRecheckShare, recheckShareSchema } from "~/reviews/change-recheck-share.server";
import { claimReview } from "~/reviews/claim-review.server";
import { decideReview } from "~/reviews/decide-review.server";
import { judgeRecheck, recheckSchemaOf } from "~/reviews/judge-recheck.server";
import { findRecheck, listRechecks } from "~/reviews/recheck-queries.server";
import { type ReviewSubject, reviewSubjects } from "~/reviews/review";
import { reviewDecisions } from "~/reviews/review-decision";
import { findLatestReview } from "~/reviews/review-queries.server";
import {
  buildAccount,
  buildCertificate,
  buildChecklistAnswer,
  buildListing,
  buildMembership,
  buildProduct,
  buildProposedChange,
  buildReview,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOfficers, addOwned, addWaiting, benchNow } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import { findRecheckSubject } from "./recheck-subject.server";
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

const all = { limit: 100, offset: 0 };
const today = dayOf(benchNow);
const waitingFor = async (officer: Actor) =>
  (await listRechecks("cho-kiem", { officerId: officer.accountId, today }, all)).rows;

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
    expect((await waitingFor(first)).map(({ id }) => id)).not.toContain(recheckId);
    expect(await waitingFor(second)).toContainEqual(
      expect.objectContaining({ id: recheckId, first: null, firstBy: null, second: null }),
    );
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
    expect((await listRechecks("khac-y", { officerId: null, today }, all)).rows).toContainEqual(
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

/** A review of every kind, held by the first officer, of a subject that is there. */
async function claimedSubject(kind: ReviewSubject): Promise<string> {
  n += 1;
  const held = { enterpriseId, status: "claimed", claimedById: first.accountId, claimedAt: benchNow } as const;
  const product = buildProduct(n, { enterpriseId });
  await insertRows(pool(), "products", [product]);
  const insert = {
    certificate: async () => {
      const certificate = buildCertificate(n, { enterpriseId, status: "submitted" });
      await insertRows(pool(), "certificates", [certificate]);
      return certificate.id;
    },
    listing: async () => {
      const listing = buildListing(n, { productId: product.id });
      await insertRows(pool(), "listings", [listing]);
      return listing.id;
    },
    change: async () => {
      const change = buildProposedChange(n, {
        ...{ subjectKind: "product", subjectId: product.id, enterpriseId, proposedById: owner.accountId },
        before: { name: product.name },
        after: { name: "Tên đề xuất" },
      });
      await insertRows(pool(), "proposed_changes", [change]);
      return change.id;
    },
    revocation: async () => crypto.randomUUID(),
    "checklist-answer": async () => {
      const item = await row<{ id: string }>("SELECT id FROM checklist_items WHERE kind = 'verified' LIMIT 1");
      const answer = buildChecklistAnswer(n, { enterpriseId, itemId: item?.id ?? "", status: "submitted" });
      await insertRows(pool(), "checklist_answers", [answer]);
      return answer.id;
    },
  };
  const subjectId = await insert[kind]();
  await insertRows(pool(), "reviews", [buildReview(n, { subjectKind: kind, subjectId, ...held })]);
  return subjectId;
}

describe("a re-check of any kind", () => {
  it.each(reviewSubjects)("of a %s is drawn when it is decided, unless two officers decide anyway", async (kind) => {
    await share(10_000);
    const id = await claimedSubject(kind);
    const [decision = ""] = reviewDecisions[kind];
    const said = { decision, note: "", reasons: [] };
    const done = await inTransaction(acting(first), async (tx) => decideReview(tx, { kind, id }, said, first));
    if (!done.ok) throw new Error(done.code);
    const drawn = await row<{ id: string }>("SELECT id FROM rechecks WHERE review_id = $1", [done.value.reviewId]);
    if (kind === "revocation") {
      expect(drawn).toBeUndefined();
      return;
    }
    const recheck = await findRecheck(drawn?.id ?? "", second.accountId, false);
    expect(recheck).toMatchObject({ kind, subjectId: id, mayJudge: true, isSentAgain: false });
    const reader = { t: translator("vi"), language: "vi", accountId: second.accountId, isStaff: true } as const;
    const shown = recheck && (await findRecheckSubject(recheck, { ...reader, today: dayOf(benchNow) }));
    expect(shown).toMatchObject({ kind });
    const other = reviewDecisions[kind][1] ?? "";
    expect(recheckSchemaOf(kind).safeParse({ decision: other }).success).toBe(false);
    const judgement = recheckSchemaOf(kind).parse({ decision: other, comment: "Khác" });
    const judged = await judgeRecheck({ id: drawn?.id ?? "", ...judgement }, second, acting(second));
    expect(judged).toEqual({ ok: true, value: { agrees: false } });
  });

  it("cannot be judged by the words of another kind", () => {
    expect(recheckSchemaOf("listing").safeParse({ decision: "verify" }).success).toBe(false);
  });

  it("says so when the owner has sent the case again since", async () => {
    await share(10_000);
    const { recheckId = "", certificateId } = await decided("return");
    const later = new Date(benchNow.getTime() + 60_000);
    await insertRows(pool(), "reviews", [
      buildReview(9_000 + n, { subjectKind: "certificate", subjectId: certificateId, enterpriseId, openedAt: later }),
    ]);
    expect(await findRecheck(recheckId, second.accountId, false)).toMatchObject({ isSentAgain: true });
  });
});

describe("the share of re-checks", () => {
  it("is the administrator's to set, once for each version, with a journal entry", async () => {
    const account = buildAccount(6, { role: "administrator" });
    await insertRows(pool(), "accounts", [account]);
    const administrator = asActor(account);
    const { version = 0 } = (await findRecheckShare()) ?? {};
    const set = (actor: Actor, at = version) => changeRecheckShare({ share: 750, version: at }, actor, acting(actor));
    expect(await set(first)).toEqual({ ok: false, code: "notFound" });
    expect(await set(administrator)).toEqual({ ok: true, value: true });
    expect(await set(administrator)).toEqual({ ok: true, value: true });
    const other = { share: 100, version };
    expect(await changeRecheckShare(other, administrator, acting(administrator))).toEqual({ ok: false, code: "stale" });
    expect(await findRecheckShare()).toEqual({ share: 750, version: version + 1 });
    const entries = await rows<{ data: unknown }>("SELECT data FROM journal WHERE event = 'recheck-share.changed'");
    expect(entries).toEqual([{ data: expect.objectContaining({ after: { recheckBasisPoints: 750 } }) }]);
  });

  it("is typed as per cent", () => {
    expect(recheckShareSchema.parse({ share: "2,5", version: "1" })).toEqual({ share: 250, version: 1 });
    expect(recheckShareSchema.safeParse({ share: "101", version: "1" }).success).toBe(false);
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
