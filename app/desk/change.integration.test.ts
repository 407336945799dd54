import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import type { ProposeCertificateForm } from "~/certification/certificate-change";
import { proposeCertificateChange } from "~/certification/propose-certificate-change.server";
import { pool, row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import { addPhotos } from "~/products/add-photos.server";
import { arrangePhotos } from "~/products/arrange-photos.server";
import { editProduct } from "~/products/edit-product.server";
import type { ProductEdit } from "~/products/product-form";
import { findMemberProduct } from "~/products/product-queries.server";
import { listProductVersions } from "~/products/product-start.server";
import { withdrawProduct } from "~/products/withdraw-product.server";
import { findChangeOf } from "~/reviews/change-queries.server";
import { claimReview } from "~/reviews/claim-review.server";
import { type ChangeDecision, decideChange } from "~/reviews/decide-change.server";
import { withdrawChange } from "~/reviews/withdraw-change.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildMembership,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { asActor, eventsOf } from "../../tests/integration/people";
import { revokeCertificate } from "../../tests/integration/two-officers";
import "~/messages";
import { changeKinds } from "./change-kinds.server";
import { findPublicProduct } from "./public-queries.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const now = new Date("2026-03-02T03:00:00Z");
const acting = (actor: Actor): Acting => ({ actorId: actor.accountId, requestId: "test", now });

let n = 0;
let owner: Actor;
let officer: Actor;
let second: Actor;
let stranger: Actor;
let enterpriseId: string;
let product: ReturnType<typeof buildProduct>;
let further: ReturnType<typeof buildProduct>;
let certificate: ReturnType<typeof buildCertificate>;

beforeEach(async () => {
  n += 10;
  const accounts = [0, 1, 2, 3].map((step) => buildAccount(n + step, { role: step % 3 === 0 ? "owner" : "officer" }));
  const enterprise = buildEnterprise(n);
  enterpriseId = enterprise.id;
  product = buildProduct(n, { enterpriseId, name: "Bún Song Thằn", price: 50_000 });
  further = buildProduct(n + 1, { enterpriseId });
  certificate = buildCertificate(n, { enterpriseId, issuedOn: "2025-01-10", validFrom: "2025-01-10" });
  await insertRows(pool(), "accounts", accounts);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(accounts[0]?.id ?? "", enterprise.id)]);
  await insertRows(pool(), "products", [product, further]);
  await insertRows(pool(), "certificates", [certificate]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(n, { certificateId: certificate.id, productId: product.id, coversFrom: "2025-01-10" }),
  ]);
  [owner, officer, second, stranger] = accounts.map(asActor) as [Actor, Actor, Actor, Actor];
});

const edited = (changes: Partial<ProductEdit> = {}): ProductEdit => ({
  name: product.name,
  group: "food",
  description: "",
  price: 50_000,
  unit: "gói",
  gtin: null,
  version: 1,
  ...changes,
});
const edit = (changes: Partial<ProductEdit>) =>
  editProduct(enterpriseId, product.id, edited(changes), owner, acting(owner));

const corrected = (changes: Partial<ProposeCertificateForm> = {}): ProposeCertificateForm => ({
  version: 1,
  number: certificate.number,
  level: certificate.level ?? undefined,
  issuedOn: "2025-01-10",
  validFrom: "2025-01-10",
  validTo: certificate.validTo ?? undefined,
  joining: [],
  leaving: [],
  note: "",
  ...changes,
});
const correct = (changes: Partial<ProposeCertificateForm>) =>
  proposeCertificateChange(
    { enterpriseId, certificateId: certificate.id, form: corrected(changes), scan: undefined },
    owner,
    acting(owner),
  );

const open = async (kind: "product" | "certificate" = "product") => {
  const found = await findChangeOf(kind, kind === "product" ? product.id : certificate.id);
  if (!found) throw new Error("no change is open");
  return found;
};
const claim = (id: string, actor = officer) => claimReview({ kind: "change", id }, actor, acting(actor));
const accepted: ChangeDecision = { decision: "apply", note: "", reasons: [] };
const decide = (id: string, version: number, decision = accepted, actor = officer) =>
  decideChange({ changeId: id, version, decision }, changeKinds, actor, acting(actor));
const nameOf = async () => (await row<{ name: string }>("SELECT name FROM products WHERE id = $1", [product.id]))?.name;
const stateOf = (id: string) => row<{ status: string }>("SELECT status FROM proposed_changes WHERE id = $1", [id]);
const codes = (answers: readonly ({ ok: true } | { ok: false; code: string })[]) =>
  answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort();

describe("an edit of a verified product", () => {
  it("is proposed: what anyone sees stays until an officer accepts, then it is applied and told", async () => {
    expect(await edit({ name: "Bún mới" })).toEqual({ ok: true, value: "proposed" });
    const change = await open();
    expect(change).toMatchObject({ status: "open", before: { name: product.name }, after: { name: "Bún mới" } });
    expect((await findPublicProduct(product.code, "2026-03-02"))?.name).toBe(product.name);
    await claim(change.id);
    expect(await decide(change.id, change.version)).toEqual({ ok: true, value: true });
    expect((await findPublicProduct(product.code, "2026-03-02"))?.name).toBe("Bún mới");
    expect(await eventsOf(change.id)).toEqual(["change.proposed", "change.applied"]);
    expect(await eventsOf(product.id)).toEqual(["product.edited"]);
    expect(await rows("SELECT event FROM notices WHERE account_id = $1", [owner.accountId])).toEqual([
      { event: "change.applied" },
    ]);
    expect(await listProductVersions(product.id)).toMatchObject([
      { by: owner.name, decidedBy: officer.name, facts: { name: "Bún mới" } },
    ]);
  });

  it("applies price and unit at once and proposes the rest, and a later price leaves the proposal standing", async () => {
    expect(await edit({ name: "Bún mới", price: 60_000 })).toEqual({ ok: true, value: "savedAndProposed" });
    expect(await row("SELECT name, price, version FROM products WHERE id = $1", [product.id])).toEqual({
      name: product.name,
      price: 60_000,
      version: 2,
    });
    const change = await open();
    expect(await edit({ name: "Bún mới", price: 65_000, version: 2, changeVersion: 1 })).toMatchObject({ ok: true });
    await claim(change.id);
    expect(await decide(change.id, 2)).toEqual({ ok: true, value: true });
    expect(await row("SELECT name, price FROM products WHERE id = $1", [product.id])).toEqual({
      name: "Bún mới",
      price: 65_000,
    });
  });

  it("with a new price alone waits for nobody", async () => {
    expect(await edit({ price: 70_000 })).toEqual({ ok: true, value: "saved" });
    expect(await findChangeOf("product", product.id)).toBeUndefined();
  });

  it("of a product that no verified certificate covers is written at once", async () => {
    const answer = await editProduct(
      enterpriseId,
      further.id,
      edited({ name: "Tên khác", unit: "hộp" }),
      owner,
      acting(owner),
    );
    expect(answer).toEqual({ ok: true, value: "saved" });
  });

  it("proposes photos too, and shows them to nobody else before the decision", async () => {
    const place = { enterpriseId, productId: product.id };
    const picture = { mediaType: "image/jpeg", sizeBytes: 10, width: 8, height: 8, originalName: "a.jpg" };
    const files = [..."ab"].map((digit) => ({ ...picture, sha256: digit.repeat(64) }));
    expect(await addPhotos(place, files, owner, acting(owner))).toEqual({
      ok: true,
      value: { added: 2, isProposed: true },
    });
    const first = await open();
    const [a = "", b = ""] = first.after.photos as string[];
    await arrangePhotos(place, { fileId: b, step: "earlier" }, owner, acting(owner));
    expect((await open()).after.photos).toEqual([b, a]);
    expect((await findMemberProduct(enterpriseId, product.id, owner.accountId))?.photos).toEqual([]);
    await claim(first.id);
    expect(await decide(first.id, 2)).toMatchObject({ ok: true });
    expect((await findPublicProduct(product.code, "2026-03-02"))?.photos.map(({ fileId }) => fileId)).toEqual([b, a]);
    await arrangePhotos(place, { fileId: a, step: "remove" }, owner, acting(owner));
    const removal = await open();
    expect(removal.after.photos).toEqual([b]);
    await edit({ version: 2, changeVersion: removal.version, photos: [b, a] });
    expect(await stateOf(removal.id)).toEqual({ status: "withdrawn" });
  });

  it("refuses a barcode that another product of the enterprise has, before it reaches an officer", async () => {
    await rows("UPDATE products SET gtin = '8931234567897' WHERE id = $1", [further.id]);
    expect(await edit({ gtin: "8931234567897" })).toEqual({ ok: false, code: "gtin.taken" });
  });
});

describe("one proposal at a time", () => {
  it("takes one of two that are sent at the same moment", async () => {
    const answers = await Promise.all([edit({ name: "Một" }), edit({ name: "Hai" })]);
    expect(codes(answers)).toEqual(["change.alreadyOpen", "ok"]);
    const reviews = await rows("SELECT 1 FROM reviews WHERE subject_kind = 'change' AND enterprise_id = $1", [
      enterpriseId,
    ]);
    expect(reviews).toHaveLength(1);
  });

  it("is one when the same form is sent twice, also at the same moment", async () => {
    const answers = await Promise.all([edit({ name: "Một" }), edit({ name: "Một" })]);
    expect([...answers, await edit({ name: "Một" })]).toEqual(Array(3).fill({ ok: true, value: "proposed" }));
    expect(await eventsOf((await open()).id)).toEqual(["change.proposed"]);
  });

  it("replaces the one the form showed, in its place in the queue, and refuses a form that showed an older one", async () => {
    await edit({ name: "Một" });
    const change = await open();
    expect(await edit({ name: "Hai", changeVersion: change.version })).toMatchObject({ ok: true });
    expect(await edit({ name: "Ba", changeVersion: change.version })).toEqual({ ok: false, code: "stale" });
    expect(await open()).toMatchObject({ id: change.id, after: { name: "Hai" }, version: 2 });
  });

  it("is given up when it says again what is verified", async () => {
    await edit({ name: "Một" });
    const change = await open();
    expect(await edit({ changeVersion: change.version })).toEqual({ ok: true, value: "saved" });
    expect(await stateOf(change.id)).toEqual({ status: "withdrawn" });
    expect(await eventsOf(change.id)).toEqual(["change.proposed", "change.withdrawn"]);
  });

  it("ends with its product", async () => {
    await edit({ name: "Một" });
    const change = await open();
    await withdrawProduct({ enterpriseId, productId: product.id, version: 1 }, owner, acting(owner));
    expect(await stateOf(change.id)).toEqual({ status: "withdrawn" });
    expect(codes([await claim(change.id)])).toEqual(["alreadyDecided"]);
  });
});

describe("the decision", () => {
  it("and a withdrawal at the same moment: one of them happens", async () => {
    await edit({ name: "Bún mới" });
    const { id } = await open();
    await claim(id);
    const answers = await Promise.all([
      decide(id, 1),
      withdrawChange({ changeId: id, enterpriseId, version: 1 }, owner, acting(owner)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const isApplied = answers[0].ok;
    expect(await stateOf(id)).toEqual({ status: isApplied ? "applied" : "withdrawn" });
    expect(await nameOf()).toBe(isApplied ? "Bún mới" : product.name);
    expect(await eventsOf(id)).toEqual(["change.proposed", isApplied ? "change.applied" : "change.withdrawn"]);
  });

  it("and an edit of the product at the same moment: the later of the two is stale", async () => {
    await edit({ name: "Bún mới" });
    const { id } = await open();
    await claim(id);
    const answers = await Promise.all([decide(id, 1), edit({ price: 90_000, name: "Bún mới", changeVersion: 1 })]);
    const found = codes(answers);
    expect(found.filter((code) => code !== "ok" && code !== "stale")).toEqual([]);
    expect(found).toContain("ok");
    expect(await stateOf(id)).toEqual({ status: answers[0].ok ? "applied" : "open" });
    expect(await nameOf()).toBe(answers[0].ok ? "Bún mới" : product.name);
  });

  it("is refused as stale when the product moved on; sending it back is the way out, and proposing again mends it", async () => {
    await edit({ name: "Bún mới" });
    const { id } = await open();
    await rows("UPDATE products SET version = version + 1, description = 'x' WHERE id = $1", [product.id]);
    await claim(id);
    expect(await decide(id, 1)).toEqual({ ok: false, code: "stale" });
    expect(await stateOf(id)).toEqual({ status: "open" });
    const reasons = [{ field: "name", reason: "other", comment: "" }];
    const back = { decision: "return", note: "Sản phẩm đã đổi, hãy gửi lại.", reasons } as const;
    expect(await decide(id, 1, back)).toMatchObject({ ok: true });
    const returned = await open();
    expect(returned).toMatchObject({ status: "returned", decisionNote: back.note });
    await edit({ name: "Bún mới", description: "x", version: 2, changeVersion: returned.version });
    await claim(id);
    expect(await decide(id, returned.version + 1)).toMatchObject({ ok: true });
  });

  it("needs a reason to return or refuse, and keeps it for the owner at its field", async () => {
    await edit({ name: "Bún mới" });
    const { id } = await open();
    await claim(id);
    expect(await decide(id, 1, { ...accepted, decision: "refuse" })).toEqual({ ok: false, code: "reasons.required" });
    const reasons = [{ field: "name", reason: "mismatch", comment: "Giấy ghi tên cũ" }];
    expect(await decide(id, 1, { decision: "refuse", note: "", reasons })).toMatchObject({ ok: true });
    expect(await open()).toMatchObject({ status: "refused", reasons });
    expect(await nameOf()).toBe(product.name);
  });

  it("belongs to the officer who holds it, who is no party to the enterprise", async () => {
    await edit({ name: "Bún mới" });
    const { id } = await open();
    await claim(id);
    expect(await decide(id, 1, accepted, second)).toEqual({ ok: false, code: "alreadyClaimed" });
    expect(await decide(id, 1, accepted, owner)).toEqual({ ok: false, code: "notFound" });
    await insertRows(pool(), "memberships", [buildMembership(officer.accountId, enterpriseId)]);
    expect(await decide(id, 1)).toEqual({ ok: false, code: "ownEnterprise" });
    expect(await withdrawChange({ changeId: id, enterpriseId, version: 1 }, stranger, acting(stranger))).toEqual({
      ok: false,
      code: "notFound",
    });
  });
});

describe("a change of a verified certificate", () => {
  const spans = () =>
    rows(
      `SELECT product_id AS "productId", covers_from AS "from", covers_to AS "to", recorded_at AS "recordedAt",
        end_recorded_at AS "endRecordedAt" FROM certificate_products WHERE certificate_id = $1 ORDER BY covers_from, product_id`,
      [certificate.id],
    );

  const periods = () =>
    rows(
      `SELECT valid_from AS "from", valid_to AS "to", recorded_at AS "recordedAt", superseded_at AS "supersededAt"
        FROM certificate_periods WHERE certificate_id = $1 ORDER BY recorded_at`,
      [certificate.id],
    );

  it("that leaves its days as they are lays no days beside them", async () => {
    await correct({ number: "78/QĐ-UBND" });
    const change = await open("certificate");
    await claim(change.id);
    expect(await decide(change.id, 1)).toMatchObject({ ok: true });
    expect(await periods()).toMatchObject([{ from: "2025-01-10", recordedAt: certificate.verifiedAt }]);
  });

  it("lets products join and leave with days, recorded when it is decided, and keeps the covered days", async () => {
    const asked = { joining: [further.id], joinOn: "2026-04-01", leaving: [product.id], leaveOn: "2026-01-31" };
    expect(await correct(asked)).toEqual({ ok: true, value: "proposed" });
    const earlier = await spans();
    const change = await open("certificate");
    await claim(change.id);
    expect(earlier).toHaveLength(1);
    expect(await decide(change.id, 1)).toMatchObject({ ok: true });
    expect(await spans()).toEqual([
      { ...earlier[0], to: "2026-01-31", endRecordedAt: now },
      { productId: further.id, from: "2026-04-01", to: null, recordedAt: now, endRecordedAt: null },
    ]);
    expect(await eventsOf(certificate.id)).toEqual(["certificate.changed"]);
  });

  it("corrects number, level and days, and covers the days won by an earlier beginning", async () => {
    await correct({ number: "77/QĐ-UBND", validFrom: "2025-01-01", issuedOn: "2025-01-01", validTo: "2027-12-31" });
    const change = await open("certificate");
    expect(Object.keys(change.after).sort()).toEqual(["issuedOn", "number", "validFrom", "validTo"]);
    await claim(change.id);
    expect(await decide(change.id, 1)).toMatchObject({ ok: true });
    expect(
      await row('SELECT number, number_key AS "key", valid_from AS "from" FROM certificates WHERE id = $1', [
        certificate.id,
      ]),
    ).toEqual({ number: "77/QĐ-UBND", key: "77/QĐUBND", from: "2025-01-01" });
    expect(await spans()).toMatchObject([{ from: "2025-01-01", to: "2025-01-09", recordedAt: now }, { to: null }]);
    expect(await periods()).toEqual([
      { from: "2025-01-10", to: certificate.validTo, recordedAt: certificate.verifiedAt, supersededAt: now },
      { from: "2025-01-01", to: "2027-12-31", recordedAt: now, supersededAt: null },
    ]);
  });

  it("refuses what the scheme, the scope or another certificate does not allow, at its field", async () => {
    const other = buildCertificate(n + 1, { enterpriseId, number: "9/QĐ" });
    await insertRows(pool(), "certificates", [other]);
    const answers = await Promise.all(
      [
        { number: "9/qđ" },
        { level: "6-star" },
        { joining: [further.id] },
        { joining: [further.id], joinOn: "2025-01-09" },
        { leaving: [further.id], leaveOn: "2026-01-01" },
        { joining: [crypto.randomUUID()], joinOn: "2026-01-01" },
        {},
      ].map(correct),
    );
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.code))).toEqual([
      "number.taken",
      "level.levelUnknown",
      "joinOn.missing",
      "joinOn.outsideValidity",
      "leaving.notCovered",
      "joining.foreign",
      "change.nothing",
    ]);
  });

  it("takes one of two proposals at the same moment, and ends when the certificate is revoked", async () => {
    const answers = await Promise.all([correct({ number: "1/A" }), correct({ number: "2/B" })]);
    expect(codes(answers)).toEqual(["change.alreadyOpen", "ok"]);
    const change = await open("certificate");
    await revokeCertificate({ certificateId: certificate.id, effectiveOn: "2026-03-01" }, [officer, second], now);
    expect(await stateOf(change.id)).toEqual({ status: "withdrawn" });
  });
});
