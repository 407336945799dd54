import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { buildAccount, buildEnterprise, buildMembership, buildProduct, schemeId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import "~/messages";
import type { CertificateForm } from "./certificate-form";
import { decideCertificate } from "./decide-certificate.server";
import { moveCertificate } from "./submit-certificate.server";
import { addCertificate, editCertificate } from "./write-certificate.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

let n = 100;
const now = new Date("2026-03-02T03:00:00Z");
const acting = (actor: Actor): Acting => ({ actorId: actor.accountId, requestId: "test", now });

let owner: Actor;
let stranger: Actor;
let officer: Actor;
let second: Actor;
let enterpriseId: string;
let productId: string;

beforeEach(async () => {
  n += 10;
  const accounts = [
    buildAccount(n),
    buildAccount(n + 1),
    buildAccount(n + 2, { role: "officer" }),
    buildAccount(n + 3, { role: "officer" }),
  ] as const;
  const enterprise = buildEnterprise(n);
  const product = buildProduct(n, { enterpriseId: enterprise.id });
  await insertRows(pool(), "accounts", [...accounts]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(accounts[0].id, enterprise.id)]);
  await insertRows(pool(), "products", [product]);
  [owner, stranger, officer, second] = accounts.map(asActor) as [Actor, Actor, Actor, Actor];
  enterpriseId = enterprise.id;
  productId = product.id;
});

const form = (changes: Partial<CertificateForm> = {}): CertificateForm => ({
  id: crypto.randomUUID(),
  version: undefined,
  schemeId: schemeId("ocop"),
  number: `${n}/QĐ-UBND`,
  level: "3-star",
  issuedOn: "2025-01-10",
  validFrom: "2025-01-10",
  validTo: undefined,
  products: [productId],
  ...changes,
});

const scan = () => ({
  sha256: (n + 5).toString(16).padStart(64, "a"),
  mediaType: "application/pdf",
  sizeBytes: 1000,
  width: null,
  height: null,
  originalName: "quyet-dinh.pdf",
});

const stateOf = async (id: string) =>
  row<{ status: string; version: number }>("SELECT status, version FROM certificates WHERE id = $1", [id]);

const eventsOf = async (id: string) =>
  (await rows<{ event: string }>("SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq", [id])).map(
    ({ event }) => event,
  );

/** A certificate handed in by the owner and waiting for an officer. */
async function submitted(): Promise<string> {
  const added = await addCertificate({ enterpriseId, form: form(), scan: scan() }, owner, acting(owner));
  if (!added.ok) throw new Error(added.code);
  const { certificateId } = added.value;
  const moved = await moveCertificate(
    { certificateId, enterpriseId, action: "submit", version: 1 },
    owner,
    acting(owner),
  );
  if (!moved.ok) throw new Error(moved.code);
  return certificateId;
}

const verify = { decision: "verify", note: "", reasons: [] } as const;

describe("adding a certificate", () => {
  it("gives the last day by the scheme's validity when it is left empty", async () => {
    const entered = form();
    expect(await addCertificate({ enterpriseId, form: entered, scan: undefined }, owner, acting(owner))).toMatchObject({
      ok: true,
    });
    const found = await row<{ validTo: string }>('SELECT valid_to AS "validTo" FROM certificates WHERE id = $1', [
      entered.id,
    ]);
    expect(found?.validTo).toBe("2028-01-09");
  });

  it("adds one certificate when the same form is sent twice", async () => {
    const entered = form();
    const [first, again] = await Promise.all([
      addCertificate({ enterpriseId, form: entered, scan: undefined }, owner, acting(owner)).catch(String),
      addCertificate({ enterpriseId, form: entered, scan: undefined }, owner, acting(owner)).catch(String),
    ]);
    expect([first, again]).toEqual(Array(2).fill({ ok: true, value: { certificateId: entered.id } }));
    expect(await eventsOf(entered.id)).toEqual(["certificate.added"]);
  });

  it("refuses a second certificate with the same number, however it is spelt", async () => {
    await addCertificate({ enterpriseId, form: form({ number: "12/QĐ-UBND" }), scan: undefined }, owner, acting(owner));
    const again = await addCertificate(
      { enterpriseId, form: form({ number: " 12 / qđ–ubnd" }), scan: undefined },
      owner,
      acting(owner),
    );
    expect(again).toEqual({ ok: false, code: "number.taken" });
  });

  it("refuses dates and levels that the scheme does not allow, at their field", async () => {
    const attempt = async (changes: Partial<CertificateForm>) => {
      const answer = await addCertificate({ enterpriseId, form: form(changes), scan: undefined }, owner, acting(owner));
      return answer.ok ? "accepted" : answer.code;
    };
    expect(await attempt({ issuedOn: "2026-03-03", validFrom: "2026-03-03" })).toBe("issuedOn.issuedInFuture");
    expect(await attempt({ validTo: "2024-12-31" })).toBe("validTo.datesReversed");
    expect(await attempt({ validTo: "2030-01-01" })).toBe("validTo.longerThanScheme");
    expect(await attempt({ level: undefined })).toBe("level.levelMissing");
    expect(await attempt({ level: "6-star" })).toBe("level.levelUnknown");
    expect(await attempt({ schemeId: crypto.randomUUID() })).toBe("schemeId.unknown");
  });

  it("refuses an enterprise, a product or a certificate that is somebody else's", async () => {
    const other = buildEnterprise(n + 1);
    const foreign = buildProduct(n + 1, { enterpriseId: other.id });
    await insertRows(pool(), "enterprises", [other]);
    await insertRows(pool(), "products", [foreign]);
    const answers = await Promise.all([
      addCertificate({ enterpriseId, form: form(), scan: undefined }, stranger, acting(stranger)),
      addCertificate({ enterpriseId: other.id, form: form(), scan: undefined }, owner, acting(owner)),
      addCertificate({ enterpriseId, form: form({ products: [foreign.id] }), scan: undefined }, owner, acting(owner)),
    ]);
    expect(answers.map((answer) => (answer.ok ? "accepted" : answer.code))).toEqual([
      "notFound",
      "notFound",
      "products.foreign",
    ]);
  });
});

describe("the owner's steps", () => {
  it("says what is missing before a certificate can be submitted", async () => {
    const entered = form({ products: [] });
    await addCertificate({ enterpriseId, form: entered, scan: undefined }, owner, acting(owner));
    const submit = (version: number) =>
      moveCertificate({ certificateId: entered.id, enterpriseId, action: "submit", version }, owner, acting(owner));
    expect(await submit(1)).toEqual({ ok: false, code: "missing.scan" });
    await editCertificate({ enterpriseId, form: { ...entered, version: 1 }, scan: scan() }, owner, acting(owner));
    expect(await submit(2)).toEqual({ ok: false, code: "missing.products" });
  });

  it("refuses a stale form and leaves the certificate as it is", async () => {
    const entered = form();
    await addCertificate({ enterpriseId, form: entered, scan: undefined }, owner, acting(owner));
    const edit = (number: string) =>
      editCertificate(
        { enterpriseId, form: { ...entered, number, version: 1 }, scan: undefined },
        owner,
        acting(owner),
      );
    expect(await edit("first")).toMatchObject({ ok: true });
    expect(await edit("second")).toEqual({ ok: false, code: "stale" });
    expect(await row("SELECT number FROM certificates WHERE id = $1", [entered.id])).toEqual({ number: "first" });
  });

  it("takes a certificate out of the queue when the owner takes it back", async () => {
    const certificateId = await submitted();
    await moveCertificate({ certificateId, enterpriseId, action: "recall", version: 2 }, owner, acting(owner));
    expect(await stateOf(certificateId)).toMatchObject({ status: "draft" });
    expect(await row("SELECT status FROM reviews WHERE subject_id = $1", [certificateId])).toEqual({
      status: "cancelled",
    });
    const claim = await claimReview({ kind: "certificate", id: certificateId }, officer, acting(officer));
    expect(claim).toEqual({ ok: false, code: "alreadyDecided" });
  });
});

describe("the officer's decision", () => {
  const claim = (certificateId: string, actor: Actor) =>
    claimReview({ kind: "certificate", id: certificateId }, actor, acting(actor));

  it("verifies what the officer holds, tells the members by mail and journals it once", async () => {
    const certificateId = await submitted();
    await claim(certificateId, officer);
    expect(await decideCertificate({ certificateId, version: 2, decision: verify }, officer, acting(officer))).toEqual({
      ok: true,
      value: true,
    });
    expect(await stateOf(certificateId)).toMatchObject({ status: "verified" });
    expect(await eventsOf(certificateId)).toEqual([
      "certificate.added",
      "certificate.submitted",
      "certificate.verified",
    ]);
    const mails = await rows("SELECT kind FROM mails WHERE recipient = $1", [owner.email]);
    expect(mails).toEqual([{ kind: "certificate.verified" }]);
  });

  it("lets only one of two officers claim, and only the holder decide", async () => {
    const certificateId = await submitted();
    const claims = await Promise.all([claim(certificateId, officer), claim(certificateId, second)]);
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    const [holder, other] = claims[0]?.ok ? [officer, second] : [second, officer];
    const late = await decideCertificate({ certificateId, version: 2, decision: verify }, other, acting(other));
    expect(late).toEqual({ ok: false, code: "alreadyClaimed" });
    const twice = await Promise.all(
      [1, 2].map(() => decideCertificate({ certificateId, version: 2, decision: verify }, holder, acting(holder))),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await eventsOf(certificateId)).filter((event) => event === "certificate.verified")).toHaveLength(1);
  });

  it("keeps an officer away from an enterprise they belong to", async () => {
    await insertRows(pool(), "memberships", [buildMembership(officer.accountId, enterpriseId)]);
    const certificateId = await submitted();
    expect(await claim(certificateId, officer)).toEqual({ ok: false, code: "ownEnterprise" });
    const decided = await decideCertificate({ certificateId, version: 2, decision: verify }, officer, acting(officer));
    expect(decided).toEqual({ ok: false, code: "ownEnterprise" });
  });

  it("needs a reason to return or refuse, and keeps the reasons for the owner", async () => {
    const certificateId = await submitted();
    await claim(certificateId, officer);
    const sendBack = (reasons: { field: string; reason: string; comment: string }[]) =>
      decideCertificate(
        { certificateId, version: 2, decision: { decision: "return", note: "", reasons } },
        officer,
        acting(officer),
      );
    expect(await sendBack([])).toEqual({ ok: false, code: "reasons.required" });
    expect(await sendBack([{ field: "scan", reason: "unreadable", comment: "Mờ" }])).toMatchObject({ ok: true });
    expect(await stateOf(certificateId)).toMatchObject({ status: "returned" });
    const kept = await rows(
      "SELECT field, reason, comment FROM review_reasons q JOIN reviews r ON r.id = q.review_id WHERE r.subject_id = $1",
      [certificateId],
    );
    expect(kept).toEqual([{ field: "scan", reason: "unreadable", comment: "Mờ" }]);
  });

  it("is not verified while a reason against it is given", async () => {
    const certificateId = await submitted();
    await claim(certificateId, officer);
    const reasons = [{ field: "scan", reason: "unreadable", comment: "" }];
    const decided = await decideCertificate(
      { certificateId, version: 2, decision: { ...verify, reasons } },
      officer,
      acting(officer),
    );
    expect(decided).toEqual({ ok: false, code: "reasons.contrary" });
    expect(await stateOf(certificateId)).toMatchObject({ status: "submitted" });
  });

  it("refuses to decide on a certificate that changed after the officer opened it", async () => {
    const certificateId = await submitted();
    await moveCertificate({ certificateId, enterpriseId, action: "recall", version: 2 }, owner, acting(owner));
    await moveCertificate({ certificateId, enterpriseId, action: "submit", version: 3 }, owner, acting(owner));
    await claim(certificateId, officer);
    const decided = await decideCertificate({ certificateId, version: 2, decision: verify }, officer, acting(officer));
    expect(decided).toEqual({ ok: false, code: "stale" });
    expect(
      await row("SELECT status FROM reviews WHERE subject_id = $1 AND status = 'claimed'", [certificateId]),
    ).toBeDefined();
  });

  it("puts a review back for others when the officer lets it go", async () => {
    const certificateId = await submitted();
    await claim(certificateId, officer);
    await releaseReview({ kind: "certificate", id: certificateId }, officer, acting(officer));
    expect(await claim(certificateId, second)).toMatchObject({ ok: true });
  });

  it("gives no decision to an owner, a leader or an administrator", async () => {
    const certificateId = await submitted();
    for (const role of ["owner", "leader", "administrator"] as const) {
      const actor = { ...stranger, role };
      expect(await claim(certificateId, actor)).toEqual({ ok: false, code: "notFound" });
      const decided = await decideCertificate({ certificateId, version: 2, decision: verify }, actor, acting(actor));
      expect(decided).toEqual({ ok: false, code: "notFound" });
    }
  });
});

describe("the journal", () => {
  it("is whole, and refuses every change and removal", async () => {
    await submitted();
    expect(await rows("SELECT * FROM journal_breaks()")).toEqual([]);
    await expect(rows("UPDATE journal SET event = 'x.y'")).rejects.toThrow(/append-only/);
    await expect(rows("DELETE FROM journal")).rejects.toThrow(/append-only/);
    await expect(rows("TRUNCATE journal")).rejects.toThrow(/append-only/);
  });

  it("shows an entry that somebody changed behind the database's back", async () => {
    await submitted();
    await rows("ALTER TABLE journal DISABLE TRIGGER journal_is_append_only");
    await rows("UPDATE journal SET actor_id = NULL WHERE seq = (SELECT max(seq) FROM journal)");
    await rows("ALTER TABLE journal ENABLE TRIGGER journal_is_append_only");
    expect(await rows("SELECT seq = (SELECT max(seq) FROM journal) AS last FROM journal_breaks()")).toEqual([
      { last: true },
    ]);
  });
});
