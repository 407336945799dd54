import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activateAccount } from "~/accounts/activation.server";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, asActor } from "../../tests/integration/people";
import "~/messages";
import { openOwnerAccount, printSetUpCode } from "./open-owner-account.server";
import { listOwnerAccounts } from "./owner-account-queries.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const day = 86_400_000;
const password = "nem chua tré rượu Bàu Đá";
const ground = "Đã đối chiếu căn cước với giấy đăng ký kinh doanh.";
const now = new Date();

let n = 500;
let officer: Actor;
let member: Actor;
let staff: Actor;
let enterpriseId: string;
let phone: string;
beforeEach(async () => {
  n += 10;
  const accounts = [
    buildAccount(n, { role: "officer" }),
    buildAccount(n + 1, { passwordHash: "chosen" }),
    buildAccount(n + 2, { role: "leader", passwordHash: "chosen" }),
  ] as const;
  const enterprise = buildEnterprise(n);
  await insertRows(pool(), "accounts", [...accounts]);
  await insertRows(pool(), "enterprises", [enterprise]);
  [officer, member, staff] = [asActor(accounts[0]), asActor(accounts[1]), asActor(accounts[2])];
  enterpriseId = enterprise.id;
  phone = `+8491500${String(n).padStart(4, "0")}`;
});

const open = (contact: { phone: string } | { email: string } = { phone }, actor = officer) =>
  openOwnerAccount({ enterpriseId, name: "Chủ cơ sở", contact, ground }, actor, actingAt(now, actor.accountId));
const print = (accountId: string, actor = officer) =>
  printSetUpCode({ enterpriseId, accountId }, actor, actingAt(now, actor.accountId));
const activate = (code: string, at = now) => activateAccount({ code, password }, `203.0.113.${n % 250}`, actingAt(at));
const codeOf = (opened: Awaited<ReturnType<typeof open | typeof print>>): string =>
  (opened.ok && opened.value?.code) || "";
const accountOf = async (): Promise<string> =>
  (await row<{ id: string }>("SELECT id FROM accounts WHERE phone = $1", [phone]))?.id ?? "";
const entries = () =>
  rows<{ event: string; actor: string | null; reason: string | null; text: string }>(
    `SELECT event, actor_id AS actor, data->>'reason' AS reason, data::text AS text FROM journal
      WHERE enterprise_id = $1 ORDER BY seq`,
    [enterpriseId],
  );

describe("an account that an officer opens for an owner", () => {
  it("is entered with the printed code by an owner who then signs in by phone and manages the enterprise", async () => {
    const opened = await open();
    expect(opened).toMatchObject({ ok: true, value: { name: "Chủ cơ sở", contact: expect.stringMatching(/^09/) } });
    const accountId = await accountOf();
    const account = "SELECT role, password_hash, phone_confirmed_at FROM accounts WHERE id = $1";
    expect(await row(account, [accountId])).toEqual({ role: "owner", password_hash: null, phone_confirmed_at: null });
    expect(await listOwnerAccounts(enterpriseId)).toMatchObject([
      { accountId, hasPassword: false, printedBy: officer.name },
    ]);
    expect(await activate(codeOf(opened))).toEqual({ ok: true, value: accountId });
    expect(await signIn({ phone, password }, "198.51.100.9", actingAt(now))).toEqual({ ok: true, value: accountId });
    expect(await listOwnerAccounts(enterpriseId)).toMatchObject([{ accountId, hasPassword: true }]);
  });

  it("is in the journal with who opened it, for which enterprise and on what ground; the code is not", async () => {
    const code = codeOf(await open());
    const found = await entries();
    expect(found.map(({ event }) => event).toSorted()).toEqual(["account.set-up-code-issued", "member.joined"]);
    for (const entry of found) {
      expect(entry).toMatchObject({ actor: officer.accountId, reason: ground });
      expect(entry.text.replaceAll("-", "")).not.toContain(code.replaceAll("-", ""));
    }
    const account = await row(
      "SELECT actor_id AS actor FROM journal WHERE event = 'account.opened' AND subject_id = $1",
      [await accountOf()],
    );
    expect(account).toEqual({ actor: officer.accountId });
  });

  it("is one however often the form is sent, also twice at once; only the code printed last works", async () => {
    const both = await Promise.all([open(), open()]);
    const third = await open();
    expect(await rows("SELECT 1 FROM memberships WHERE enterprise_id = $1", [enterpriseId])).toHaveLength(1);
    for (const earlier of both) {
      expect(await activate(codeOf(earlier))).toEqual({ ok: false, code: "activation.replaced" });
    }
    expect(await activate(codeOf(third))).toMatchObject({ ok: true });
    expect(await activate(codeOf(third))).toEqual({ ok: false, code: "activation.used" });
  });

  it("makes nobody who opened it a party to the enterprise, for an officer has typed nothing for it", async () => {
    await open();
    const party = await inTransaction(actingAt(now), async (tx) =>
      accept(await isPartyTo(tx, officer.accountId, enterpriseId)),
    );
    expect(party).toEqual({ ok: true, value: false });
  });

  it("is told to the members there are, who may remove what is wrong", async () => {
    await insertRows(pool(), "memberships", [buildMembership(member.accountId, enterpriseId)]);
    await open();
    expect(await row("SELECT event FROM notices WHERE account_id = $1", [member.accountId])).toEqual({
      event: "member.joined",
    });
  });

  it("takes over a sign-up that nobody confirmed, with nothing left of its password", async () => {
    const left = buildAccount(n + 3, { email: null, phone, emailConfirmedAt: null, passwordHash: "of-somebody" });
    await insertRows(pool(), "accounts", [left]);
    expect(await activate(codeOf(await open()))).toEqual({ ok: true, value: left.id });
    expect(await row("SELECT password_hash = 'of-somebody' AS kept FROM accounts WHERE id = $1", [left.id])).toEqual({
      kept: false,
    });
  });
});

describe("an owner who has an account already", () => {
  it("joins with it, is told so, and gets no code", async () => {
    expect(await open({ email: member.email ?? "" })).toEqual({ ok: true, value: null });
    expect(await listOwnerAccounts(enterpriseId)).toMatchObject([{ accountId: member.accountId, hasPassword: true }]);
    expect(await row("SELECT event FROM notices WHERE account_id = $1", [member.accountId])).toEqual({
      event: "member.joined",
    });
    expect(await open({ email: member.email ?? "" })).toEqual({ ok: false, code: "contact.member" });
    expect(await print(member.accountId)).toEqual({ ok: false, code: "owner.active" });
  });
});

describe("opening an account", () => {
  it("is for officers alone, and never for staff, a disabled account or an enterprise that is not there", async () => {
    for (const actor of [member, staff]) expect(await open({ phone }, actor)).toEqual({ ok: false, code: "notFound" });
    expect(await open({ email: staff.email ?? "" })).toEqual({ ok: false, code: "contact.staff" });
    expect(await open({ email: officer.email ?? "" })).toEqual({ ok: false, code: "contact.staff" });
    await pool().query("UPDATE accounts SET disabled_at = now() WHERE id = $1", [member.accountId]);
    expect(await open({ email: member.email ?? "" })).toEqual({ ok: false, code: "contact.disabled" });
    enterpriseId = staff.accountId;
    expect(await open()).toEqual({ ok: false, code: "notFound" });
    expect(await accountOf()).toBe("");
  });
});

describe("a new sheet", () => {
  it("is printed for a member without password alone, and ends the code of the sheet before", async () => {
    const first = codeOf(await open());
    const accountId = await accountOf();
    expect(await print(accountId, member)).toEqual({ ok: false, code: "notFound" });
    expect(await print(staff.accountId)).toEqual({ ok: false, code: "notFound" });
    const second = codeOf(await print(accountId));
    expect(await activate(first)).toEqual({ ok: false, code: "activation.replaced" });
    expect(await activate(second, new Date(now.getTime() + 14 * day + 1))).toEqual({
      ok: false,
      code: "activation.expired",
    });
    expect(await activate("ACDE-FGHJ-KMNP")).toEqual({ ok: false, code: "activation.wrong" });
    await pool().query("UPDATE accounts SET disabled_at = now() WHERE id = $1", [accountId]);
    expect(await activate(second)).toEqual({ ok: false, code: "signIn.disabled" });
  });
});
