import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool, row, rows } from "~/platform/db/client.server";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, eventsOf, mailedPaths, secretOf } from "../../tests/integration/people";
import "~/messages";
import { askPasswordReset } from "./ask-password-reset.server";
import { askContactChange, confirmOwnEmail, confirmOwnPhone } from "./change-contact.server";
import { confirmPhone } from "./confirm-phone.server";
import { resendConfirmation } from "./resend-confirmation.server";
import { resetPasswordByCode } from "./reset-password.server";
import type { Actor } from "./session.server";
import { signIn } from "./sign-in.server";
import { signUp } from "./sign-up.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

let n = 0;
let phone: string;
const now = () => new Date();
beforeEach(() => {
  n += 1;
  phone = `+8491200${String(n).padStart(4, "0")}`;
});
let address = 0;
const nextAddress = () => {
  address += 1;
  return `198.51.${Math.floor(address / 200)}.${address % 200}`;
};

const password = "nem chua tré rượu Bàu Đá";
const owner = () => ({ name: "Chủ cơ sở thử", phone, password, language: "vi" as const });

async function codeIn(recipient: string): Promise<string> {
  const text = await row<{ text: string }>(
    "SELECT text FROM text_messages WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1",
    [recipient],
  );
  return /\d{6}/.exec(text?.text ?? "")?.[0] ?? "";
}
const textsTo = async (recipient: string) =>
  (
    await rows<{ kind: string }>("SELECT kind FROM text_messages WHERE recipient = $1 ORDER BY created_at, id", [
      recipient,
    ])
  ).map(({ kind }) => kind);
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function askedSignUp(): Promise<string> {
  const asked = await signUp(owner(), nextAddress(), actingAt(now()));
  if (!asked.ok || asked.value === null) throw new Error("a code was due");
  return asked.value;
}
async function signedUp(): Promise<string> {
  const codeId = await askedSignUp();
  const confirmed = await confirmPhone(codeId, await codeIn(phone), nextAddress(), actingAt(now()));
  if (!confirmed.ok) throw new Error(confirmed.code);
  return confirmed.value;
}
const actorOf = (accountId: string): Actor => ({
  accountId,
  sessionId: randomUUID(),
  role: "owner",
  name: "Chủ cơ sở thử",
  email: null,
  language: "vi",
});

describe("signing up with a phone number", () => {
  it("opens the account with the code from the message, and signs in with the number from then on", async () => {
    const codeId = await askedSignUp();
    expect(await signIn({ phone, password }, nextAddress(), actingAt(now()))).toEqual({
      ok: false,
      code: "signIn.unconfirmed",
    });
    const confirmed = await confirmPhone(codeId, await codeIn(phone), nextAddress(), actingAt(now()));
    expect(confirmed).toMatchObject({ ok: true });
    const accountId = confirmed.ok ? confirmed.value : "";
    expect(await signIn({ phone, password }, nextAddress(), actingAt(now()))).toEqual({ ok: true, value: accountId });
    expect(await eventsOf(accountId)).toContain("account.phone-confirmed");
    expect(await row("SELECT email, phone FROM accounts WHERE id = $1", [accountId])).toEqual({ email: null, phone });
  });

  it("keeps only a hash of the code, and takes it once", async () => {
    const codeId = await askedSignUp();
    const code = await codeIn(phone);
    const stored = await row<{ hash: Buffer }>("SELECT code_hash AS hash FROM one_time_codes WHERE id = $1", [codeId]);
    expect(stored?.hash.toString("utf8")).not.toContain(code);
    const both = await Promise.all([1, 2].map(() => confirmPhone(codeId, code, nextAddress(), actingAt(now()))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("takes a code for ten minutes, and compares no more than five, also when they come at once", async () => {
    const late = await askedSignUp();
    const inElevenMinutes = new Date(Date.now() + 11 * 60_000);
    expect(await confirmPhone(late, await codeIn(phone), nextAddress(), actingAt(inElevenMinutes))).toEqual({
      ok: false,
      code: "code.dead",
    });
    const codeId = await askedSignUp();
    const code = await codeIn(phone);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => confirmPhone(codeId, wrongOf(code), nextAddress(), actingAt(now()))),
    );
    expect(tries.filter((tried) => !tried.ok && tried.code === "code.wrong")).toHaveLength(4);
    expect(await confirmPhone(codeId, code, nextAddress(), actingAt(now()))).toEqual({ ok: false, code: "code.dead" });
    expect(await row("SELECT tries FROM one_time_codes WHERE id = $1", [codeId])).toEqual({ tries: 5 });
  });

  it("again replaces the password, and no earlier code opens the account", async () => {
    const first = await askedSignUp();
    const firstCode = await codeIn(phone);
    const again = await signUp({ ...owner(), password: "bánh ít lá gai" }, nextAddress(), actingAt(now()));
    expect(await confirmPhone(first, firstCode, nextAddress(), actingAt(now()))).toEqual({
      ok: false,
      code: "code.dead",
    });
    const codeId = again.ok ? (again.value ?? "") : "";
    expect(await confirmPhone(codeId, await codeIn(phone), nextAddress(), actingAt(now()))).toMatchObject({ ok: true });
    expect(await signIn({ phone, password }, nextAddress(), actingAt(now()))).toMatchObject({ ok: false });
  });

  it("sends nobody more than five messages an hour, and says no word of it", async () => {
    for (let time = 0; time < 7; time += 1) {
      expect(await signUp(owner(), nextAddress(), actingAt(now()))).toMatchObject({ ok: true });
    }
    expect(await textsTo(phone)).toHaveLength(5);
  });

  it("stops one address that asks for codes to many numbers", async () => {
    const from = nextAddress();
    for (let k = 0; k < 34; k += 1) {
      const contact = { phone: `+849130${String(n * 100 + k).padStart(5, "0")}` };
      await resendConfirmation(contact, from, actingAt(now()));
    }
    const asked = await signUp(owner(), from, actingAt(now()));
    expect(asked).toMatchObject({ ok: true });
    expect(await textsTo(phone)).toEqual([]);
  });
});

describe("nobody learns whether a number is known", () => {
  it("by signing up, asking for a code again, or for a new password: the answer is the id of a code each time", async () => {
    await signedUp();
    const unknown = "+84988000001";
    for (const contact of [{ phone }, { phone: unknown }]) {
      for (const answer of [
        await signUp({ ...owner(), ...contact }, nextAddress(), actingAt(now())),
        await resendConfirmation(contact, nextAddress(), actingAt(now())),
        await askPasswordReset(contact, nextAddress(), actingAt(now())),
      ]) {
        expect(answer).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      }
    }
    expect(await textsTo(phone)).toEqual(["confirm-phone", "already-signed-up", "reset-password"]);
    expect(await textsTo(unknown)).toEqual(["confirm-phone", "confirm-phone", "reset-password"]);
  });

  it("by trying codes: a decoy is wrong four times and dead then, as a real one is", async () => {
    await signedUp();
    const asked = await resendConfirmation({ phone }, nextAddress(), actingAt(now()));
    const decoy = asked.ok ? (asked.value ?? "") : "";
    const codes: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      const tried = await confirmPhone(decoy, "123456", nextAddress(), actingAt(now()));
      codes.push(tried.ok ? "ok" : tried.code);
    }
    expect(codes).toEqual([...Array(4).fill("code.wrong"), "code.dead", "code.dead"]);
  });
});

describe("a forgotten password", () => {
  it("is set anew by the code sent to the phone, ends every session, and is told", async () => {
    const accountId = await signedUp();
    const asked = await askPasswordReset({ phone }, nextAddress(), actingAt(now()));
    const codeId = asked.ok ? (asked.value ?? "") : "";
    const code = await codeIn(phone);
    const reset = (typed: string, chosen: string) =>
      resetPasswordByCode({ codeId, code: typed, password: chosen }, nextAddress(), actingAt(now()));
    expect(await reset(wrongOf(code), "bánh ít lá gai")).toEqual({ ok: false, code: "code.wrong" });
    expect(await reset(code, `${phone} x`)).toEqual({ ok: false, code: "password.personal" });
    expect(await reset(code, "bánh ít lá gai")).toEqual({ ok: true, value: null });
    expect(await reset(code, "bánh xèo tôm nhảy")).toEqual({ ok: false, code: "code.dead" });
    expect(await signIn({ phone, password: "bánh ít lá gai" }, nextAddress(), actingAt(now()))).toEqual({
      ok: true,
      value: accountId,
    });
    expect(await textsTo(phone)).toEqual(["confirm-phone", "reset-password", "password-changed"]);
  });
});

describe("one's own account", () => {
  it("takes a second phone number or an address once it is confirmed, given the present password", async () => {
    const accountId = await signedUp();
    const actor = actorOf(accountId);
    const email = `chu-${n}@phone.example`;
    const change = (contact: { email: string } | { phone: string }, current = password) =>
      askContactChange(contact, current, nextAddress(), actor, actingAt(now(), accountId));
    expect(await change({ email }, "sai mật khẩu này")).toEqual({ ok: false, code: "passwordPresent.wrong" });
    expect(await change({ email })).toEqual({ ok: true, value: null });
    const secret = secretOf((await mailedPaths(email))[0]);
    expect(await confirmOwnEmail(secret, actorOf(randomUUID()), actingAt(now()))).toEqual({
      ok: false,
      code: "link.dead",
    });
    expect(await confirmOwnEmail(secret, actor, actingAt(now(), accountId))).toEqual({ ok: true, value: null });
    expect(await signIn({ email, password }, nextAddress(), actingAt(now()))).toEqual({ ok: true, value: accountId });

    const other = phone.replace("+84912", "+84913");
    const asked = await change({ phone: other });
    const codeId = asked.ok ? (asked.value ?? "") : "";
    const code = await codeIn(other);
    expect(await confirmOwnPhone(codeId, code, nextAddress(), actorOf(randomUUID()), actingAt(now()))).toMatchObject({
      ok: false,
    });
    expect(await confirmOwnPhone(codeId, code, nextAddress(), actor, actingAt(now(), accountId))).toEqual({
      ok: true,
      value: null,
    });
    expect(await signIn({ phone: other, password }, nextAddress(), actingAt(now()))).toMatchObject({ ok: true });
    expect(await signIn({ phone, password }, nextAddress(), actingAt(now()))).toMatchObject({ ok: false });
    expect(await eventsOf(accountId)).toEqual(
      expect.arrayContaining(["account.email-changed", "account.phone-changed"]),
    );
  });

  it("is not told that a number is another's, who is told instead; and never gets it", async () => {
    const taken = phone;
    await signedUp();
    n += 1;
    phone = `+8491200${String(n).padStart(4, "0")}`;
    const accountId = await signedUp();
    const actor = actorOf(accountId);
    const asked = await askContactChange({ phone: taken }, password, nextAddress(), actor, actingAt(now(), accountId));
    expect(asked).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect((await textsTo(taken)).at(-1)).toBe("already-signed-up");
    const codeId = asked.ok ? (asked.value ?? "") : "";
    expect(await confirmOwnPhone(codeId, "123456", nextAddress(), actor, actingAt(now(), accountId))).toMatchObject({
      ok: false,
    });
  });

  it("takes a number over from a sign-up that never confirmed it", async () => {
    const squatted = `+8491300${String(n).padStart(4, "0")}`;
    await signUp({ ...owner(), phone: squatted, password: "mật khẩu kẻ lạ" }, nextAddress(), actingAt(now()));
    const accountId = await signedUp();
    const asked = await askContactChange(
      { phone: squatted },
      password,
      nextAddress(),
      actorOf(accountId),
      actingAt(now(), accountId),
    );
    const codeId = asked.ok ? (asked.value ?? "") : "";
    expect(
      await confirmOwnPhone(
        codeId,
        await codeIn(squatted),
        nextAddress(),
        actorOf(accountId),
        actingAt(now(), accountId),
      ),
    ).toEqual({ ok: true, value: null });
    expect(await signIn({ phone: squatted, password: "mật khẩu kẻ lạ" }, nextAddress(), actingAt(now()))).toEqual({
      ok: false,
      code: "signIn.wrong",
    });
  });
});
