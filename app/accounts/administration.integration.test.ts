import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import "~/messages";
import { pool, row, rows } from "~/platform/db/client.server";
import { buildAccount } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, eventsOf, mailedPaths, requestWith, secretOf } from "../../tests/integration/people";
import { acceptInvitation } from "./accept-invitation.server";
import { type Role, roles } from "./access";
import { openInvitations } from "./account-queries.server";
import { authenticateApiKey } from "./authenticate-api-key.server";
import { changeAccount } from "./change-account.server";
import { confirmEmail } from "./confirm-email.server";
import { inviteStaff, withdrawInvitation } from "./invite-staff.server";
import { issueApiKey } from "./issue-api-key.server";
import { setUpLink } from "./offer-set-up.server";
import { revokeApiKey } from "./revoke-api-key.server";
import { type Actor, findVisitor, openSession } from "./session.server";
import { setUpPortal } from "./set-up-portal.server";
import { signIn } from "./sign-in.server";
import { signUp } from "./sign-up.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
let n = 0;

async function person(role: Role): Promise<Actor> {
  n += 1;
  const account = buildAccount(n, { role });
  await insertRows(pool(), "accounts", [account]);
  const { id, name, email } = account;
  return { accountId: id, sessionId: id, role, name, email, language: "vi" };
}

const acting = (actor: Actor) => actingAt(now, actor.accountId);
const standing = (id: string) =>
  row<{ role: string; disabled: boolean; version: number }>(
    "SELECT role, disabled_at IS NOT NULL AS disabled, version FROM accounts WHERE id = $1",
    [id],
  );

let administrator: Actor;
beforeEach(async () => {
  await rows("UPDATE accounts SET role = 'leader' WHERE role = 'administrator'");
  administrator = await person("administrator");
});

describe("accounts", () => {
  test("a new role counts at the next request, and the change is in the journal with its before and after", async () => {
    const officer = await person("officer");
    const cookie = await openSession(new Request("http://localhost/"), officer.accountId, acting(officer));
    const change = { accountId: officer.accountId, role: "leader" as const, isDisabled: false, version: 1 };
    expect(await changeAccount(change, administrator, acting(administrator))).toEqual({ ok: true, value: null });
    expect(await findVisitor(requestWith(cookie), now)).toMatchObject({ actor: { role: "leader" } });
    const entry = await row(
      "SELECT data, actor_id FROM journal WHERE event = 'account.role-changed' AND subject_id = $1",
      [officer.accountId],
    );
    expect(entry).toEqual({
      actor_id: administrator.accountId,
      data: { before: { role: "officer" }, after: { role: "leader" } },
    });
  });

  test("a disabled account's sessions die at once, and it comes back without them", async () => {
    const officer = await person("officer");
    const cookie = await openSession(new Request("http://localhost/"), officer.accountId, acting(officer));
    const change = { accountId: officer.accountId, role: "officer" as const, isDisabled: true, version: 1 };
    expect((await changeAccount(change, administrator, acting(administrator))).ok).toBe(true);
    expect((await findVisitor(requestWith(cookie), now)).state).toBe("anonymous");
    const enabled = { ...change, isDisabled: false, version: 2 };
    expect((await changeAccount(enabled, administrator, acting(administrator))).ok).toBe(true);
    expect((await findVisitor(requestWith(cookie), now)).state).toBe("anonymous");
    expect(await eventsOf(officer.accountId)).toEqual(["account.disabled", "account.enabled"]);
  });

  test("a member of the digital team comes with areas, and without them when it is something else again", async () => {
    await seedReference(pool());
    const helper = await person("officer");
    const areasOf = () => rows("SELECT area_id AS id FROM account_areas WHERE account_id = $1", [helper.accountId]);
    const team = { accountId: helper.accountId, role: "digital-team" as const, isDisabled: false, version: 1 };
    expect(await changeAccount(team, administrator, acting(administrator))).toEqual({
      ok: false,
      code: "areas.missing",
    });
    const areaIds = ["2025:21583"];
    const send = () => changeAccount({ ...team, areaIds }, administrator, acting(administrator));
    const saved = { ok: true, value: null };
    expect(await Promise.all([send(), send()])).toEqual([saved, saved]);
    expect(await areasOf()).toEqual([{ id: "2025:21583" }]);
    const back = { ...team, role: "officer" as const, version: 2, areaIds };
    expect(await changeAccount(back, administrator, acting(administrator))).toEqual(saved);
    expect(await areasOf()).toEqual([]);
    expect((await eventsOf(helper.accountId)).toSorted()).toEqual([
      "account.areas-changed",
      "account.areas-changed",
      "account.role-changed",
      "account.role-changed",
    ]);
  });

  test("a change made on an older version is stale and changes nothing", async () => {
    const officer = await person("officer");
    const change = { accountId: officer.accountId, role: "leader" as const, isDisabled: false, version: 1 };
    await changeAccount(change, administrator, acting(administrator));
    const again = { ...change, role: "owner" as const };
    expect(await changeAccount(again, administrator, acting(administrator))).toEqual({ ok: false, code: "stale" });
    expect((await standing(officer.accountId))?.role).toBe("leader");
  });

  test("nobody but an administrator changes accounts, and none their own", async () => {
    const target = await person("owner");
    const change = { accountId: target.accountId, role: "administrator" as const, isDisabled: false, version: 1 };
    for (const role of roles.filter((each) => each !== "administrator")) {
      const actor = await person(role);
      expect(await changeAccount(change, actor, acting(actor))).toEqual({ ok: false, code: "notFound" });
    }
    const own = { ...change, accountId: administrator.accountId, role: "leader" as const };
    expect(await changeAccount(own, administrator, acting(administrator))).toEqual({ ok: false, code: "change.self" });
    expect((await standing(target.accountId))?.role).toBe("owner");
  });

  test("when two administrators demote each other at once, one administrator remains", async () => {
    const other = await person("administrator");
    const demote = (target: Actor, by: Actor) =>
      changeAccount({ accountId: target.accountId, role: "leader", isDisabled: false, version: 1 }, by, acting(by));
    const results = await Promise.all([demote(other, administrator), demote(administrator, other)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows("SELECT 1 FROM accounts WHERE role = 'administrator' AND disabled_at IS NULL")).toHaveLength(1);
  });

  test("an administrator who was demoted meanwhile can do nothing with an old page", async () => {
    const former = await person("administrator");
    await changeAccount(
      { accountId: former.accountId, role: "officer", isDisabled: false, version: 1 },
      administrator,
      acting(administrator),
    );
    const change = { accountId: administrator.accountId, role: "owner" as const, isDisabled: true, version: 1 };
    expect(await changeAccount(change, former, acting(former))).toEqual({ ok: false, code: "notFound" });
  });
});

describe("invitations", () => {
  const invite = async (email: string, role: "officer" | "leader" | "administrator" = "officer") => {
    const id = randomUUID();
    const result = await inviteStaff(
      { id, contact: { email }, role, language: "vi" },
      administrator,
      acting(administrator),
    );
    return { id, result, secret: secretOf((await mailedPaths(email))[0]) };
  };
  const input = { name: "Cán bộ mới", password: "hạt điều rang củi", language: "vi" as const };

  test("an invitation opens an account of its role, whatever else is sent with it, and works once", async () => {
    const { id, secret } = await invite("invited@people.example");
    const smuggled = { ...input, role: "administrator", email: "other@people.example" };
    const result = await acceptInvitation(secret, smuggled, actingAt(later(1)));
    const created = await row(
      "SELECT id, role, email FROM accounts WHERE email LIKE '%@people.example' AND name = $1",
      [input.name],
    );
    expect(created).toEqual({ id: result.ok && result.value, role: "officer", email: "invited@people.example" });
    expect(await acceptInvitation(secret, input, actingAt(later(1)))).toEqual({ ok: false, code: "link.dead" });
    expect(
      (await signIn({ email: "invited@people.example", password: input.password }, "192.0.2.9", actingAt(now))).ok,
    ).toBe(true);
    expect(await eventsOf(id)).toEqual(["invitation.sent", "invitation.accepted"]);
  });

  test("an invitation is dead after seven days, when withdrawn, and when a newer one was sent", async () => {
    const dead = { ok: false, code: "link.dead" };
    const old = await invite("old@people.example");
    expect(await acceptInvitation(old.secret, input, actingAt(later(7 * 24 + 1)))).toEqual(dead);

    const withdrawn = await invite("withdrawn@people.example");
    expect((await withdrawInvitation(withdrawn.id, administrator, acting(administrator))).ok).toBe(true);
    expect(await acceptInvitation(withdrawn.secret, input, actingAt(now))).toEqual(dead);
    const again = await withdrawInvitation(withdrawn.id, administrator, acting(administrator));
    expect(again).toEqual({ ok: false, code: "stale" });

    const first = await invite("replaced@people.example", "administrator");
    await invite("replaced@people.example", "leader");
    expect(await acceptInvitation(first.secret, input, actingAt(now))).toEqual(dead);
    const open = await openInvitations(now);
    expect(open.filter(({ email }) => email === "replaced@people.example").map(({ role }) => role)).toEqual(["leader"]);
  });

  test("sending the form twice mails once; an address with an account is not invited", async () => {
    const same = {
      id: randomUUID(),
      contact: { email: "double@people.example" },
      role: "leader" as const,
      language: "en" as const,
    };
    const answers = [
      await inviteStaff(same, administrator, acting(administrator)),
      await inviteStaff(same, administrator, acting(administrator)),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await mailedPaths(same.contact.email)).toHaveLength(1);
    const known = { ...same, id: randomUUID(), contact: { email: administrator.email ?? "" } };
    const refused = await inviteStaff(known, administrator, acting(administrator));
    expect(refused).toEqual({ ok: false, code: "contact.hasAccount" });
  });

  test("nobody can keep a colleague out by signing up with their address first: the invitation takes that sign-up over", async () => {
    const email = "squatted@path.example";
    const squatter = { name: "Kẻ giành chỗ", email, password: "mật khẩu kẻ lạ", language: "vi" as const };
    await signUp(squatter, "198.51.100.250", actingAt(now));
    const confirmation = secretOf((await mailedPaths(email))[0]);
    const invitation = { id: randomUUID(), contact: { email }, role: "officer" as const, language: "vi" as const };
    expect(await inviteStaff(invitation, administrator, acting(administrator))).toEqual({ ok: true, value: null });
    const [path] = await mailedPaths(email);
    const input = { name: "Cán bộ mới", password: "nem chua tré rượu", language: "vi" as const };
    const opened = await acceptInvitation(secretOf(path), input, actingAt(now));
    expect(await row("SELECT id, role, name FROM accounts WHERE email = $1", [email])).toEqual({
      id: opened.ok && opened.value,
      role: "officer",
      name: input.name,
    });
    expect(await confirmEmail(confirmation, squatter.password, actingAt(now))).toEqual({
      ok: false,
      code: "link.dead",
    });
    const asSquatter = await signIn({ email, password: squatter.password }, "198.51.100.251", actingAt(now));
    expect(asSquatter).toEqual({ ok: false, code: "signIn.wrong" });
    expect((await signIn({ email, password: input.password }, "198.51.100.252", actingAt(now))).ok).toBe(true);
  });

  test("only an administrator invites and withdraws", async () => {
    const officer = await person("officer");
    const given = {
      id: randomUUID(),
      contact: { email: "x@people.example" },
      role: "administrator" as const,
      language: "vi" as const,
    };
    expect(await inviteStaff(given, officer, acting(officer))).toEqual({ ok: false, code: "notFound" });
    const { id } = await invite("y@people.example");
    expect(await withdrawInvitation(id, officer, acting(officer))).toEqual({ ok: false, code: "notFound" });
  });
});

describe("setting the portal up", () => {
  const input = {
    name: "Quản trị",
    email: "first@people.example",
    password: "hạt điều rang củi",
    language: "vi" as const,
  };

  test("there is a link only while there is no administrator; the newest works, once, for a day", async () => {
    expect(await setUpLink(now)).toBeUndefined();
    await rows("UPDATE accounts SET role = 'leader' WHERE role = 'administrator'");
    const first = secretOf(await setUpLink(now));
    const second = secretOf(await setUpLink(now));
    const dead = { ok: false, code: "link.dead" };
    expect(await setUpPortal(first, input, actingAt(now))).toEqual(dead);
    expect(await setUpPortal(second, input, actingAt(later(25)))).toEqual(dead);
    const result = await setUpPortal(second, input, actingAt(later(1)));
    expect(await standing(result.ok ? result.value : "")).toMatchObject({ role: "administrator" });
    expect(await setUpPortal(second, { ...input, email: "b@people.example" }, actingAt(later(1)))).toEqual(dead);
    expect(await setUpLink(now)).toBeUndefined();
  });

  test("a demo administrator does not count as one", async () => {
    await rows("UPDATE accounts SET is_demo = true WHERE role = 'administrator'");
    expect(await setUpLink(now)).toMatch(/^\/thiet-lap\/[\w-]{43}$/);
  });
});

describe("API keys", () => {
  const bearing = (key: string): Request =>
    new Request("http://localhost/feeds", { headers: { authorization: `Bearer ${key}` } });
  const issue = async (expiresAt: Date | null = null) => {
    const id = randomUUID();
    const result = await issueApiKey({ id, partner: "Sàn thử", expiresAt }, administrator, acting(administrator));
    return { id, key: result.ok ? result.value : "" };
  };

  test("the demo's key, which anyone can read, opens no feed of a portal in earnest", async () => {
    await rows("UPDATE accounts SET is_demo = true WHERE id = $1", [administrator.accountId]);
    const { key } = await issue();
    expect(key).not.toBe("");
    expect(await authenticateApiKey(bearing(key), now)).toBeUndefined();
  });

  test("a key opens the feeds until it is revoked, and is nowhere in the database", async () => {
    const { id, key } = await issue();
    expect(await authenticateApiKey(bearing(key), now)).toMatchObject({ keyId: id, partner: "Sàn thử" });
    const secret = key.slice(-43);
    const everything = await rows<{ text: string }>(
      "SELECT k::text AS text FROM api_keys k UNION ALL SELECT j::text FROM journal j",
    );
    expect(everything.some(({ text }) => text.includes(secret))).toBe(false);
    const officer = await person("officer");
    expect(await revokeApiKey(id, officer, acting(officer))).toEqual({ ok: false, code: "notFound" });
    expect((await revokeApiKey(id, administrator, acting(administrator))).ok).toBe(true);
    expect(await revokeApiKey(id, administrator, acting(administrator))).toEqual({ ok: false, code: "stale" });
    expect(await authenticateApiKey(bearing(key), now)).toBeUndefined();
    expect(await eventsOf(id)).toEqual(["api-key.issued", "api-key.revoked"]);
  });

  test("a key with another secret, an unknown prefix, or past its last day opens nothing", async () => {
    const { key } = await issue(later(24));
    expect(
      await authenticateApiKey(bearing(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`), now),
    ).toBeUndefined();
    expect(await authenticateApiKey(bearing(`lensan_00000000_${key.slice(-43)}`), now)).toBeUndefined();
    expect(await authenticateApiKey(new Request("http://localhost/feeds"), now)).toBeUndefined();
    expect(await authenticateApiKey(bearing(key), later(23))).toBeDefined();
    expect(await authenticateApiKey(bearing(key), later(24))).toBeUndefined();
  });

  test("a polling partner writes its last use once a minute", async () => {
    const { id, key } = await issue();
    const lastUsed = async () =>
      (await row<{ at: Date }>("SELECT last_used_at AS at FROM api_keys WHERE id = $1", [id]))?.at.getTime();
    for (const seconds of [0, 30, 59]) await authenticateApiKey(bearing(key), new Date(now.getTime() + seconds * 1000));
    expect(await lastUsed()).toBe(now.getTime());
    await authenticateApiKey(bearing(key), new Date(now.getTime() + 60_000));
    expect(await lastUsed()).toBe(now.getTime() + 60_000);
  });

  test("the same form sent twice makes one key, which is not shown again; a last day in the past is refused", async () => {
    const given = { id: randomUUID(), partner: "Sàn thử", expiresAt: null };
    expect((await issueApiKey(given, administrator, acting(administrator))).ok).toBe(true);
    const again = await issueApiKey(given, administrator, acting(administrator));
    expect(again).toEqual({ ok: false, code: "apiKey.alreadyIssued" });
    const past = await issueApiKey(
      { ...given, id: randomUUID(), expiresAt: now },
      administrator,
      acting(administrator),
    );
    expect(past).toEqual({ ok: false, code: "expiresOn.past" });
  });
});
