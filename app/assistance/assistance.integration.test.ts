import "../../tests/integration/own-portal";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { limitToAreas } from "~/accounts/account-areas.server";
import { activateAccount } from "~/accounts/activation.server";
import type { Actor } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { accept } from "~/platform/result";
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { demoTaxCode } from "../../prisma/seed/demo-numbers";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { pdf } from "../../tests/fixtures/files";
import { actingAt, asActor } from "../../tests/integration/people";
import "~/messages";
import { findAssisted, listAssisted } from "./assisted-queries.server";
import { confirmAssisted, printActivation } from "./confirm-assisted.server";
import {
  abandonAssisted,
  addAssistedProduct,
  assistEnterprise,
  removeAssistedProduct,
  saveAssisted,
} from "./save-assisted.server";
import { sendAssistedCode } from "./send-assisted-code.server";

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
});

const area = "2025:21880";
const foreignArea = "2025:21583";
const acting = (actor: Actor): Acting => actingAt(new Date(), actor.accountId);

let n = 0;
let member: Actor;
let other: Actor;
let owner: Actor;
let phone: string;
beforeEach(async () => {
  n += 10;
  const accounts = [
    buildAccount(n, { role: "digital-team" }),
    buildAccount(n + 1, { role: "digital-team" }),
    buildAccount(n + 2),
  ] as const;
  await insertRows(pool(), "accounts", [...accounts]);
  [member, other, owner] = [asActor(accounts[0]), asActor(accounts[1]), asActor(accounts[2])];
  await inTransaction(acting(member), async (tx) => {
    for (const actor of [member, other]) await limitToAreas(tx, actor.accountId, [area]);
    return accept(null);
  });
  phone = `+8491500${String(n).padStart(4, "0")}`;
});
let address = 0;
const from = () => {
  address += 1;
  return `203.0.113.${address % 250}`;
};

const typed = (id: string) => ({
  id: [id],
  version: ["0"],
  taxCode: [demoTaxCode(n)],
  name: ["Cơ sở đăng ký hộ"],
  legalForm: ["household"],
  sector: ["agriculture-industry"],
  area: ["Cát Tiến"],
  year: [String(new Date().getFullYear() - 1)],
  employees: ["3"],
  revenue: ["1 tỷ"],
  ownerName: ["Nguyễn Thị Lành"],
  ownerPhone: [phone],
});
const save = (id: string, actor = member, further: Partial<Parameters<typeof saveAssisted>[0]> = {}) =>
  saveAssisted(
    {
      id,
      version: 0,
      taxCode: demoTaxCode(n),
      areaId: area,
      ownerName: "Nguyễn Thị Lành",
      ownerPhone: phone,
      typed: typed(id),
      ...further,
    },
    actor,
    acting(actor),
  );
const product = (further: Record<string, string> = {}) => {
  const id = randomUUID();
  return { id, typed: { id: [id], name: ["Nước mắm nhĩ"], group: ["food"], gtin: [further.gtin ?? ""] } };
};
const addProduct = (id: string, given = product(), actor = member) =>
  addAssistedProduct(id, given, actor, acting(actor));

async function started(): Promise<string> {
  const id = randomUUID();
  expect(await save(id)).toEqual({ ok: true, value: null });
  expect(await addProduct(id)).toEqual({ ok: true, value: null });
  return id;
}
async function codeFor(id: string, number = phone): Promise<string> {
  expect(await sendAssistedCode(id, from(), member, acting(member))).toEqual({ ok: true, value: null });
  const text = await row<{ text: string }>(
    "SELECT text FROM text_messages WHERE recipient = $1 AND kind = 'confirm-assisted' ORDER BY created_at DESC, id DESC LIMIT 1",
    [number],
  );
  return /\d{6}/.exec(text?.text ?? "")?.[0] ?? "";
}
const confirm = (id: string, code: string, actor = member) =>
  confirmAssisted(id, { how: "code", code }, from(), actor, acting(actor));
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
async function sheet(): Promise<PreparedFile> {
  const path = await incomingPath();
  await writeFile(path, await pdf());
  const accepted = await acceptScan({ path, fileName: "phieu.pdf" });
  if (!accepted.ok) throw new Error(accepted.code);
  return accepted.value;
}
const enterprises = () => rows<{ id: string }>("SELECT id FROM enterprises WHERE tax_code = $1", [demoTaxCode(n)]);

describe("what is typed for an owner", () => {
  it("is kept for whoever typed it, and nothing of it is registered", async () => {
    const id = await started();
    expect(await findAssisted(id, member.accountId, new Date())).toMatchObject({ status: "open", ownerPhone: phone });
    expect(await enterprises()).toEqual([]);
    expect(await rows("SELECT 1 FROM accounts WHERE phone = $1", [phone])).toEqual([]);
    expect((await listAssisted(member.accountId, { limit: 10, offset: 0 })).rows).toMatchObject([
      { id, enterpriseName: "Cơ sở đăng ký hộ", products: 1, status: "open" },
    ]);
  });

  it("is there for nobody else: not to read, change, confirm or abandon", async () => {
    const id = await started();
    expect(await findAssisted(id, other.accountId, new Date())).toBeUndefined();
    for (const answer of [
      await save(id, other, { version: 2 }),
      await addProduct(id, product(), other),
      await sendAssistedCode(id, from(), other, acting(other)),
      await confirm(id, "123456", other),
      await abandonAssisted(id, other, acting(other)),
      await printActivation(id, other, acting(other)),
    ]) {
      expect(answer.ok).toBe(false);
    }
  });

  it("is refused outside one's areas, to other roles, and for a tax code that is here already", async () => {
    expect(await save(randomUUID(), member, { areaId: foreignArea })).toEqual({ ok: false, code: "area.foreign" });
    expect(await save(randomUUID(), owner)).toEqual({ ok: false, code: "notFound" });
    await insertRows(pool(), "enterprises", [buildEnterprise(n, { taxCode: demoTaxCode(n) })]);
    expect(await save(randomUUID())).toEqual({ ok: false, code: "taxCode.taken" });
  });

  it("may lie in what became of one's area by a merger", async () => {
    const former = await row<{ id: string; heir: string }>(
      "SELECT from_id AS id, to_id AS heir FROM area_successions WHERE to_id NOT IN ($1, $2) LIMIT 1",
      [area, foreignArea],
    );
    const into = { areaId: former?.heir ?? "" };
    expect(await save(randomUUID(), member, into)).toEqual({ ok: false, code: "area.foreign" });
    await pool().query("INSERT INTO account_areas VALUES ($1, $2)", [member.accountId, former?.id]);
    expect(await save(randomUUID(), member, into)).toEqual({ ok: true, value: null });
  });

  it("is one thing when sent twice, and a stale edit is refused", async () => {
    const id = randomUUID();
    expect(await Promise.all([save(id), save(id)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const same = product();
    await addProduct(id, same);
    await addProduct(id, same);
    expect((await findAssisted(id, member.accountId, new Date()))?.products).toHaveLength(1);
    expect(await save(id, member, { version: 1 })).toEqual({ ok: false, code: "stale" });
    expect(await save(id, member, { version: 2 })).toEqual({ ok: true, value: null });
    await removeAssistedProduct(id, same.id, member, acting(member));
    expect(await sendAssistedCode(id, from(), member, acting(member))).toEqual({ ok: false, code: "products.none" });
  });
});

describe("the owner's confirmation by code", () => {
  it("makes account, membership, enterprise and products at once; the journal says who typed and who confirmed", async () => {
    const id = await started();
    const code = await codeFor(id);
    expect(await confirm(id, wrongOf(code))).toEqual({ ok: false, code: "code.wrong" });
    expect(await enterprises()).toEqual([]);
    expect(await confirm(id, code)).toEqual({ ok: true, value: null });
    expect(await confirm(id, code)).toEqual({ ok: true, value: null });
    const [enterprise] = await enterprises();
    const account = await row<{ id: string }>(
      "SELECT id FROM accounts WHERE phone = $1 AND phone_confirmed_at IS NOT NULL AND role = 'owner'",
      [phone],
    );
    expect(await rows("SELECT account_id FROM memberships WHERE enterprise_id = $1", [enterprise?.id])).toEqual([
      { account_id: account?.id },
    ]);
    expect(await rows("SELECT status FROM products WHERE enterprise_id = $1", [enterprise?.id])).toEqual([
      { status: "registered" },
    ]);
    const entries = await rows<{ event: string; actor: string; confirmed: unknown }>(
      "SELECT event, actor_id AS actor, data->'confirmed' AS confirmed FROM journal WHERE enterprise_id = $1 ORDER BY seq",
      [enterprise?.id],
    );
    expect(entries.map(({ event }) => event)).toEqual([
      "enterprise.registered",
      "size.declared",
      "product.added",
      "product.registered",
      "assisted-registration.confirmed",
    ]);
    for (const { actor, confirmed } of entries) {
      expect({ actor, confirmed }).toEqual({
        actor: member.accountId,
        confirmed: { accountId: account?.id, how: "code" },
      });
    }
  });

  it("is done once when sent twice at the same moment", async () => {
    const id = await started();
    const code = await codeFor(id);
    const answers = await Promise.all([confirm(id, code), confirm(id, code)]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect(await enterprises()).toHaveLength(1);
  });

  it("counts for what was read out alone: after an edit the code is dead", async () => {
    const id = await started();
    const code = await codeFor(id);
    await addProduct(id);
    expect(await confirm(id, code)).toEqual({ ok: false, code: "code.dead" });
    expect(await enterprises()).toEqual([]);
  });

  it("leaves nothing behind when one product cannot be registered", async () => {
    const id = await started();
    for (const gtin of ["8936012345674", "8936012345674"]) await addProduct(id, product({ gtin }));
    expect(await confirm(id, await codeFor(id))).toEqual({ ok: false, code: "gtin.taken" });
    expect(await enterprises()).toEqual([]);
    expect(await rows("SELECT 1 FROM accounts WHERE phone = $1", [phone])).toEqual([]);
    expect(await findAssisted(id, member.accountId, new Date())).toMatchObject({ status: "open" });
  });

  it("is no longer possible once abandoned, or when the area was taken away meanwhile", async () => {
    const [gone, moved] = [await started(), randomUUID()];
    const code = await codeFor(gone);
    await abandonAssisted(gone, member, acting(member));
    expect(await confirm(gone, code)).toEqual({ ok: false, code: "notFound" });
    await save(moved);
    await addProduct(moved);
    const second = await codeFor(moved);
    await pool().query("DELETE FROM account_areas WHERE account_id = $1", [member.accountId]);
    expect(await confirm(moved, second)).toEqual({ ok: false, code: "area.foreign" });
  });

  it("gives the enterprise to the account that has the number already", async () => {
    await pool().query("UPDATE accounts SET phone = $2, phone_confirmed_at = now() WHERE id = $1", [
      owner.accountId,
      phone,
    ]);
    const id = await started();
    expect(await confirm(id, await codeFor(id))).toEqual({ ok: true, value: null });
    expect(await findAssisted(id, member.accountId, new Date())).toMatchObject({ ownerId: owner.accountId });
    expect(await printActivation(id, member, acting(member))).toEqual({ ok: false, code: "owner.active" });
  });
});

describe("the owner's confirmation by a signed sheet", () => {
  it("keeps the sheet, leaves the number unproven, and a printed code opens the account once", async () => {
    const id = await started();
    const proof = { how: "sheet", sheet: await sheet() } as const;
    expect(await confirmAssisted(id, proof, from(), member, acting(member))).toEqual({ ok: true, value: null });
    const assisted = await findAssisted(id, member.accountId, new Date());
    expect(assisted).toMatchObject({ status: "confirmed", confirmedHow: "sheet" });
    expect(await row("SELECT purpose FROM files WHERE id = $1", [assisted?.sheetId])).toEqual({ purpose: "sheet" });
    const account = "SELECT phone_confirmed_at IS NOT NULL AS proven FROM accounts WHERE phone = $1";
    expect(await row(account, [phone])).toEqual({ proven: false });

    const first = await printActivation(id, member, acting(member));
    const second = await printActivation(id, member, acting(member));
    const [old, code] = [first.ok ? first.value.code : "", second.ok ? second.value.code : ""];
    const activate = (typedCode: string, password: string) =>
      activateAccount({ code: typedCode, password }, from(), actingAt(new Date()));
    expect(await activate(old, "nem chua tré rượu")).toEqual({ ok: false, code: "activation.replaced" });
    expect(await activate(code, "ngắn")).toEqual({ ok: false, code: "password.short" });
    expect(await activate(code.toLowerCase().replaceAll("-", " "), "nem chua tré rượu")).toEqual({
      ok: true,
      value: assisted?.ownerId,
    });
    expect(await activate(code, "bánh ít lá gai")).toEqual({ ok: false, code: "activation.used" });
    expect(await signIn({ phone, password: "nem chua tré rượu" }, from(), actingAt(new Date()))).toMatchObject({
      ok: true,
    });
    expect(await printActivation(id, member, acting(member))).toEqual({ ok: false, code: "owner.active" });
  });

  it("of set-up codes stops who guesses at them", async () => {
    const guesser = "203.0.113.251";
    const answers: string[] = [];
    for (let k = 0; k < 61; k += 1) {
      const guess = await activateAccount(
        { code: "ACDEFGHJKMNP", password: "nem chua tré rượu" },
        guesser,
        actingAt(new Date()),
      );
      answers.push(guess.ok ? "ok" : guess.code);
    }
    expect(new Set(answers.slice(0, 60))).toEqual(new Set(["activation.wrong"]));
    expect(answers[60]).toBe("tooManyAttempts");
  });
});

describe("products for an enterprise that is here already", () => {
  const begin = (id: string) => assistEnterprise({ id, taxCode: demoTaxCode(n) }, member, acting(member));

  it("are confirmed by its member's phone and become that enterprise's", async () => {
    const enterprise = buildEnterprise(n, { taxCode: demoTaxCode(n), areaId: area });
    await insertRows(pool(), "enterprises", [enterprise]);
    const id = randomUUID();
    expect(await begin(id)).toEqual({ ok: false, code: "enterprise.noMember" });
    await insertRows(pool(), "memberships", [buildMembership(owner.accountId, enterprise.id)]);
    await pool().query("UPDATE accounts SET phone = $2, phone_confirmed_at = now() WHERE id = $1", [
      owner.accountId,
      phone,
    ]);
    expect(await begin(id)).toEqual({ ok: true, value: null });
    await addProduct(id);
    expect(await confirm(id, await codeFor(id))).toEqual({ ok: true, value: null });
    expect(await rows("SELECT 1 FROM products WHERE enterprise_id = $1", [enterprise.id])).toHaveLength(1);
    expect(
      await row("SELECT 1 AS party FROM parties WHERE account_id = $1 AND enterprise_id = $2", [
        member.accountId,
        enterprise.id,
      ]),
    ).toEqual({ party: 1 });
  });

  it("are refused for an unknown tax code and outside one's areas", async () => {
    expect(await begin(randomUUID())).toEqual({ ok: false, code: "taxCode.unknown" });
    const enterprise = buildEnterprise(n, { taxCode: demoTaxCode(n), areaId: foreignArea });
    await insertRows(pool(), "enterprises", [enterprise]);
    await insertRows(pool(), "memberships", [buildMembership(owner.accountId, enterprise.id)]);
    expect(await begin(randomUUID())).toEqual({ ok: false, code: "area.foreign" });
  });
});
