import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, findInvitation, joinByInvitation } from "~/accounts/accept-invitation.server";
import type { Contact } from "~/accounts/contact";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, asActor, mailedPaths, secretOf } from "../../tests/integration/people";
import "~/messages";
import { inviteMember, resendInvitation, withdrawMemberInvitation } from "./invite-member.server";
import { listMemberInvitations, listMembers } from "./member-queries.server";
import { removeMember } from "./remove-member.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const acting = (actor: Actor): Acting => actingAt(new Date(), actor.accountId);

let n = 0;
let owner: Actor;
let second: Actor;
let stranger: Actor;
let enterpriseId: string;
beforeEach(async () => {
  n += 10;
  const accounts = [buildAccount(n), buildAccount(n + 1), buildAccount(n + 2)] as const;
  const enterprise = buildEnterprise(n);
  await insertRows(pool(), "accounts", [...accounts]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(accounts[0].id, enterprise.id)]);
  [owner, second, stranger] = [asActor(accounts[0]), asActor(accounts[1]), asActor(accounts[2])];
  enterpriseId = enterprise.id;
});

const secondJoins = () => insertRows(pool(), "memberships", [buildMembership(second.accountId, enterpriseId)]);
const invite = (contact: Contact, actor = owner, id: string = randomUUID()) =>
  inviteMember({ id, enterpriseId, contact }, `192.0.2.${n % 250}`, actor, acting(actor));
const memberIds = async () => (await listMembers(enterpriseId)).map(({ accountId }) => accountId);
const leave = (actor: Actor) => removeMember({ enterpriseId, accountId: actor.accountId }, actor, acting(actor));
const eventsHere = async () =>
  (
    await rows<{ event: string }>("SELECT event FROM journal WHERE enterprise_id = $1 ORDER BY seq", [enterpriseId])
  ).map(({ event }) => event);

describe("an invitation to be a member", () => {
  it("opens a new owner's account, a member from its first day, and tells the others", async () => {
    const email = `moi-${n}@member.example`;
    expect(await invite({ email })).toEqual({ ok: true, value: null });
    const secret = secretOf((await mailedPaths(email))[0]);
    expect(await findInvitation(secret, new Date())).toMatchObject({
      hasAccount: false,
      enterprise: { id: enterpriseId },
    });
    const input = { name: "Thành viên mới", password: "nem chua tré rượu Bàu Đá", language: "vi" as const };
    const opened = await acceptInvitation(secret, input, actingAt(new Date()));
    expect(opened).toMatchObject({ ok: true });
    expect(await memberIds()).toContain(opened.ok && opened.value);
    expect(await row("SELECT role FROM accounts WHERE email = $1", [email])).toEqual({ role: "owner" });
    expect(await eventsHere()).toEqual(["invitation.sent", "member.joined"]);
    expect(await row("SELECT event FROM notices WHERE account_id = $1", [owner.accountId])).toEqual({
      event: "member.joined",
    });
    expect(await acceptInvitation(secret, input, actingAt(new Date()))).toEqual({ ok: false, code: "link.dead" });
  });

  it("reaches a phone, whose number signs in afterwards", async () => {
    const phone = `+8491400${String(n).padStart(4, "0")}`;
    await invite({ phone });
    const text = await row<{ text: string }>("SELECT text FROM text_messages WHERE recipient = $1", [phone]);
    const secret = secretOf(/\/loi-moi\/\S+/.exec(text?.text ?? "")?.[0]);
    const password = "nem chua tré rượu Bàu Đá";
    const opened = await acceptInvitation(
      secret,
      { name: "Người nhà", password, language: "vi" },
      actingAt(new Date()),
    );
    expect(await signIn({ phone, password }, "198.51.100.7", actingAt(new Date()))).toEqual(opened);
  });

  it("joins the account that is signed in, once", async () => {
    await invite({ email: second.email ?? "" });
    const secret = secretOf((await mailedPaths(second.email ?? ""))[0]);
    expect(await findInvitation(secret, new Date())).toMatchObject({ hasAccount: true });
    expect(await joinByInvitation(secret, second, acting(second))).toEqual({ ok: true, value: enterpriseId });
    expect(await joinByInvitation(secret, stranger, acting(stranger))).toEqual({ ok: false, code: "link.dead" });
    expect(await memberIds()).toEqual([owner.accountId, second.accountId]);
  });

  it("is sent again with a new link, and withdrawn; the links before are dead then", async () => {
    const email = `lai-${n}@member.example`;
    await invite({ email });
    const [first] = await listMemberInvitations(enterpriseId, new Date());
    const again = (actor: Actor) =>
      resendInvitation({ id: first?.id ?? "", enterpriseId }, "192.0.2.9", actor, acting(actor));
    expect(await again(stranger)).toEqual({ ok: false, code: "notFound" });
    expect(await again(owner)).toEqual({ ok: true, value: null });
    const paths = await mailedPaths(email);
    expect(paths).toHaveLength(2);
    const open = await listMemberInvitations(enterpriseId, new Date());
    expect(open).toHaveLength(1);
    const id = open[0]?.id ?? "";
    expect(await withdrawMemberInvitation({ id, enterpriseId }, stranger, acting(stranger))).toMatchObject({
      ok: false,
    });
    expect(await withdrawMemberInvitation({ id, enterpriseId }, owner, acting(owner))).toEqual({
      ok: true,
      value: null,
    });
    for (const path of paths) expect(await findInvitation(secretOf(path), new Date())).toBeUndefined();
  });

  it("works for seven days, is one when sent twice, and is refused for strangers, members and in masses", async () => {
    const [id, email] = [randomUUID(), `hai-${n}@member.example`];
    await Promise.all([invite({ email }, owner, id), invite({ email }, owner, id)]);
    expect(await mailedPaths(email)).toHaveLength(1);
    const secret = secretOf((await mailedPaths(email))[0]);
    expect(await findInvitation(secret, new Date(Date.now() + 8 * 86_400_000))).toBeUndefined();
    expect(await invite({ email: "x@member.example" }, stranger)).toEqual({ ok: false, code: "notFound" });
    expect(await invite({ email: owner.email ?? "" })).toEqual({ ok: false, code: "contact.member" });
    const answers: string[] = [];
    for (let k = 0; k < 21; k += 1) {
      const answer = await invite({ email: `nhieu-${n}-${k}@member.example` });
      answers.push(answer.ok ? "ok" : answer.code);
    }
    expect(answers.at(0)).toBe("ok");
    expect(answers.at(-1)).toBe("tooManyAttempts");
  });
});

describe("leaving an enterprise", () => {
  it("ends the membership, is told to the others, and is never forgotten where decisions are made", async () => {
    await secondJoins();
    expect(await leave(second)).toEqual({ ok: true, value: null });
    expect(await memberIds()).toEqual([owner.accountId]);
    expect(await eventsHere()).toEqual(["member.left"]);
    expect(await row("SELECT event FROM notices WHERE account_id = $1", [owner.accountId])).toEqual({
      event: "member.left",
    });
    const party = await inTransaction(acting(second), async (tx) =>
      accept(await isPartyTo(tx, second.accountId, enterpriseId)),
    );
    expect(party).toEqual({ ok: true, value: true });
  });

  it("is refused to the last member, and to one whose only fellow cannot sign in", async () => {
    expect(await leave(owner)).toEqual({ ok: false, code: "member.last" });
    await secondJoins();
    await pool().query("UPDATE accounts SET disabled_at = now() WHERE id = $1", [second.accountId]);
    expect(await leave(owner)).toEqual({ ok: false, code: "member.last" });
    expect(await memberIds()).toHaveLength(2);
  });

  it("lets one go and keeps one when the last two leave at the same moment, every time", async () => {
    for (let round = 0; round < 10; round += 1) {
      await secondJoins();
      const answers = await Promise.all([leave(owner), leave(second)]);
      expect(answers.map((answer) => (answer.ok ? "left" : answer.code)).sort()).toEqual(["left", "member.last"]);
      const [stayed] = await memberIds();
      expect(await memberIds()).toHaveLength(1);
      if (stayed === second.accountId) {
        await insertRows(pool(), "memberships", [buildMembership(owner.accountId, enterpriseId)]);
        await pool().query("DELETE FROM memberships WHERE account_id = $1", [second.accountId]);
      }
    }
  });

  it("by another's hand is told to who was removed; strangers remove nobody", async () => {
    await secondJoins();
    const remove = (actor: Actor) => removeMember({ enterpriseId, accountId: second.accountId }, actor, acting(actor));
    expect(await remove(stranger)).toEqual({ ok: false, code: "notFound" });
    expect(await remove(owner)).toEqual({ ok: true, value: null });
    expect(await eventsHere()).toEqual(["member.removed"]);
    expect(await row("SELECT event FROM notices WHERE account_id = $1", [second.accountId])).toEqual({
      event: "member.removed",
    });
    expect(await remove(owner)).toEqual({ ok: false, code: "notFound" });
  });
});
