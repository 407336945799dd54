import { expect, test } from "vitest";
import "~/messages";
import { pool, row } from "~/platform/db/client.server";
import { buildAccount } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, requestWith } from "../../tests/integration/people";
import { door } from "./door.server";
import { draftLimits } from "./draft";
import { listDrafts, saveDraft } from "./draft.server";
import { action as saveByScript } from "./pages/save-draft";
import { openSession } from "./session.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const nextDay = new Date(now.getTime() + 24 * 3_600_000);
const [mine, theirs] = [buildAccount(1), buildAccount(2)];
const route = door("account.use");
const write = route.act(() => "written");
const draft = route.load((one) => one.draft(2));
const read = route.load(async ({ heldForm }) => (await heldForm())?.values);

function visit(cookie: string, at: Date, body?: Record<string, string>, path = "/tai-khoan?da=x") {
  const headers = { cookie: requestWith(cookie).headers.get("cookie") ?? "" };
  const request = new Request(`http://localhost${path}`, {
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
  const stored = await row<{ text: string }>("SELECT string_agg(h::text, '') AS text FROM form_drafts h");
  expect(stored?.text).toContain("Tên đã gõ dở");
  expect(stored?.text).not.toContain("bí mật");

  expect(await read(visit(await signIn(theirs.id, nextDay), nextDay))).toBeUndefined();
  const again = await signIn(mine.id, nextDay);
  expect(await read(visit(again, nextDay))).toEqual({ name: ["Tên đã gõ dở"] });
  expect(await read(visit(again, nextDay))).toBeUndefined();
});

test("a visitor who was never signed in, or has signed out, leaves nothing behind", async () => {
  const before = await row("SELECT count(*) AS held FROM form_drafts");
  expect((await thrown(write(visit("phien=unknown", now, { name: "ai đó" })))).status).toBe(302);
  expect(await row("SELECT count(*) AS held FROM form_drafts")).toEqual(before);
});

test("who is signed in but may not enter is told that there is no such page", async () => {
  const cookie = await openSession(new Request("http://localhost/"), mine.id, actingAt(now));
  const answer = await thrown(door("journal.read").load(() => "read")(visit(cookie, now)));
  expect(answer.status).toBe(404);
});

const long = "/quan-ly/co-so-moi";
const signedIn = (at: Date) => openSession(new Request("http://localhost/"), mine.id, actingAt(at));
const typed = (body: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body: new URLSearchParams(body) });

test("the button that saves for later keeps what was typed without checking it, and it stays until it is dropped", async () => {
  const cookie = await signedIn(now);
  const saved = await thrown(write(visit(cookie, now, { name: "Cơ sở", taxCode: "chưa đủ" }, `${long}?luu-tam=1`)));
  expect([saved.status, saved.headers.get("location")]).toEqual([303, long]);
  for (let times = 0; times < 2; times += 1) {
    expect(await draft(visit(cookie, now, undefined, long))).toEqual({
      accountId: mine.id,
      path: long,
      savedAt: now,
      isStale: false,
      state: { values: { name: ["Cơ sở"], taxCode: ["chưa đủ"] }, errors: {} },
    });
  }
  const discarded = await thrown(write(visit(cookie, now, {}, `${long}?bo-ban-tam=1`)));
  expect([discarded.status, discarded.headers.get("location")]).toEqual([303, long]);
  expect(await draft(visit(cookie, now, undefined, long))).toMatchObject({ savedAt: null, state: null });
});

test("a draft from an older version of the record is marked and takes the version that is current", async () => {
  const cookie = await signedIn(now);
  await saveDraft(typed({ version: "1", name: "Tên" }), { accountId: mine.id, path: long }, now);
  expect(await draft(visit(cookie, now, undefined, long))).toMatchObject({
    isStale: true,
    state: { values: { version: ["2"], name: ["Tên"] } },
  });
});

test("the page's script saves for its own page only, for who is signed in", async () => {
  const at = (cookie: string, path: string) =>
    visit(cookie, now, { name: "Từ trình duyệt" }, `/ban-tam?${new URLSearchParams({ cho: path })}`);
  const cookie = await signedIn(now);
  const saved = await saveByScript(at(cookie, long));
  expect([saved.status, await saved.json()]).toEqual([200, { at: "10:00" }]);
  expect((await listDrafts(mine.id, now)).map(({ form, name }) => [form, name])).toEqual([
    ["registerEnterprise", "Từ trình duyệt"],
  ]);
  expect((await saveByScript(at("phien=unknown", long))).status).toBe(401);
  expect((await saveByScript(at(cookie, "/tai-khoan"))).status).toBe(400);
  const tooMuch = { name: "n".repeat(draftLimits.bytes) };
  expect((await saveByScript(visit(cookie, now, tooMuch, `/ban-tam?cho=${long}`))).status).toBe(413);
});

test("of more drafts than an account may have the oldest gives way, and old ones are no longer offered", async () => {
  const pathOf = (n: number) => `/quan-ly/${mine.id.slice(0, -4)}${String(n).padStart(4, "0")}/quy-mo`;
  for (let n = 0; n <= draftLimits.count; n += 1) {
    const at = new Date(now.getTime() + n * 1000);
    await saveDraft(typed({ year: "2025" }), { accountId: theirs.id, path: pathOf(n) }, at);
  }
  const waiting = await listDrafts(theirs.id, nextDay);
  expect(waiting).toHaveLength(draftLimits.count);
  expect(waiting[0]).toMatchObject({ form: "declareSize", name: null, path: pathOf(draftLimits.count) });
  expect(waiting.some(({ path }) => path === pathOf(0))).toBe(false);
  expect(await listDrafts(theirs.id, new Date(now.getTime() + 31 * 86_400_000))).toEqual([]);
  expect((await listDrafts(mine.id, now)).some(({ form }) => form === "declareSize")).toBe(false);
});
