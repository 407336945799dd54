import "../../tests/integration/own-portal";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import "~/messages";
import { addDays, dayOf } from "~/platform/day";
import { pool, row, rows } from "~/platform/db/client.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { claimReview } from "~/reviews/claim-review.server";
import {
  buildAccount,
  buildEnterprise,
  buildMembership,
  buildProduct,
  instantOn,
  marketplaceId,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { asActor } from "../../tests/integration/people";
import { addListing } from "./add-listing.server";
import { askRecheck } from "./ask-recheck.server";
import { listProductListings } from "./listing-queries.server";
import type { EvidenceVerdict } from "./listing-status";
import { recordEvidence } from "./record-evidence.server";
import { listListings } from "./register-queries.server";
import { removeListing } from "./remove-listing.server";

const owner = buildAccount(1, { role: "owner" });
const stranger = buildAccount(2, { role: "owner", language: "en" });
const officer = buildAccount(3, { role: "officer" });
const otherOfficer = buildAccount(4, { role: "officer" });
const memberOfficer = buildAccount(5, { role: "officer" });
const enterprise = buildEnterprise(1);
const foreign = buildEnterprise(2);
const tea = buildProduct(1, { enterpriseId: enterprise.id, name: "Trà <b>hoa hoè</b>" });
const cake = buildProduct(2, { enterpriseId: enterprise.id, name: "Bánh tráng" });
const draft = buildProduct(3, { enterpriseId: enterprise.id, status: "draft" });
const gone = buildProduct(4, { enterpriseId: enterprise.id, status: "withdrawn" });
const foreignTea = buildProduct(5, { enterpriseId: foreign.id });

const at = (day: string, hour = 9) => instantOn(day, hour);
const actingAs = (account: { id: string }, now = at("2026-03-01")) => ({
  actorId: account.id,
  requestId: "test",
  now,
});

let page = 0;
const freshUrl = () => `https://shopee.vn/product/77/${1000 + ++page}`;
const add = (over: Partial<Parameters<typeof addListing>[0]> = {}, who = owner, now = at("2026-03-01")) =>
  addListing(
    { enterpriseId: enterprise.id, productId: tea.id, id: crypto.randomUUID(), url: freshUrl(), ...over },
    asActor(who),
    actingAs(who, now),
  );
async function added(over: Parameters<typeof add>[0] = {}, who = owner): Promise<string> {
  const result = await add(over, who);
  if (!result.ok) throw new Error(result.code);
  return result.value.listingId;
}
const claim = (listingId: string, who = officer, now = at("2026-03-02")) =>
  claimReview({ kind: "listing", id: listingId }, asActor(who), actingAs(who, now));
const record = (
  listingId: string,
  verdict: EvidenceVerdict,
  over: { who?: typeof officer; now?: Date; on?: string; minutes?: number; id?: string } = {},
) => {
  const {
    who = officer,
    now = at("2026-03-02", 10),
    on = dayOf(now),
    minutes = 9 * 60,
    id = crypto.randomUUID(),
  } = over;
  const reasons = verdict === "live" ? [] : [{ field: "page", reason: "pageMissing", comment: "" }];
  return recordEvidence(
    {
      listingId,
      seen: { id, verdict, rawStatus: "Hết hàng", note: "Đã mở trang", observedOn: on, observedTime: minutes, reasons },
      screenshot: undefined,
    },
    asActor(who),
    actingAs(who, now),
  );
};
const reviewsOf = (listingId: string) =>
  rows<{ status: string; decision: string | null }>(
    "SELECT status, decision FROM reviews WHERE subject_id = $1 ORDER BY opened_at",
    [listingId],
  );
const eventsOf = async (listingId: string) =>
  (
    await rows<{ event: string }>(
      "SELECT event FROM journal WHERE subject_kind = 'listing' AND subject_id = $1 ORDER BY seq",
      [listingId],
    )
  ).map(({ event }) => event);
const statusOf = async (listingId: string, day: string) =>
  (await listProductListings(tea.id, day)).find(({ id }) => id === listingId)?.status;
const publicVersion = async () =>
  (await row<{ version: number }>("SELECT public_version AS version FROM journal_head"))?.version ?? 0;

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
  await insertRows(pool(), "accounts", [owner, stranger, officer, otherOfficer, memberOfficer]);
  await insertRows(pool(), "enterprises", [enterprise, foreign]);
  await insertRows(pool(), "memberships", [
    buildMembership(owner.id, enterprise.id),
    buildMembership(memberOfficer.id, enterprise.id),
    buildMembership(stranger.id, foreign.id),
  ]);
  await insertRows(pool(), "products", [tea, cake, draft, gone, foreignTea]);
});
beforeEach(() => pool().query("DELETE FROM mails"));

describe("an owner adds a listing", () => {
  test("and it is recorded with its key, waits for an officer and stands in the journal", async () => {
    const before = await publicVersion();
    const id = await added({ url: "https://shopee.vn/Tra-hoa-hoe-i.77.900?utm_source=x" });
    expect(await row("SELECT key, url, product_id, added_by_id FROM listings WHERE id = $1", [id])).toEqual({
      key: "77.900",
      url: "https://shopee.vn/product/77/900",
      product_id: tea.id,
      added_by_id: owner.id,
    });
    expect(await reviewsOf(id)).toEqual([{ status: "waiting", decision: null }]);
    expect(await eventsOf(id)).toEqual(["listing.added"]);
    expect(await publicVersion()).toBe(before + 1);
    expect(await statusOf(id, "2026-03-01")).toBe("claimed");
  });

  test("once, however often the same form arrives, also at the same time", async () => {
    const form = { id: crypto.randomUUID(), url: freshUrl() };
    const answers = await Promise.all([add(form), add(form), add(form)]);
    expect([...answers, await add(form)]).toEqual(
      Array.from({ length: 4 }, () => ({ ok: true, value: { listingId: form.id } })),
    );
    expect(await eventsOf(form.id)).toEqual(["listing.added"]);
  });

  test("and of two products that claim one page at the same moment only one gets it", async () => {
    const url = freshUrl();
    const answers = await Promise.all([
      add({ url }),
      add({ url, productId: cake.id }),
      add({ url, productId: foreignTea.id, enterpriseId: foreign.id }, stranger),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code).toMatch(/^url\.taken(Here|Elsewhere)$/);
  });

  test("and is told which product holds the page, but not whose product another enterprise's is", async () => {
    const url = freshUrl();
    await added({ url });
    expect(await add({ url })).toEqual({ ok: false, code: "url.takenBySame", marketplace: "Shopee" });
    expect(await add({ url: `${url}?utm_campaign=tet`, productId: cake.id })).toEqual({
      ok: false,
      code: "url.takenHere",
      marketplace: "Shopee",
      product: tea.name,
    });
    expect(await add({ url, productId: foreignTea.id, enterpriseId: foreign.id }, stranger)).toEqual({
      ok: false,
      code: "url.takenElsewhere",
      marketplace: "Shopee",
    });
  });

  test.each([
    ["", "url.empty"],
    ["xin chào", "url.notUrl"],
    ["ftp://shopee.vn/product/1/2", "url.notHttps"],
    ["javascript:alert(1)", "url.notHttps"],
    ["https://shopee.vn@evil.com/product/1/2", "url.userinfo"],
    ["https://shopee.vn.evil.com/product/1/2", "url.lookalikeHost"],
    ["https://shope.ee/abc", "url.shortLink"],
    ["https://vn.shp.ee/abc", "url.shortLink"],
    ["https://example.com/san-pham", "url.unknownHost"],
    ["https://shopee.vn/shop/123", "url.noListingKey"],
    [`https://shopee.vn/${"a".repeat(10_000)}`, "url.tooLong"],
  ])("%.60s is refused as %s", async (url, code) => {
    expect(await add({ url })).toEqual({ ok: false, code });
  });

  test("and is told when the marketplace no longer counts, or not yet", async () => {
    expect(await add({ url: "https://sendo.vn/tra-hoa-hoe" })).toEqual({
      ok: false,
      code: "url.notRecognised",
      marketplace: "Sendo",
      day: "2025-04-15",
    });
    const early = await add({ url: "https://buudien.vn/p/tra-4567.html" }, owner, at("2024-03-30"));
    expect(early).toMatchObject({ code: "url.notYetRecognised", day: "2024-03-31" });
  });

  test("only for a registered product of their own", async () => {
    expect(await add({ productId: draft.id })).toEqual({ ok: false, code: "product.draft" });
    expect(await add({ productId: gone.id })).toEqual({ ok: false, code: "product.withdrawn" });
    expect(await add({}, stranger)).toEqual({ ok: false, code: "notFound" });
    expect(await add({ productId: foreignTea.id })).toEqual({ ok: false, code: "notFound" });
    const taken = await added();
    expect(await add({ id: taken, productId: cake.id })).toEqual({ ok: false, code: "notFound" });
  });
});

describe("an owner removes a listing", () => {
  const remove = (listingId: string, version = 1, who = owner, now = at("2026-03-10")) =>
    removeListing(
      { enterpriseId: enterprise.id, productId: tea.id, listingId, version },
      asActor(who),
      actingAs(who, now),
    );

  test("and it leaves the queue, counts no more from that day, and its page is free again", async () => {
    const url = freshUrl();
    const id = await added({ url });
    expect(await remove(id)).toEqual({ ok: true, value: true });
    expect(await reviewsOf(id)).toEqual([{ status: "cancelled", decision: null }]);
    expect(await rows("SELECT kind, verdict FROM evidence WHERE listing_id = $1", [id])).toEqual([
      { kind: "owner-claim", verdict: "not-live" },
    ]);
    expect(await eventsOf(id)).toEqual(["listing.added", "listing.removed"]);
    expect(await statusOf(id, "2026-03-10")).toBeUndefined();
    expect((await add({ url, productId: cake.id })).ok).toBe(true);
  });
  test("once, and sending it twice is no error", async () => {
    const id = await added();
    await remove(id);
    expect(await remove(id)).toEqual({ ok: true, value: true });
    expect(await eventsOf(id)).toEqual(["listing.added", "listing.removed"]);
  });
  test("not from a page that is out of date, and not another's", async () => {
    const id = await added();
    expect(await remove(id, 2)).toEqual({ ok: false, code: "stale" });
    expect(await remove(id, 1, stranger)).toEqual({ ok: false, code: "notFound" });
  });
});

describe("an officer records what the marketplace shows", () => {
  test("and a first confirmation makes the listing live, closes the review and tells the owner once", async () => {
    const id = await added();
    await claim(id);
    const before = await publicVersion();
    expect(await record(id, "live")).toEqual({ ok: true, value: true });
    expect(await reviewsOf(id)).toEqual([{ status: "decided", decision: "confirm-live" }]);
    expect(await eventsOf(id)).toEqual(["listing.added", "evidence.recorded"]);
    expect(await publicVersion()).toBe(before + 1);
    const mails = await rows<{ kind: string; recipient: string; text: string }>(
      "SELECT kind, recipient, text FROM mails ORDER BY recipient",
    );
    expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual(
      [memberOfficer.email, owner.email].sort().map((recipient) => ["listing.confirmed", recipient]),
    );
    expect(mails[0]?.text).toContain("01/06/2026");
    await record(id, "live", { now: at("2026-04-02", 10) });
    expect(await rows("SELECT 1 FROM mails")).toHaveLength(2);
  });

  test("and the listing lapses to unconfirmed the day after its window, by the day and without anyone acting", async () => {
    const id = await added();
    await claim(id);
    await record(id, "live");
    expect(await statusOf(id, "2026-03-02")).toBe("live");
    expect(await statusOf(id, addDays("2026-03-02", 90))).toBe("live");
    expect(await statusOf(id, addDays("2026-03-02", 91))).toBe("unconfirmed");
  });

  test("and a listing that is gone stops counting and its owner learns why, with names harmless in HTML", async () => {
    const id = await added();
    await claim(id);
    await record(id, "not-live");
    expect(await reviewsOf(id)).toEqual([{ status: "decided", decision: "not-live" }]);
    expect(await statusOf(id, "2026-03-02")).toBe("not-live");
    const mail = await row<{ kind: string; text: string; html: string }>(
      "SELECT kind, text, html FROM mails WHERE recipient = $1",
      [owner.email],
    );
    expect(mail?.kind).toBe("listing.not-live");
    expect(mail?.text).toContain("Hết hàng");
    expect(mail?.text).toContain("Đã mở trang");
    expect(mail?.html).toContain("Trà &lt;b&gt;hoa hoè&lt;/b&gt;");
    expect(mail?.html).not.toContain("<b>");
  });

  test("also without a review, when looking again", async () => {
    const id = await added();
    await claim(id);
    await record(id, "live");
    expect(await record(id, "not-live", { who: otherOfficer, now: at("2026-03-20") })).toEqual({
      ok: true,
      value: true,
    });
    expect(await statusOf(id, "2026-03-20")).toBe("not-live");
  });

  test("and an older observation entered late does not undo a newer one, nor is anyone told", async () => {
    const id = await added();
    await claim(id);
    await record(id, "live");
    await pool().query("DELETE FROM mails");
    await record(id, "not-live", { on: "2026-02-20", now: at("2026-03-03") });
    expect(await statusOf(id, "2026-03-03")).toBe("live");
    expect(await rows("SELECT 1 FROM mails")).toEqual([]);
  });

  test("once, however often the same form arrives, also at the same time", async () => {
    const id = await added();
    await claim(id);
    const first = { id: crypto.randomUUID() };
    expect(await Promise.all([record(id, "live", first), record(id, "live", first)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    const again = { id: crypto.randomUUID(), now: at("2026-03-05") };
    const answers = await Promise.all([record(id, "live", again), record(id, "live", again)]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await eventsOf(id)).toEqual(["listing.added", "evidence.recorded", "evidence.recorded"]);
  });

  test("only by someone who may, for a listing that they hold and that is still there", async () => {
    const id = await added();
    expect(await record(id, "live", { who: owner })).toEqual({ ok: false, code: "notFound" });
    expect(await record(crypto.randomUUID(), "live")).toEqual({ ok: false, code: "notFound" });
    expect(await record(id, "live", { who: memberOfficer })).toEqual({ ok: false, code: "ownEnterprise" });
    expect(await record(id, "live")).toEqual({ ok: false, code: "notClaimed" });
    await claim(id);
    expect(await record(id, "live", { who: otherOfficer })).toEqual({ ok: false, code: "alreadyClaimed" });
    expect(await record(id, "live", { now: at("2026-03-02", 10), minutes: 10 * 60 + 1 })).toEqual({
      ok: false,
      code: "observedOn.future",
    });
    await removeListing(
      { enterpriseId: enterprise.id, productId: tea.id, listingId: id, version: 1 },
      asActor(owner),
      actingAs(owner),
    );
    expect(await record(id, "live")).toEqual({ ok: false, code: "removed" });
    expect(await eventsOf(id)).toEqual(["listing.added", "listing.removed"]);
  });
});

describe("an owner asks for another check", () => {
  const ask = (listingId: string, now: Date, who = owner) =>
    askRecheck({ enterpriseId: enterprise.id, productId: tea.id, listingId }, asActor(who), actingAs(who, now));

  test("when the confirmation lapses soon, once", async () => {
    const id = await added();
    await claim(id);
    await record(id, "live");
    expect(await ask(id, at(addDays("2026-03-02", 76)))).toEqual({ ok: false, code: "recheck.tooEarly" });
    const due = at(addDays("2026-03-02", 77));
    expect(await ask(id, due, stranger)).toEqual({ ok: false, code: "notFound" });
    const answers = await Promise.all([ask(id, due), ask(id, due)]);
    expect(answers.map((answer) => (answer.ok ? "asked" : answer.code)).sort()).toEqual([
      "asked",
      "recheck.alreadyAsked",
    ]);
    expect((await reviewsOf(id)).map(({ status }) => status)).toEqual(["decided", "waiting"]);
    expect(await eventsOf(id)).toContain("listing.recheck-asked");
  });
  test("not on a marketplace that no longer counts", async () => {
    const id = await added({ url: "https://tiki.vn/tra-p123.html" });
    await claim(id);
    await record(id, "not-live");
    await pool().query("UPDATE marketplaces SET recognised_to = '2026-03-05' WHERE id = $1", [marketplaceId("tiki")]);
    expect(await ask(id, at("2026-03-06"))).toEqual({ ok: false, code: "recheck.notRecognised" });
  });
});

describe("the register", () => {
  test("finds listings by product, marketplace and status today, without diacritics", async () => {
    const id = await added({ url: "https://postmart.vn/p/banh-4567.html", productId: cake.id });
    const find = (over: object, day = "2026-03-03") =>
      listListings({ query: "", marketplaceId: null, status: null, ...over }, day, { limit: 50, offset: 0 });
    const only = { query: "banh TRANG", marketplaceId: marketplaceId("postmart") };
    expect((await find({ ...only, status: "claimed" })).rows.map((found) => found.id)).toEqual([id]);
    await claim(id);
    await record(id, "live");
    expect((await find({ ...only, status: "claimed" })).total).toBe(0);
    expect((await find({ ...only, status: "live" })).total).toBe(1);
    expect((await find({ ...only, status: "unconfirmed" }, "2026-07-01")).rows).toMatchObject([{ id, ageDays: 121 }]);
    expect((await find({ query: "%" })).total).toBe(0);
  });
});
