import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeAccount } from "~/accounts/change-account.server";
import { isPartyTo } from "~/accounts/membership.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { addProduct } from "~/products/add-product.server";
import { editProduct } from "~/products/edit-product.server";
import { buildAccount, buildEnterprise, buildMembership, buildProduct, buildReview } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import "~/messages";
import { actOnBehalf } from "~/enterprises/act-on-behalf.server";
import { endMandate } from "~/enterprises/end-mandate.server";
import { findMemberEnterprise } from "~/enterprises/enterprise-queries.server";
import { listMandates, listOpenMandates } from "~/enterprises/mandate-queries.server";
import { claimReview } from "~/reviews/claim-review.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const acting = (actor: Actor): Acting => ({ actorId: actor.accountId, requestId: "test", now: new Date() });

let n = 0;
let officer: Actor;
let owner: Actor;
let administrator: Actor;
let enterpriseId: string;
let productId: string;
beforeEach(async () => {
  n += 10;
  const accounts = [
    buildAccount(n, { role: "officer" }),
    buildAccount(n + 1),
    buildAccount(n + 2, { role: "administrator" }),
  ] as const;
  const enterprise = buildEnterprise(n);
  const product = buildProduct(n, { enterpriseId: enterprise.id });
  await insertRows(pool(), "accounts", [...accounts]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(accounts[1].id, enterprise.id)]);
  await insertRows(pool(), "products", [product]);
  [officer, owner, administrator] = [asActor(accounts[0]), asActor(accounts[1]), asActor(accounts[2])];
  enterpriseId = enterprise.id;
  productId = product.id;
});

const open = (actor = officer, id: string = randomUUID()) =>
  actOnBehalf({ id, enterpriseId, reason: "Chủ cơ sở nhờ nhập giúp." }, actor, acting(actor));

const newProduct = () => ({
  id: randomUUID(),
  intent: "register" as const,
  group: "food" as const,
  name: "Sản phẩm nhập thay",
  description: "",
  price: null,
  unit: "",
  gtin: null,
});

describe("acting on behalf of an enterprise", () => {
  it("lets staff in for eight hours, tells the members why, and is journalled", async () => {
    const id = randomUUID();
    expect(await findMemberEnterprise(enterpriseId, officer.accountId)).toBeUndefined();
    expect(await open(officer, id)).toEqual({ ok: true, value: null });
    expect(await findMemberEnterprise(enterpriseId, officer.accountId)).toMatchObject({ id: enterpriseId });
    const [mandate] = await listOpenMandates(officer.accountId);
    const hours = ((mandate?.endsAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThanOrEqual(8);
    expect(await row("SELECT event, data->>'reason' AS reason FROM journal WHERE subject_id = $1", [id])).toEqual({
      event: "mandate.opened",
      reason: "Chủ cơ sở nhờ nhập giúp.",
    });
    const notices = await rows<{ text: string }>("SELECT text FROM notices WHERE account_id = $1", [owner.accountId]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain("Chủ cơ sở nhờ nhập giúp.");
  });

  it("marks every journal entry of what is then written, and none of what a member writes", async () => {
    await open();
    const [mandate] = await listOpenMandates(officer.accountId);
    const product = newProduct();
    expect(await addProduct(enterpriseId, product, officer, acting(officer))).toMatchObject({ ok: true });
    const entries = await rows<{ event: string; mandate: string; actor: string }>(
      `SELECT event, data->'onBehalf'->>'mandateId' AS mandate, actor_id AS actor FROM journal
        WHERE subject_id = $1 ORDER BY seq`,
      [product.id],
    );
    const marked = { mandate: mandate?.id, actor: officer.accountId };
    expect(entries).toEqual([
      { event: "product.added", ...marked },
      { event: "product.registered", ...marked },
    ]);
    const own = newProduct();
    await addProduct(enterpriseId, own, owner, acting(owner));
    expect(await row("SELECT count(*) FROM journal WHERE subject_id = $1 AND data ? 'onBehalf'", [own.id])).toEqual({
      count: 0,
    });
  });

  it("opens one mandate when asked twice at once", async () => {
    expect(await Promise.all([open(), open()])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await listMandates(enterpriseId)).toHaveLength(1);
  });

  it("ends by button, and by itself after its eight hours; a new one may then be opened", async () => {
    await open();
    const [first] = await listOpenMandates(officer.accountId);
    expect(await endMandate(first?.id ?? "", owner, acting(owner))).toEqual({ ok: true, value: null });
    expect(await endMandate(first?.id ?? "", officer, acting(officer))).toEqual({ ok: true, value: enterpriseId });
    expect(await findMemberEnterprise(enterpriseId, officer.accountId)).toBeUndefined();
    await open();
    await pool().query(
      "UPDATE mandates SET opened_at = now() - interval '9 hours', ends_at = now() - interval '1 hour' WHERE ended_at IS NULL",
    );
    expect(await listOpenMandates(officer.accountId)).toEqual([]);
    expect(await addProduct(enterpriseId, newProduct(), officer, acting(officer))).toEqual({
      ok: false,
      code: "notFound",
    });
    expect(await open()).toMatchObject({ ok: true });
    expect(await listOpenMandates(officer.accountId)).toHaveLength(1);
    expect((await listMandates(enterpriseId)).filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });

  it("is refused to owners, to members of the enterprise, and for an enterprise that is not there", async () => {
    expect(await open(owner)).toEqual({ ok: false, code: "notFound" });
    await insertRows(pool(), "memberships", [buildMembership(officer.accountId, enterpriseId)]);
    expect(await open()).toEqual({ ok: false, code: "mandate.member" });
    const nowhere = { id: randomUUID(), enterpriseId: randomUUID(), reason: "Không có cơ sở này." };
    expect(await actOnBehalf(nowhere, officer, acting(officer))).toEqual({ ok: false, code: "notFound" });
  });

  it("ends when the account gets another role", async () => {
    await open();
    const change = { accountId: officer.accountId, version: 1, role: "owner", isDisabled: false } as const;
    expect(await changeAccount(change, administrator, acting(administrator))).toMatchObject({ ok: true });
    expect(await findMemberEnterprise(enterpriseId, officer.accountId)).toBeUndefined();
  });

  it("gives no way into other enterprises' products", async () => {
    await open();
    const foreign = buildEnterprise(n + 1);
    const product = buildProduct(n + 1, { enterpriseId: foreign.id });
    await insertRows(pool(), "enterprises", [foreign]);
    await insertRows(pool(), "products", [product]);
    const { id: _id, intent: _intent, ...facts } = newProduct();
    const edit = { ...facts, version: 1 };
    expect(await editProduct(enterpriseId, product.id, edit, officer, acting(officer))).toMatchObject({
      ok: false,
      code: "notFound",
    });
    expect(await editProduct(enterpriseId, productId, edit, officer, acting(officer))).toMatchObject({ ok: true });
  });
});

describe("a conflict of interest", () => {
  const decides = (actor: Actor) =>
    inTransaction(acting(actor), async (tx) => accept(await isPartyTo(tx, actor.accountId, enterpriseId)));

  it("stays with who ever acted on behalf: they never claim a review of that enterprise again", async () => {
    const review = buildReview(n, { enterpriseId, subjectKind: "certificate", subjectId: randomUUID() });
    await insertRows(pool(), "reviews", [review]);
    await open();
    const [mandate] = await listOpenMandates(officer.accountId);
    await endMandate(mandate?.id ?? "", officer, acting(officer));
    expect(await decides(officer)).toEqual({ ok: true, value: true });
    expect(await belongsTo(officer.accountId, enterpriseId)).toBe(true);
    expect(await claimReview({ kind: "certificate", id: review.subjectId }, officer, acting(officer))).toEqual({
      ok: false,
      code: "ownEnterprise",
    });
  });

  it("stays with former members", async () => {
    expect(await decides(administrator)).toEqual({ ok: true, value: false });
    await pool().query("INSERT INTO former_members VALUES ($1, $2, now())", [administrator.accountId, enterpriseId]);
    expect(await decides(administrator)).toEqual({ ok: true, value: true });
  });
});
