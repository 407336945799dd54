import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify } from "@node-rs/argon2";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKeyText, parseApiKey } from "~/accounts/api-key";
import { certificateStatuses } from "~/certification/certificate";
import { answerStatuses } from "~/enterprises/checklist";
import { enterpriseSectors, enterpriseSizes, legalForms } from "~/enterprises/enterprise-size";
import { readTaxCode } from "~/enterprises/tax-code";
import { recogniseListing } from "~/listings/listing-url";
import { hashOfSecret } from "~/platform/http/secret.server";
import { readGtin } from "~/products/gtin";
import { freshDatabase } from "../../tests/integration/database";
import type { FreshDatabase } from "../../tests/integration/test-server";
import { demoAccounts, demoApiKey, demoLedger, demoPassword, seedDemo } from "./seed-demo";
import { seedReference } from "./seed-reference";

const today = "2026-11-22";
let database: FreshDatabase;
let pool: pg.Pool;
let filesDirectory: string;
let wrote: boolean;

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  filesDirectory = await mkdtemp(join(tmpdir(), "lensan-demo-"));
  await seedReference(pool);
  wrote = await seedDemo(pool, { today, filesDirectory });
}, 60_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(filesDirectory, { recursive: true });
});

async function count(from: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(`select count(*) from ${from}`);
  return Number(rows[0]?.count);
}

async function values(column: string, from: string): Promise<string[]> {
  const { rows } = await pool.query<{ value: string }>(`select distinct ${column} as value from ${from}`);
  return rows.map(({ value }) => value).sort();
}

/** Certified and listed products of a day, told in SQL and independently of the portal's own counting. */
async function listingShareOn(day: string): Promise<{ certified: number; listed: number }> {
  const { rows } = await pool.query<{ certified: string; listed: string }>(
    `with certified as (
       select p.id from products p
        where p.registered_on <= $1 and (p.withdrawn_on is null or p.withdrawn_on > $1)
          and exists (
            select from certificate_products cp join certificates c on c.id = cp.certificate_id
              join schemes s on s.id = c.scheme_id
             where cp.product_id = p.id and s.counts_toward_target and c.verified_at is not null
               and cp.covers_from <= $1 and c.valid_from <= $1 and coalesce(c.valid_to, $1) >= $1
               and (c.revoked_on is null or c.revoked_on > $1)))
     select count(*) as certified, count(*) filter (where exists (
       select from listings l join marketplaces m on m.id = l.marketplace_id
         join lateral (
           select * from evidence e
            where e.listing_id = l.id and (e.observed_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1
            order by e.observed_at desc limit 1) latest on true
        where l.product_id = certified.id and latest.verdict = 'live'
          and $1 - (latest.observed_at at time zone 'Asia/Ho_Chi_Minh')::date <= m.confirmation_window_days
          and m.recognised_from <= $1 and coalesce(m.recognised_to, $1) >= $1)) as listed
       from certified`.replaceAll("$1", "$1::date"),
    [day],
  );
  return { certified: Number(rows[0]?.certified), listed: Number(rows[0]?.listed) };
}

test("the key that every start prints is the one in the data", async () => {
  const { rows } = await pool.query<{ hash: Buffer }>("select secret_hash as hash from api_keys where prefix = $1", [
    demoApiKey.prefix,
  ]);
  expect(rows[0]?.hash).toEqual(Buffer.from(hashOfSecret(demoApiKey.secret)));
  expect(parseApiKey(apiKeyText(demoApiKey))).toEqual(demoApiKey);
});

describe("the size of the demo", () => {
  test("it has at least 60 enterprises and 240 products in at least 40 areas, in every year from 2021 to 2026", async () => {
    expect(wrote).toBe(true);
    expect(await count("enterprises where is_demo")).toBeGreaterThanOrEqual(60);
    expect(await count("products")).toBeGreaterThanOrEqual(240);
    expect((await values("area_id", "enterprises")).length).toBeGreaterThanOrEqual(40);
    const years = await values("extract(year from registered_on)::text", "products where registered_on is not null");
    expect(years).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  test("seeding again changes nothing", async () => {
    const before = await count("journal");
    expect(await seedDemo(pool, { today: "2026-11-23", filesDirectory })).toBe(false);
    expect(await count("journal")).toBe(before);
  });
});

describe("every state occurs", () => {
  test("enterprises of every legal form, sector and size, and one that closed", async () => {
    expect(await values("legal_form", "enterprises")).toEqual([...legalForms].sort());
    expect(await values("sector", "enterprises")).toEqual([...enterpriseSectors].sort());
    expect(await values("size", "size_declarations")).toEqual([...enterpriseSizes].sort());
    expect(await values("tax_code_kind", "enterprises")).toEqual(["branch", "enterprise", "personal"]);
    expect(await count("enterprises where closed_on is not null")).toBeGreaterThan(0);
  });

  test("products of every status and of every OCOP group", async () => {
    expect(await values("status", "products")).toEqual(["draft", "registered", "withdrawn"]);
    expect(await values('"group"', "products")).toEqual([
      "beverage",
      "food",
      "handicraft",
      "herbal",
      "ornamental",
      "tourism",
    ]);
  });

  test("certificates of every status, valid, expired, expiring within 30 days, not yet valid, renewed, and for several products", async () => {
    expect(await values("status", "certificates")).toEqual([...certificateStatuses].sort());
    const verified = "certificates c where status = 'verified'";
    expect(await count(`${verified} and valid_to < date '${today}'`)).toBeGreaterThan(0);
    expect(await count(`${verified} and valid_to between date '${today}' and date '${today}' + 30`)).toBeGreaterThan(2);
    expect(await count(`${verified} and valid_from > date '${today}'`)).toBeGreaterThan(0);
    expect(
      await count("(select from certificate_products group by certificate_id having count(*) > 2) several"),
    ).toBeGreaterThan(2);
    expect(
      await count(
        "(select from certificate_products join certificates c on c.id = certificate_id group by product_id, scheme_id having count(*) > 1) renewed",
      ),
    ).toBeGreaterThan(10);
  });

  test("reviews of certificates and listings waiting, claimed, decided and cancelled, waiting from hours to weeks", async () => {
    expect(await values("status", "reviews where subject_kind = 'certificate'")).toEqual([
      "cancelled",
      "claimed",
      "decided",
      "waiting",
    ]);
    expect(await values("status", "reviews where subject_kind = 'listing'")).toEqual(["claimed", "decided", "waiting"]);
    expect(await values("decision", "reviews where subject_kind = 'certificate' and status = 'decided'")).toEqual([
      "refuse",
      "return",
      "verify",
    ]);
    expect(await values("decision", "reviews where subject_kind = 'listing' and status = 'decided'")).toEqual([
      "confirm-live",
    ]);
    const midnight = `timestamptz '${today} 00:00+07'`;
    const waiting = "reviews where status = 'waiting' and";
    expect(await count(`${waiting} opened_at > ${midnight} - interval '6 hours'`)).toBeGreaterThan(0);
    expect(await count(`${waiting} opened_at < ${midnight} - interval '14 days'`)).toBeGreaterThan(0);
  });

  test("checklist answers of every status, each as its review says, and some that wait for an officer", async () => {
    expect(await values("status", "checklist_answers")).toEqual([...answerStatuses].sort());
    const open =
      "reviews r where r.subject_kind = 'checklist-answer' and r.subject_id = k.id and r.status in ('waiting', 'claimed')";
    expect(await count("checklist_answers k where status = 'submitted'")).toBeGreaterThan(3);
    expect(await count(`checklist_answers k where (status = 'submitted') <> exists (select from ${open})`)).toBe(0);
  });

  test("notices read and unread, and an account that gathers what is still to be told", async () => {
    expect(await count("notices where read_at is null")).toBeGreaterThan(3);
    expect(await count("notices where read_at is not null")).toBeGreaterThan(3);
    expect(
      await count(
        "notices n join accounts a on a.id = n.account_id where a.notice_delivery = 'daily' and n.told_at is null",
      ),
    ).toBeGreaterThan(0);
  });

  test("listings claimed only, live, unconfirmed, not live and removed, on every marketplace still open and on closed ones", async () => {
    const latest = `(select l.id, l.removed_at, e.verdict, ${`date '${today}'`} - e.observed_at::date as age from listings l
      left join lateral (select * from evidence where listing_id = l.id order by observed_at desc limit 1) e on true) l`;
    expect(await count(`${latest} where verdict is null`)).toBe(10);
    expect(await count(`${latest} where removed_at is null and verdict = 'live' and age <= 85`)).toBeGreaterThan(80);
    expect(await count(`${latest} where removed_at is null and verdict = 'live' and age > 95`)).toBeGreaterThan(5);
    expect(await count(`${latest} where removed_at is null and verdict = 'not-live'`)).toBeGreaterThan(5);
    expect(await count(`${latest} where removed_at is not null`)).toBeGreaterThan(5);
    expect((await values("marketplace_id", "listings")).length).toBeGreaterThanOrEqual(12);
  });

  test("assessments of levels 0 to 5 under the three versions of the index", async () => {
    expect(await values("level::text", "assessments")).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(await values("scheme_version", "assessments")).toEqual(["v2021", "v2023", "v2025"]);
  });
});

describe("the figures", () => {
  test("at the end of 2025 about half of the certified products are listed, and today the way to 2030 is open", async () => {
    const then = await listingShareOn("2025-12-31");
    expect(then.listed / then.certified).toBeGreaterThan(0.46);
    expect(then.listed / then.certified).toBeLessThan(0.55);
    const now = await listingShareOn(today);
    expect(now.certified).toBeGreaterThan(120);
    expect(now.listed / now.certified).toBeGreaterThan(0.45);
    expect(now.listed / now.certified).toBeLessThan(0.6);
  });

  test("the share grows from year to year", async () => {
    const shares: number[] = [];
    for (const year of [2022, 2023, 2024, 2025]) {
      const { certified, listed } = await listingShareOn(`${year}-12-31`);
      shares.push(listed / certified);
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe("the story holds together", () => {
  test("a verified certificate has a review that verified it at that moment, by someone who is not a member", async () => {
    const review = "reviews r where r.subject_id = c.id and r.decision = 'verify' and r.decided_at = c.verified_at";
    expect(await count(`certificates c where verified_at is not null and not exists (select from ${review})`)).toBe(0);
    expect(
      await count(
        "reviews r join memberships m on m.enterprise_id = r.enterprise_id and m.account_id in (r.claimed_by_id, r.decided_by_id)",
      ),
    ).toBe(0);
  });

  test("a revoked certificate was proposed by one officer and confirmed by another on the day it says", async () => {
    expect(
      await count(
        "certificates c where (status = 'revoked') <> exists (select from revocations r where r.certificate_id = c.id and r.status = 'confirmed' and r.effective_on = c.revoked_on and r.decided_at = c.revocation_recorded_at)",
      ),
    ).toBe(0);
    expect(await count("revocations where status = 'proposed' and effective_on > current_date")).toBe(1);
    expect(
      await count(
        "revocations r where status = 'proposed' and not exists (select from reviews w where w.subject_id = r.id and w.status = 'waiting' and w.barred_id = r.proposed_by_id)",
      ),
    ).toBe(0);
  });

  test("certificates about to end were told of in inboxes; one renewal and one suspicious twin are in review", async () => {
    const inbox = "notices n join accounts a on a.id = n.account_id where n.event = 'certificate.expiring' and a.role";
    expect(await count(`${inbox} = 'owner'`)).toBe(3);
    expect(await count(`${inbox} = 'officer'`)).toBeGreaterThan(0);
    const days = await values("days_before::text", "certificate_reminders");
    expect(days.map(Number).sort((a, b) => a - b)).toEqual([7, 30, 90]);
    const open = "reviews r join certificates c on c.id = r.subject_id where r.status = 'waiting'";
    expect(await count(`${open} and c.supersedes_id is not null`)).toBe(1);
    expect(await count(`${open} and r.risk > 0 and c.number not like '%812%'`)).toBe(1);
  });

  test("submitted certificates have an open review, returned and refused ones a reason", async () => {
    expect(
      await count(
        "certificates c where (status = 'submitted') <> exists (select from reviews r where r.subject_id = c.id and r.status in ('waiting', 'claimed'))",
      ),
    ).toBe(0);
    expect(
      await count(
        "reviews r where decision in ('return', 'refuse') and subject_kind <> 'checklist-answer' and not exists (select from review_reasons where review_id = r.id)",
      ),
    ).toBe(0);
  });

  test("products only hang on certificates of their own enterprise", async () => {
    expect(
      await count(
        "certificate_products cp join certificates c on c.id = certificate_id join products p on p.id = product_id where p.enterprise_id <> c.enterprise_id",
      ),
    ).toBe(0);
  });

  test("nothing is recorded before its account or enterprise exists, nor in the future", async () => {
    const midnight = `timestamptz '${today} 00:00+07'`;
    expect(await count(`journal where at > ${midnight}`)).toBe(0);
    expect(await count(`evidence where recorded_at > ${midnight} or observed_at > recorded_at`)).toBe(0);
    expect(await count("journal j join accounts a on a.id = j.actor_id where j.at < a.created_at")).toBe(0);
    expect(await count("journal j join enterprises e on e.id = j.enterprise_id where j.at < e.registered_at")).toBe(0);
    expect(
      await count("products p join enterprises e on e.id = p.enterprise_id where p.registered_on < e.registered_on"),
    ).toBe(0);
    expect(await count("listings l join products p on p.id = l.product_id where l.added_at < p.registered_at")).toBe(0);
    expect(
      await count("certificates c join enterprises e on e.id = c.enterprise_id where c.created_at < e.registered_at"),
    ).toBe(0);
    expect(await count("reviews where claimed_at < opened_at or decided_at < claimed_at")).toBe(0);
    expect(await count("certificates where verified_at < submitted_at or submitted_at < created_at")).toBe(0);
  });

  test("every fact is in the journal, in order of time, and its chain is whole", async () => {
    const facts: [string, string, string][] = [
      ["accounts", "account.opened", "account"],
      ["enterprises", "enterprise.registered", "enterprise"],
      ["products where registered_on is not null", "product.registered", "product"],
      ["certificates", "certificate.added", "certificate"],
      ["certificates where verified_at is not null", "certificate.verified", "certificate"],
      ["certificates where status = 'revoked'", "certificate.revoked", "certificate"],
      ["revocations", "revocation.proposed", "revocation"],
      ["revocations where status = 'confirmed'", "revocation.confirmed", "revocation"],
      ["listings", "listing.added", "listing"],
      ["evidence", "evidence.recorded", "listing"],
      ["assessments", "assessment.verified", "assessment"],
      ["api_keys", "api-key.issued", "api-key"],
    ];
    for (const [from, event, kind] of facts) {
      expect([event, await count(`journal where event = '${event}' and subject_kind = '${kind}'`)]).toEqual([
        event,
        await count(from),
      ]);
    }
    expect(await count("(select at, lag(at) over (order by seq) as before from journal) j where at < before")).toBe(0);
    expect(await count("journal_breaks()")).toBe(0);
  });

  test("tax codes, GTINs and addresses of listings are such as the portal accepts", async () => {
    const taxCodes = await pool.query<{ code: string; kind: string }>(
      "select tax_code as code, tax_code_kind as kind from enterprises",
    );
    for (const { code, kind } of taxCodes.rows)
      expect(readTaxCode(code)).toMatchObject({ ok: true, value: { value: code, kind } });
    for (const gtin of await values("gtin", "products where gtin is not null"))
      expect(readGtin(gtin)).toEqual({ ok: true, value: gtin });
    const marketplaces = await pool.query<{ code: string; hosts: string[] }>("select code, hosts from marketplaces");
    const listings = await pool.query<{ url: string; key: string; marketplace: string }>(
      "select l.url, l.key, m.code as marketplace from listings l join marketplaces m on m.id = l.marketplace_id",
    );
    for (const { url, key, marketplace } of listings.rows) {
      expect(recogniseListing(url, marketplaces.rows)).toEqual({ ok: true, value: { url, key, marketplace } });
    }
  });

  test("what is invented says so", async () => {
    expect(await count("enterprises where name not like '%(demo)'")).toBe(0);
    expect(await count("accounts where name not like '%(demo)' or email not like '%.example' or not is_demo")).toBe(0);
    expect(await count("certificates where number not like 'DEMO-%'")).toBe(0);
    expect(await count("sme_populations where source not like '%demo%'")).toBe(0);
  });
});

describe("what the start of the demo prints", () => {
  test("each printed account exists with its role and signs in with the printed password; the others cannot sign in", async () => {
    const { rows } = await pool.query<{ contact: string; role: string; hash: string }>(
      "select coalesce(email, phone) as contact, role, password_hash as hash from accounts where password_hash is not null",
    );
    expect(rows.map(({ contact, role }) => `${contact} ${role}`).sort()).toEqual(
      demoAccounts.map(({ email, phone, role }) => `${email ?? phone} ${role}`).sort(),
    );
    expect(await verify(rows[0]?.hash ?? "", demoPassword)).toBe(true);
    expect(rows[0]?.hash).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  test("the owner has three enterprises, one with a returned certificate; the new owner has none; one officer has an enterprise", async () => {
    const memberOf = (email: string): string =>
      `memberships m join accounts a on a.id = m.account_id where a.email = '${email}'`;
    expect(await count(memberOf("owner@demo.lensan.example"))).toBe(3);
    expect(await count(memberOf("new-owner@demo.lensan.example"))).toBe(0);
    expect(await count(memberOf("officer-owner@demo.lensan.example"))).toBe(1);
    expect(
      await count(
        `certificates c where status = 'returned' and enterprise_id in (select enterprise_id from ${memberOf("owner@demo.lensan.example")})`,
      ),
    ).toBeGreaterThan(0);
  });
});

test("every kind of import has one that is done in part, to be corrected or retried; some wait for their columns", async () => {
  const { rows } = await pool.query<{ kind: string; statuses: string[]; refused: number }>(
    "select kind, array_agg(distinct status order by status) as statuses, sum(refused)::int as refused from imports group by kind order by kind",
  );
  expect(rows.map(({ kind, statuses }) => [kind, ...statuses].join(" "))).toEqual([
    "listings finished",
    "own-listings finished uploaded",
    "products finished uploaded",
    "recognition finished uploaded",
    "sme-population finished",
  ]);
  expect(rows.filter(({ refused }) => refused === 0)).toEqual([]);
});

test("every stored file is on disk under the hash of its content", async () => {
  const { rows } = await pool.query<{ sha256: string; size: number }>(
    "select distinct sha256, size_bytes as size from files",
  );
  expect(rows.length).toBeGreaterThan(50);
  for (const { sha256, size } of rows) {
    const path = join(filesDirectory, sha256.slice(0, 2), sha256);
    await access(path);
    const content = await readFile(path);
    expect(content.length).toBe(size);
  }
});

test("the same day gives the same demo", async () => {
  const noPictures = { photos: [], scans: [], ownScans: [], screenshots: [] };
  const [first, second] = await Promise.all([
    demoLedger({ today, filesDirectory }, noPictures),
    demoLedger({ today, filesDirectory }, noPictures),
  ]);
  const withoutSalt = ({ tables }: typeof first): object => ({
    ...tables,
    accounts: tables.accounts.map((account) => ({ ...account, passwordHash: null })),
  });
  expect(withoutSalt(second)).toEqual(withoutSalt(first));
});
