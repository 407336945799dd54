import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "~/messages";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { claimReview } from "~/reviews/claim-review.server";
import { buildMembership, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  actingAs,
  addCertificateTo,
  type CertificateWorld,
  certificateRow,
  makeCertificateWorld,
  noticesOf,
} from "../../tests/integration/certificate-world";
import { portalDatabase } from "../../tests/integration/database";
import { eventsOf } from "../../tests/integration/people";
import { decideRevocation, withdrawRevocation } from "./decide-revocation.server";
import { type ProposedRevocation, proposeRevocation } from "./propose-revocation.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const now = instantOn("2026-03-02", 10);
let world: CertificateWorld;
let certificateId: string;
beforeEach(async () => {
  world = await makeCertificateWorld();
  certificateId = await addCertificateTo(world, { issuedOn: "2025-01-10" });
});

const codeOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? "accepted" : answer.code);
const propose = (by: Actor, given: Partial<ProposedRevocation> = {}) =>
  proposeRevocation(
    {
      id: crypto.randomUUID(),
      certificateId,
      version: 1,
      effectiveOn: "2026-03-02",
      reason: "conditions-lost",
      explanation: "QĐ 7/QĐ-UBND",
      document: undefined,
      ...given,
    },
    by,
    actingAs(by, now),
  );
const claim = (by: Actor, id: string) => claimReview({ kind: "revocation", id }, by, actingAs(by, now));
const decide = (by: Actor, id: string, decision: "confirm" | "reject" = "confirm", reason?: string) => {
  const reasons = reason === undefined ? [] : [{ field: "grounds", reason, comment: "" }];
  return decideRevocation({ id, version: 1, decision: { decision, note: "", reasons } }, by, actingAs(by, now));
};

async function proposed(): Promise<string> {
  const answer = await propose(world.officers[0]);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.revocationId;
}

describe("proposing a revocation", () => {
  it("changes nothing about the certificate, and puts the proposal before another officer", async () => {
    const id = await proposed();
    expect(await certificateRow(certificateId)).toMatchObject({ status: "verified", revokedOn: null, version: 1 });
    expect(await row("SELECT status, subject_kind AS kind FROM reviews WHERE subject_id = $1", [id])).toEqual({
      status: "waiting",
      kind: "revocation",
    });
    expect(await eventsOf(id)).toEqual(["revocation.proposed"]);
    expect(await noticesOf(world.owner)).toEqual([]);
  });

  it("is for a day on which the certificate would hold, before, on or after today", async () => {
    const [first] = world.officers;
    const answers = [];
    for (const effectiveOn of ["2025-01-09", "2028-01-10", "2028-01-09"]) {
      answers.push(codeOf(await propose(first, { effectiveOn })));
    }
    expect(answers).toEqual(["effectiveOn.beforeValid", "effectiveOn.afterEnd", "accepted"]);
  });

  it("is made once: the same form twice is one proposal, another one while it is open is refused", async () => {
    const [first, second] = world.officers;
    const id = crypto.randomUUID();
    const twice = await Promise.all([propose(first, { id }), propose(first, { id })]);
    expect(twice).toEqual(Array(2).fill({ ok: true, value: { revocationId: id } }));
    const others = await Promise.all([propose(second), propose(second)]);
    expect(others.map(codeOf)).toEqual(["alreadyProposed", "alreadyProposed"]);
  });

  it("refuses two officers who propose at the same moment all but one", async () => {
    const answers = await Promise.all(world.officers.map((officer) => propose(officer)));
    expect(answers.map(codeOf).sort()).toEqual(["accepted", "alreadyProposed", "alreadyProposed"]);
  });

  it("is not for owners, leaders, members of the enterprise, stale pages or certificates that were never verified", async () => {
    const [first, member] = world.officers;
    await insertRows(pool(), "memberships", [buildMembership(member.accountId, world.enterpriseId)]);
    const draft = await addCertificateTo(world, { status: "draft" });
    expect([
      codeOf(await propose(world.owner)),
      codeOf(await propose({ ...first, role: "leader" })),
      codeOf(await propose(member)),
      codeOf(await propose(first, { version: 2 })),
      codeOf(await propose(first, { certificateId: draft })),
      codeOf(await propose(first, { certificateId: crypto.randomUUID() })),
    ]).toEqual(["notFound", "notFound", "ownEnterprise", "stale", "notAllowed", "notFound"]);
  });
});

describe("deciding on a proposed revocation", () => {
  it("by a second officer ends the certificate on its day and tells the owner day and reason", async () => {
    const [first, second] = world.officers;
    const id = await proposed();
    await claim(second, id);
    expect(await decide(second, id)).toEqual({ ok: true, value: true });
    expect(await certificateRow(certificateId)).toMatchObject({ status: "revoked", revokedOn: "2026-03-02" });
    expect(await eventsOf(certificateId)).toEqual(["certificate.revoked"]);
    expect(await eventsOf(id)).toEqual(["revocation.proposed", "revocation.confirmed"]);
    const [told] = await noticesOf(world.owner);
    expect(told?.text).toContain("02/03/2026");
    expect(told?.text).toContain("QĐ 7/QĐ-UBND");
    expect(told?.text).toContain("Không còn đáp ứng điều kiện chứng nhận");
    expect((await noticesOf(first)).map(({ event }) => event)).toEqual(["revocation.confirmed"]);
  });

  it("is never for the officer who proposed it, not even by SQL", async () => {
    const [first] = world.officers;
    const id = await proposed();
    await claim(first, id);
    expect(codeOf(await decide(first, id))).toBe("ownProposal");
    await expect(
      rows(
        "UPDATE revocations SET status = 'confirmed', decided_by_id = proposed_by_id, decided_at = now() WHERE id = $1",
        [id],
      ),
    ).rejects.toThrow(/revocations_second_officer/);
    expect(await certificateRow(certificateId)).toMatchObject({ status: "verified" });
  });

  it("needs the review in hand, a reason to reject, and happens once", async () => {
    const [, second, third] = world.officers;
    const id = await proposed();
    expect(codeOf(await decide(second, id))).toBe("alreadyClaimed");
    await claim(second, id);
    expect(codeOf(await decide(third, id))).toBe("alreadyClaimed");
    expect(codeOf(await decide(second, id, "reject"))).toBe("reasons.required");
    const both = await Promise.all([decide(second, id), decide(second, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(certificateId)).toEqual(["certificate.revoked"]);
  });

  it("rejected leaves the certificate as it was, and it can be proposed again", async () => {
    const [first, second] = world.officers;
    const id = await proposed();
    await claim(second, id);
    expect(codeOf(await decide(second, id, "reject", "notFounded"))).toBe("accepted");
    expect(await certificateRow(certificateId)).toMatchObject({ status: "verified", version: 1 });
    expect((await noticesOf(first)).map(({ text }) => text).join()).toContain("Chưa đủ căn cứ");
    expect(await noticesOf(world.owner)).toEqual([]);
    expect(codeOf(await propose(first))).toBe("accepted");
  });

  it("is not for a member of the enterprise", async () => {
    const [, member] = world.officers;
    await insertRows(pool(), "memberships", [buildMembership(member.accountId, world.enterpriseId)]);
    const id = await proposed();
    expect(codeOf(await claim(member, id))).toBe("ownEnterprise");
    expect(codeOf(await decide(member, id))).toBe("ownEnterprise");
  });

  it("can be forestalled by its proposer alone, and then it is out of the queue", async () => {
    const [first, second] = world.officers;
    const id = await proposed();
    const withdraw = (by: Actor) => withdrawRevocation({ id, version: 1 }, by, actingAs(by, now));
    expect(codeOf(await withdraw(second))).toBe("notProposer");
    expect(codeOf(await withdraw(first))).toBe("accepted");
    expect(codeOf(await withdraw(first))).toBe("alreadyDecided");
    expect(await row("SELECT status FROM reviews WHERE subject_id = $1", [id])).toEqual({ status: "cancelled" });
    expect(codeOf(await decide(second, id))).toBe("alreadyDecided");
  });
});
