import "../../tests/integration/own-portal";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { issueApiKey } from "~/accounts/issue-api-key.server";
import { revokeApiKey } from "~/accounts/revoke-api-key.server";
import { removeListing } from "~/listings/remove-listing.server";
import "~/messages";
import { addDays } from "~/platform/day";
import { pool } from "~/platform/db/client.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { log } from "~/platform/log.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildEvidence,
  buildListing,
  buildMembership,
  buildProduct,
  instantOn,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { asActor } from "../../tests/integration/people";
import { revokeCertificate } from "../../tests/integration/two-officers";
import { requestsPerMinute } from "./count-request.server";
import { feedFields } from "./feed-item";
import { loader as csvLoader } from "./pages/listings-csv";
import { loader as jsonLoader } from "./pages/listings-json";

const today = "2026-03-20";
const now = instantOn(today, 10);
const administrator = buildAccount(1, { role: "administrator" });
const officer = buildAccount(2, { role: "officer" });
const owner = buildAccount(3);
const second = buildAccount(4, { role: "officer" });
const officers = () => [asActor(officer), asActor(second)] as const;
const acting = (account: { id: string }) => ({ actorId: account.id, requestId: "test", now });

async function newKey(): Promise<{ id: string; text: string }> {
  const id = crypto.randomUUID();
  const issued = await issueApiKey(
    { id, partner: "Đối tác (demo)", expiresAt: null },
    asActor(administrator),
    acting(administrator),
  );
  if (!issued.ok) throw new Error(issued.code);
  return { id, text: issued.value };
}

let key: { id: string; text: string };

interface Ask {
  headers?: Record<string, string>;
  method?: string;
  at?: Date;
}

function ask(format: "csv" | "json", { headers = {}, method = "GET", at = now }: Ask = {}): Promise<Response> {
  const request = new Request(`http://localhost/feeds/v1/listings.${format}`, {
    method,
    headers: { authorization: `Bearer ${key.text}`, ...headers },
  });
  const context = { requestId: "r", nonce: "n", clientAddress: "127.0.0.1", now: at, memo: new Map(), log };
  return (format === "csv" ? csvLoader : jsonLoader)({ request, params: {}, context });
}

interface Feed {
  version: number;
  generatedFor: string;
  dataVersion: number;
  count: number;
  items: Record<string, unknown>[];
}
const feedOn = async (day = today): Promise<Feed> => (await ask("json", { at: instantOn(day, 10) })).json();
const codesIn = (feed: Feed) => feed.items.map(({ productCode }) => productCode);

const enterprise = buildEnterprise(1, {
  name: "Cơ sở Bàu Đá (demo)",
  taxCode: "077200000001",
  taxCodeKind: "personal",
});
const wine = buildProduct(1, {
  code: "aaaaaaa2",
  enterpriseId: enterprise.id,
  name: '=HYPERLINK("http://evil","Rượu Bàu Đá")',
  group: "beverage",
  price: 120_000,
  gtin: "8938505970011",
});
const cake = buildProduct(2, {
  code: "bbbbbbb2",
  enterpriseId: enterprise.id,
  name: "Bánh <script>alert(1)</script> tráng",
  price: null,
});
const uncertified = buildProduct(3, { enterpriseId: enterprise.id });
const unlisted = buildProduct(4, { enterpriseId: enterprise.id });
const withdrawn = buildProduct(5, { enterpriseId: enterprise.id, status: "withdrawn", withdrawnOn: "2026-03-01" });
const lapsed = buildProduct(6, { enterpriseId: enterprise.id });
const onDeadMarket = buildProduct(7, { enterpriseId: enterprise.id });
const expired = buildProduct(8, { enterpriseId: enterprise.id });
const wrongScheme = buildProduct(9, { enterpriseId: enterprise.id });
const onlyClaimed = buildProduct(10, { enterpriseId: enterprise.id });

const certificate = (n: number, over: object = {}, scheme = "ocop") =>
  buildCertificate(n, { enterpriseId: enterprise.id, issuedOn: "2025-03-01", ...over }, scheme);
const main = certificate(1, { number: "-12/QĐ-UBND", level: "4-star" });
const longer = certificate(2, { number: "34/QĐ-UBND", level: "5-star", issuedOn: "2025-06-01" });
const old = certificate(3, { issuedOn: "2022-03-01", number: "HẾT-HẠN" });
const notCounting = certificate(4, { number: "KHÔNG-TÍNH", level: null });
const ofWrongScheme = { ...notCounting, schemeId: crypto.randomUUID() };

const listing = (n: number, product: { id: string }, marketplace = "shopee") =>
  buildListing(n, { productId: product.id, addedAt: instantOn("2026-03-01") }, marketplace);
const onTiki = listing(1, wine, "tiki");
const onShopee = listing(2, wine, "shopee");
const ofCake = listing(3, cake);
const others = [uncertified, withdrawn, lapsed, expired, wrongScheme].map((product, n) => listing(10 + n, product));
const [, , ofLapsed] = others;
const onSendo = listing(20, onDeadMarket, "sendo");
const unseen = listing(21, onlyClaimed);

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
  await pool().query(
    `INSERT INTO schemes (id, code, name_vi, name_en, issuer_vi, issuer_en, counts_toward_target)
      VALUES ($1, 'khong-tinh', 'Không tính', 'Not counting', '', '', false)`,
    [ofWrongScheme.schemeId],
  );
  await insertRows(pool(), "accounts", [administrator, officer, owner, second]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(owner.id, enterprise.id)]);
  const products = [
    wine,
    cake,
    uncertified,
    unlisted,
    withdrawn,
    lapsed,
    onDeadMarket,
    expired,
    wrongScheme,
    onlyClaimed,
  ];
  await insertRows(pool(), "products", products);
  await insertRows(pool(), "certificates", [main, longer, old, ofWrongScheme]);
  const covers = (n: number, of: { id: string; validFrom: string }, product: { id: string }) =>
    buildCoverage(n, { certificateId: of.id, productId: product.id, coversFrom: of.validFrom });
  await insertRows(pool(), "certificate_products", [
    ...[wine, cake, unlisted, withdrawn, lapsed, onDeadMarket, onlyClaimed].map((product, n) =>
      covers(n, main, product),
    ),
    covers(20, longer, cake),
    covers(21, old, expired),
    covers(22, ofWrongScheme, wrongScheme),
  ]);
  const listings = [onTiki, onShopee, ofCake, ...others, onSendo, unseen];
  await insertRows(pool(), "listings", listings);
  await insertRows(
    pool(),
    "evidence",
    listings
      .filter(({ id }) => id !== unseen.id)
      .map(({ id }, n) =>
        buildEvidence(n, {
          listingId: id,
          observedAt: id === ofLapsed?.id ? instantOn("2025-12-01", 10) : instantOn("2026-03-02", 10),
        }),
      ),
  );
  // A bulk load like the demo's ends with the journal's word that something public changed.
  await pool().query(
    `INSERT INTO journal (at, event, subject_kind, subject_id, data) VALUES ($1, 'product.registered', 'product', $2, '{}')`,
    [now, wine.id],
  );
});
beforeEach(async () => {
  key = await newKey();
});

describe("what the feed says", () => {
  test("is exactly the live listings of the products that are certified and listed today, in a fixed order", async () => {
    const feed = await feedOn();
    expect(feed).toMatchObject({ version: 1, generatedFor: today, count: 3 });
    expect(feed.items).toEqual([
      {
        productCode: wine.code,
        productName: wine.name,
        group: "beverage",
        enterpriseName: enterprise.name,
        area: expect.stringContaining("Quy Nhơn"),
        priceVnd: 120_000,
        gtin: "8938505970011",
        marketplace: "shopee",
        listingKey: onShopee.key,
        listingUrl: onShopee.url,
        status: "live",
        lastConfirmedAt: "2026-03-02T03:00:00.000Z",
        scheme: "ocop",
        certificateNumber: "-12/QĐ-UBND",
        level: "4-star",
        validTo: main.validTo,
        productUrl: `http://localhost:3000/san-pham/${wine.code}`,
      },
      expect.objectContaining({ productCode: wine.code, marketplace: "tiki", listingKey: onTiki.key }),
      expect.objectContaining({
        productCode: cake.code,
        productName: cake.name,
        priceVnd: null,
        gtin: null,
        certificateNumber: longer.number,
        level: "5-star",
      }),
    ]);
  });

  test("is the same in CSV, formulas disarmed and everything else to the letter", async () => {
    const response = await ask("csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("x-item-count")).toBe("3");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString("utf8")).not.toBe("\ufeff");
    const text = bytes.toString("utf8");
    expect(text).toBe(text.normalize("NFC"));
    expect(text.endsWith("\r\n")).toBe(true);
    const [head, first, , third] = parse(text) as string[][];
    const cells = (line: string[] = []) => Object.fromEntries(feedFields.map((field, place) => [field, line[place]]));
    expect(head).toEqual([...feedFields]);
    expect(cells(first)).toMatchObject({
      productName: `'${wine.name}`,
      certificateNumber: "'-12/QĐ-UBND",
      priceVnd: "120000",
      listingKey: onShopee.key,
    });
    expect(cells(third)).toMatchObject({ productName: cake.name, priceVnd: "", gtin: "" });
  });

  test("holds no personal number", async () => {
    for (const format of ["csv", "json"] as const) {
      expect(await (await ask(format)).text()).not.toContain(enterprise.taxCode);
    }
  });

  test("follows the calendar: a listing drops out the day after its window", async () => {
    expect((await feedOn(addDays("2026-03-02", 90))).count).toBe(3);
    expect((await feedOn(addDays("2026-03-02", 91))).count).toBe(0);
    expect((await feedOn()).count).toBe(3);
  });
});

describe("polling is cheap", () => {
  test.each(["csv", "json"] as const)(
    "%s: a tag that is still right is answered 304 without a body",
    async (format) => {
      const first = await ask(format);
      const tag = first.headers.get("etag") ?? "";
      expect(tag).toMatch(/^"[\w-]+"$/);
      const again = await ask(format, { headers: { "if-none-match": `"other", ${tag}` } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
      expect(again.headers.get("vary")).toContain("Accept-Encoding");
      expect((await ask(format, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    },
  );

  test("each coding carries the same text under its own tag", async () => {
    const plain = await ask("json");
    const text = await plain.text();
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    const tags = new Set([plain.headers.get("etag")]);
    for (const [coding, decode] of [
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const response = await ask("json", { headers: { "accept-encoding": coding } });
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-encoding")).toBe(coding);
      expect(response.headers.get("content-length")).toBe(String(body.length));
      expect(decode(body).toString("utf8")).toBe(text);
      tags.add(response.headers.get("etag"));
    }
    expect(tags.size).toBe(3);
  });

  test("HEAD tells everything but the body", async () => {
    const got = await ask("csv");
    const head = await ask("csv", { method: "HEAD" });
    expect(await head.text()).toBe("");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers));
  });
});

describe("who may read", () => {
  test.each([
    ["no key", ""],
    ["a key that never was", `Bearer lensan_00000000_${"A".repeat(43)}`],
    ["something else than a key", "Basic dXNlcjpwYXNz"],
  ])("%s is answered 401 and how to do it", async (_name, authorization) => {
    const response = await ask("json", { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer realm="len-san"/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("a revoked key is answered 401 from that moment", async () => {
    const { headers } = await ask("json");
    await revokeApiKey(key.id, asActor(administrator), acting(administrator));
    const after = await ask("json", { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect(after.status).toBe(401);
  });

  test("a key gets no more than its requests a minute, and another key is not held up by it", async () => {
    const loud = key;
    const statuses = await Promise.all(
      Array.from({ length: requestsPerMinute }, async () => (await ask("csv")).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await ask("csv");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    key = await newKey();
    expect((await ask("csv")).status).toBe(200);
    key = loud;
    expect((await ask("json")).status).toBe(429);
  });
});

describe("a committed change is in the next answer", () => {
  test("a removed listing is out at once, and the old tag no longer holds", async () => {
    const before = await ask("json");
    const tag = before.headers.get("etag") ?? "";
    const { dataVersion } = (await before.json()) as Feed;
    await removeListing(
      { enterpriseId: enterprise.id, productId: wine.id, listingId: onTiki.id, version: 1 },
      asActor(owner),
      acting(owner),
    );
    const after = await ask("json", { headers: { "if-none-match": tag } });
    expect(after.status).toBe(200);
    const feed = (await after.json()) as Feed;
    expect(feed.items.map(({ listingKey }) => listingKey)).toEqual([onShopee.key, ofCake.key]);
    expect(feed.dataVersion).toBeGreaterThan(dataVersion);
  });

  test("revoking a certificate takes out what it alone held, and shows the other certificate of the rest", async () => {
    await revokeCertificate({ certificateId: longer.id, effectiveOn: today }, officers(), now);
    const feed = await feedOn();
    expect(feed.items.map(({ productCode, certificateNumber }) => [productCode, certificateNumber])).toEqual([
      [wine.code, main.number],
      [cake.code, main.number],
    ]);
    await revokeCertificate({ certificateId: main.id, effectiveOn: today }, officers(), now);
    expect(codesIn(await feedOn())).toEqual([]);
    expect(await (await ask("csv")).text()).toBe(`${feedFields.join(",")}\r\n`);
  });
});
