import { expect, test } from "vitest";
import "~/messages";
import { pool, row } from "~/platform/db/client.server";
import { buildAccount } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, requestWith } from "../../tests/integration/people";
import { door } from "./door.server";
import { openSession } from "./session.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const nextDay = new Date(now.getTime() + 24 * 3_600_000);
const [mine, theirs] = [buildAccount(1), buildAccount(2)];
const route = door("account.use");
const write = route.act(() => "written");
const read = route.load(async ({ heldForm }) => (await heldForm())?.values);

function visit(cookie: string, at: Date, body?: Record<string, string>) {
  const headers = { cookie: requestWith(cookie).headers.get("cookie") ?? "" };
  const request = new Request("http://localhost/tai-khoan?da=x", {
    headers,
    ...(body && { method: "POST", body: new URLSearchParams(body) }),
  });
  const context = { requestId: "test", nonce: "", clientAddress: "192.0.2.1", now: at, memo: new Map(), log: console };
  return { request, params: {}, context } as unknown as Parameters<typeof write>[0];
}

const thrown = async (work: Promise<unknown>): Promise<Response> => {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof Response)) throw new Error("the door let it in");
  return caught;
};

test("what was typed when the session had run out comes back once, to the same account on the same page, without passwords", async () => {
  await insertRows(pool(), "accounts", [mine, theirs]);
  const signIn = (id: string, at: Date) => openSession(new Request("http://localhost/"), id, actingAt(at));
  const old = await signIn(mine.id, now);
  const typed = { name: "Tên đã gõ dở", password: "bí mật lắm nhé", passwordCurrent: "bí mật cũ nhé" };

  const answer = await thrown(write(visit(old, nextDay, typed)));
  expect(answer.headers.get("location")).toBe("/dang-nhap?tiep=%2Ftai-khoan%3Fda%3Dx");
  const stored = await row<{ text: string }>("SELECT string_agg(h::text, '') AS text FROM held_forms h");
  expect(stored?.text).toContain("Tên đã gõ dở");
  expect(stored?.text).not.toContain("bí mật");

  expect(await read(visit(await signIn(theirs.id, nextDay), nextDay))).toBeUndefined();
  const again = await signIn(mine.id, nextDay);
  expect(await read(visit(again, nextDay))).toEqual({ name: ["Tên đã gõ dở"] });
  expect(await read(visit(again, nextDay))).toBeUndefined();
});

test("a visitor who was never signed in, or has signed out, leaves nothing behind", async () => {
  const before = await row("SELECT count(*) AS held FROM held_forms");
  expect((await thrown(write(visit("phien=unknown", now, { name: "ai đó" })))).status).toBe(302);
  expect(await row("SELECT count(*) AS held FROM held_forms")).toEqual(before);
});

test("who is signed in but may not enter is told that there is no such page", async () => {
  const cookie = await openSession(new Request("http://localhost/"), mine.id, actingAt(now));
  const answer = await thrown(door("journal.read").load(() => "read")(visit(cookie, now)));
  expect(answer.status).toBe(404);
});
