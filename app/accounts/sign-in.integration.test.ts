import { expect, test } from "vitest";
import "~/messages";
import { row, rows } from "~/platform/db/client.server";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, eventsOf, mailedPaths, requestWith, secretOf } from "../../tests/integration/people";
import { askPasswordReset } from "./ask-password-reset.server";
import { changePassword, endOwnSessions } from "./change-own-account.server";
import { accountOfLink, confirmEmail } from "./confirm-email.server";
import { resendConfirmation } from "./resend-confirmation.server";
import { resetPassword } from "./reset-password.server";
import { type Actor, closeSession, findVisitor, openSession } from "./session.server";
import { signIn } from "./sign-in.server";
import { signUp } from "./sign-up.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const password = "cá cơm phơi nắng";
const acting = actingAt(now);
let addresses = 0;
const nextAddress = (): string => {
  addresses += 1;
  return `198.51.100.${addresses}`;
};

const signedUp = async (email: string): Promise<string> => {
  expect(await signUp({ name: "Người thử", email, password, language: "vi" }, nextAddress(), acting)).toEqual({
    ok: true,
    value: null,
  });
  return secretOf((await mailedPaths(email))[0]);
};

const confirmed = async (email: string): Promise<string> => {
  const result = await confirmEmail(await signedUp(email), password, acting);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

async function actorOf(cookie: string, at = now): Promise<Actor> {
  const visitor = await findVisitor(requestWith(cookie), at);
  if (visitor.state !== "signed-in") throw new Error(visitor.state);
  return visitor.actor;
}

const nobody = new Request("http://localhost/");

test("an owner signs up, confirms by mail once, signs in; each step is in the journal", async () => {
  const email = "owner@path.example";
  const secret = await signedUp(email);
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.unconfirmed" });
  expect((await accountOfLink("confirm-email", secret, now))?.email).toBe(email);
  const result = await confirmEmail(secret, password, acting);
  expect(result.ok).toBe(true);
  expect(await confirmEmail(secret, password, acting)).toEqual({ ok: false, code: "link.dead" });
  expect(await accountOfLink("confirm-email", secret, now)).toBeUndefined();
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual(result);
  const id = result.ok ? result.value : "";
  expect(await eventsOf(id)).toEqual(["account.signed-up", "session.refused", "account.email-confirmed"]);
  const stored = await row<{ hash: string; role: string }>(
    "SELECT password_hash AS hash, role FROM accounts WHERE id = $1",
    [id],
  );
  expect(stored?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored?.role).toBe("owner");
});

test("a confirmation link stops working after three days and when a newer one is sent", async () => {
  const email = "late@path.example";
  const secret = await signedUp(email);
  expect(await confirmEmail(secret, password, actingAt(later(73)))).toEqual({ ok: false, code: "link.dead" });
  await resendConfirmation({ email }, nextAddress(), actingAt(later(1)));
  const [newer] = await mailedPaths(email);
  expect(await confirmEmail(secret, password, acting)).toEqual({ ok: false, code: "link.dead" });
  expect((await confirmEmail(secretOf(newer), password, actingAt(later(2)))).ok).toBe(true);
});

test("who signs up again before confirming gets the later password; the earlier link cannot confirm it", async () => {
  const email = "twice@path.example";
  const first = await signedUp(email);
  await signUp(
    { name: "Chủ thật", email, password: "hạt điều rang củi", language: "en" },
    nextAddress(),
    actingAt(later(1)),
  );
  expect(await confirmEmail(first, password, actingAt(later(1)))).toEqual({ ok: false, code: "link.dead" });
  const second = secretOf((await mailedPaths(email))[0]);
  expect(await confirmEmail(second, password, actingAt(later(1)))).toEqual({ ok: false, code: "password.notChosen" });
  await confirmEmail(second, "hạt điều rang củi", actingAt(later(1)));
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.wrong" });
  expect((await signIn({ email, password: "hạt điều rang củi" }, nextAddress(), acting)).ok).toBe(true);
});

test("who owns a mailbox opens no account for a stranger who signed up with it, and can take the account by a new password", async () => {
  const email = "victim@path.example";
  const secret = await signedUp(email);
  expect(await confirmEmail(secret, "mật khẩu của tôi", acting)).toEqual({ ok: false, code: "password.notChosen" });
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.unconfirmed" });
  await askPasswordReset({ email }, nextAddress(), acting);
  const reset = secretOf((await mailedPaths(email))[0]);
  expect((await resetPassword(reset, "hạt điều rang củi", acting)).ok).toBe(true);
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.wrong" });
  expect((await signIn({ email, password: "hạt điều rang củi" }, nextAddress(), acting)).ok).toBe(true);
});

test("a confirmation link is closed to guessing the password after ten tries", async () => {
  const secret = await signedUp("link-guessed@path.example");
  for (let guess = 0; guess < 10; guess += 1) await confirmEmail(secret, `đoán lần ${guess}`, acting);
  expect(await confirmEmail(secret, password, acting)).toEqual({ ok: false, code: "tooManyAttempts" });
});

test("signing up with an address that has an account answers the same and changes nothing but a mail", async () => {
  const email = "known@path.example";
  const id = await confirmed(email);
  const before = await row("SELECT * FROM accounts WHERE id = $1", [id]);
  const answer = await signUp(
    { name: "Khác", email, password: "mật khẩu kẻ khác", language: "vi" },
    nextAddress(),
    actingAt(later(1)),
  );
  expect(answer).toEqual({ ok: true, value: null });
  expect(await row("SELECT * FROM accounts WHERE id = $1", [id])).toEqual(before);
  expect((await mailedPaths(email))[0]).toBe("/dang-nhap");
});

test("a weak password is refused before anything is stored", async () => {
  const weak = { name: "Yếu", email: "weak@path.example", password: "matkhau123", language: "vi" as const };
  expect(await signUp(weak, nextAddress(), acting)).toEqual({ ok: false, code: "password.common" });
  expect(await row("SELECT 1 AS found FROM accounts WHERE email = $1", [weak.email])).toBeUndefined();
});

test("unknown address and wrong password get the same answer, and the journal never holds the unknown address", async () => {
  const email = "wrong@path.example";
  await confirmed(email);
  const unknown = await signIn({ email: "not-known@path.example", password }, nextAddress(), acting);
  expect(unknown).toEqual({ ok: false, code: "signIn.wrong" });
  expect(await signIn({ email, password: "sai mật khẩu rồi" }, nextAddress(), acting)).toEqual(unknown);
  const entries = await rows<{ text: string }>(
    "SELECT journal::text AS text FROM journal WHERE event = 'session.refused'",
  );
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.some(({ text }) => text.includes("not-known"))).toBe(false);
});

test("asking for a new password answers the same for an unknown address and mails nothing to it", async () => {
  expect(await askPasswordReset({ email: "no-one@path.example" }, nextAddress(), acting)).toEqual({
    ok: true,
    value: null,
  });
  expect(await mailedPaths("no-one@path.example")).toEqual([]);
  expect(await resendConfirmation({ email: "no-one@path.example" }, nextAddress(), acting)).toEqual({
    ok: true,
    value: null,
  });
});

test("every sign-in has a new token, kills the session it came with, and a copied cookie is dead after sign-out", async () => {
  const id = await confirmed("session@path.example");
  const fixed = await openSession(nobody, id, acting);
  const second = await openSession(requestWith(fixed), id, acting);
  expect(second).not.toBe(fixed);
  expect((await findVisitor(requestWith(fixed), now)).state).toBe("anonymous");
  expect(second).toMatch(/HttpOnly; SameSite=Lax/);
  const actor = await actorOf(second);
  expect(actor.accountId).toBe(id);
  const tokens = await rows<{ stored: string }>("SELECT encode(token_hash, 'escape') AS stored FROM sessions");
  const token = second.split(";")[0]?.split("=")[1] ?? "";
  expect(tokens.some(({ stored }) => stored.includes(token))).toBe(false);

  await closeSession(requestWith(second), actingAt(now, id));
  expect((await findVisitor(requestWith(second), now)).state).toBe("anonymous");
  expect(await eventsOf(actor.sessionId)).toEqual(["session.opened", "session.ended"]);
});

test("a cookie chosen by somebody else never becomes a session", async () => {
  const id = await confirmed("fixation@path.example");
  const planted = "phien=planted-by-an-attacker";
  const opened = await openSession(requestWith(planted), id, acting);
  expect(opened).not.toContain("planted");
  expect((await findVisitor(requestWith(planted), now)).state).toBe("anonymous");
});

test("a session runs out after twelve idle hours and after seven days, and then still says whose it was", async () => {
  const id = await confirmed("idle@path.example");
  const cookie = await openSession(nobody, id, acting);
  expect((await findVisitor(requestWith(cookie), later(11))).state).toBe("signed-in");
  expect(await findVisitor(requestWith(cookie), later(24))).toEqual({ state: "expired", accountId: id });
  const busy = await openSession(nobody, id, acting);
  for (let hours = 6; hours < 168; hours += 6) {
    expect((await findVisitor(requestWith(busy), later(hours))).state).toBe("signed-in");
  }
  expect((await findVisitor(requestWith(busy), later(168))).state).toBe("expired");
});

test("a reset link works once and for an hour, ends every session and kills the old password", async () => {
  const email = "reset@path.example";
  const id = await confirmed(email);
  const cookie = await openSession(nobody, id, acting);
  await askPasswordReset({ email }, nextAddress(), actingAt(later(1)));
  const secret = secretOf((await mailedPaths(email))[0]);
  expect(await resetPassword(secret, "ngắn", actingAt(later(1)))).toEqual({ ok: false, code: "password.short" });
  expect(await resetPassword(secret, "bánh ít lá gai", actingAt(later(2.01)))).toEqual({
    ok: false,
    code: "link.dead",
  });
  expect(await resetPassword(secret, "bánh ít lá gai", actingAt(later(1.5)))).toEqual({ ok: true, value: null });
  expect(await resetPassword(secret, "bánh ít lá gai 2", actingAt(later(1.5)))).toEqual({
    ok: false,
    code: "link.dead",
  });
  expect((await findVisitor(requestWith(cookie), later(1.5))).state).toBe("anonymous");
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.wrong" });
  expect((await signIn({ email, password: "bánh ít lá gai" }, nextAddress(), acting)).ok).toBe(true);
});

test("of two who use one link at the same time, one succeeds", async () => {
  const secret = await signedUp("race@path.example");
  const results = await Promise.all([1, 2, 3].map(() => confirmEmail(secret, password, acting)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a link of one purpose is no link of another", async () => {
  const email = "purpose@path.example";
  const secret = await signedUp(email);
  expect(await resetPassword(secret, "bánh ít lá gai", acting)).toEqual({ ok: false, code: "link.dead" });
  expect((await confirmEmail(secret, password, acting)).ok).toBe(true);
});

test("changing the password asks for the present one and ends the other sessions only", async () => {
  const id = await confirmed("change@path.example");
  const [own, other] = [await openSession(nobody, id, acting), await openSession(nobody, id, acting)];
  const actor = await actorOf(own);
  const wrong = { current: "không phải nó", password: "bánh ít lá gai" };
  expect(await changePassword(wrong, actor, acting)).toEqual({ ok: false, code: "passwordCurrent.wrong" });
  expect((await changePassword({ ...wrong, current: password }, actor, actingAt(now, id))).ok).toBe(true);
  expect((await findVisitor(requestWith(own), now)).state).toBe("signed-in");
  expect((await findVisitor(requestWith(other), now)).state).toBe("anonymous");
  expect(await eventsOf(id)).toContain("account.password-changed");
});

test("one ends one's own sessions, and nobody else's", async () => {
  const [id, foreign] = [await confirmed("mine@path.example"), await confirmed("theirs@path.example")];
  const [own, second, theirs] = [
    await openSession(nobody, id, acting),
    await openSession(nobody, id, acting),
    await openSession(nobody, foreign, acting),
  ];
  const actor = await actorOf(own);
  expect(await endOwnSessions({ only: (await actorOf(theirs)).sessionId }, actor, acting)).toEqual({
    ok: true,
    value: 0,
  });
  expect((await findVisitor(requestWith(theirs), now)).state).toBe("signed-in");
  expect(await endOwnSessions("others", actor, acting)).toEqual({ ok: true, value: 1 });
  expect((await findVisitor(requestWith(second), now)).state).toBe("anonymous");
  expect((await findVisitor(requestWith(own), now)).state).toBe("signed-in");
});

test("after ten wrong passwords an account is closed to guessing from any address, the right password included", async () => {
  const email = "guessed@path.example";
  await confirmed(email);
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const result = await signIn({ email, password: `sai lần ${attempt}` }, nextAddress(), acting);
    expect(result).toEqual({ ok: false, code: "signIn.wrong" });
  }
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "tooManyAttempts" });
});

test("one address may fail 25 times, an IPv6 one with its whole /64; what succeeds does not count", async () => {
  const email = "office@path.example";
  await confirmed(email);
  for (let morning = 1; morning <= 30; morning += 1) {
    expect((await signIn({ email, password }, "2001:db8:1:2::1", acting)).ok).toBe(true);
  }
  for (let attempt = 1; attempt <= 25; attempt += 1) {
    const credentials = { email: `nobody-${attempt}@path.example`, password };
    expect(await signIn(credentials, `2001:db8:1:2::${attempt}`, acting)).toEqual({ ok: false, code: "signIn.wrong" });
  }
  const refused = { ok: false, code: "tooManyAttempts" };
  expect(await signIn({ email, password }, "2001:db8:1:2:ffff::1", acting)).toEqual(refused);
  expect((await signIn({ email, password }, "2001:db8:1:3::1", acting)).ok).toBe(true);
});

test("nobody's mailbox is flooded: after five mails an hour no more is sent, and the answer stays the same", async () => {
  const email = "flood@path.example";
  await confirmed(email);
  for (let asked = 1; asked <= 8; asked += 1) {
    expect(await askPasswordReset({ email }, nextAddress(), acting)).toEqual({ ok: true, value: null });
  }
  expect((await mailedPaths(email)).length).toBe(5);
});

test("demo accounts cannot sign in, nor stay signed in, where the portal is not a demo", async () => {
  const email = "demo@path.example";
  const id = await confirmed(email);
  const cookie = await openSession(nobody, id, acting);
  await row("UPDATE accounts SET is_demo = true WHERE id = $1", [id]);
  expect(await signIn({ email, password }, nextAddress(), acting)).toEqual({ ok: false, code: "signIn.wrong" });
  expect((await findVisitor(requestWith(cookie), now)).state).toBe("anonymous");
});
