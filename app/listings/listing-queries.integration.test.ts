import "../../tests/integration/own-portal";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "~/platform/day";
import { pool, type rows } from "~/platform/db/client.server";
import { buildEnterprise, buildListing, buildProduct, marketplaceId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { countsAsListed, isListedOn, listingStanding } from "./listing-queries.server";
import { type Evidence, evidenceKinds, evidenceVerdicts, statusOn } from "./listing-status";

const enterprise = buildEnterprise(1);
const product = buildProduct(1, { enterpriseId: enterprise.id });
const listing = buildListing(1, { productId: product.id });

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", [product]);
  await insertRows(pool(), "listings", [listing]);
});

/** Runs the question with exactly this evidence in the table, and leaves nothing behind. */
async function withEvidence<T>(evidence: readonly Evidence[], ask: (query: typeof rows) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    for (const proof of evidence) {
      await client.query(
        `INSERT INTO evidence (id, listing_id, kind, verdict, observed_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [proof.id, listing.id, proof.kind, proof.verdict, proof.observedAt, proof.recordedAt],
      );
    }
    return await ask(async (text, values = []) => (await client.query(text, [...values])).rows);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

const start = new Date("2026-01-01T00:00:00+07:00").getTime();
// Few distinct instants, midnights in Vietnam and in UTC among them, so that ties and bounds are met often.
const instant = fc.integer({ min: 0, max: 30 * 8 }).map((n) => new Date(start + n * 3 * 3_600_000 - (n % 2)));
const evidence = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...evidenceKinds),
    verdict: fc.constantFrom(...evidenceVerdicts),
    observedAt: instant,
    recordedAt: instant,
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);

describe("the status of a listing in SQL", () => {
  test("is the one that the decision gives, whatever the evidence, day, knowledge and window", async () => {
    await fc.assert(
      fc.asyncProperty(
        evidence,
        instant.map(dayOf),
        instant,
        fc.integer({ min: 1, max: 20 }),
        async (list, day, knownAt, window) => {
          const [inSql] = await withEvidence(list, (query) =>
            query(
              `SELECT standing.status, standing.observed_at AS "observedAt", standing.age_days AS "ageDays", standing.lapses_on AS "lapsesOn"
                FROM listings l CROSS JOIN (SELECT $3::int AS confirmation_window_days) m
                ${listingStanding({ listing: "l", marketplace: "m", day: "$1", knownAt: "$4" })} WHERE l.id = $2`,
              [day, listing.id, window, knownAt],
            ),
          );
          expect(inSql).toEqual(statusOn(day, knownAt, list, window));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("knows everything when no instant of knowledge is given", async () => {
    const observedAt = new Date(start);
    const proof: Evidence = {
      id: crypto.randomUUID(),
      kind: "link-check",
      verdict: "live",
      observedAt,
      recordedAt: new Date("2090-01-01"),
    };
    const [inSql] = await withEvidence([proof], (query) =>
      query(
        `SELECT standing.status FROM listings l JOIN marketplaces m ON m.id = l.marketplace_id
          ${listingStanding({ listing: "l", marketplace: "m", day: "$1" })}`,
        [dayOf(observedAt)],
      ),
    );
    expect(inSql).toEqual({ status: "live" });
  });
});

describe("a product is listed on a day", () => {
  const live: Evidence = {
    id: "0191b6f2-0000-7000-8000-000000000001",
    kind: "officer-check",
    verdict: "live",
    observedAt: new Date("2026-01-10T09:00:00+07:00"),
    recordedAt: new Date("2026-01-10T09:00:00+07:00"),
  };
  const listedOn = (day: string, change = "SELECT 1") =>
    withEvidence([live], async (query) => {
      await query(change);
      const [found] = await query<{ listed: boolean; counts: boolean }>(
        `SELECT ${isListedOn("p.id", "$1")} AS listed, ${countsAsListed({ listing: "l", marketplace: "m", day: "$1" })} AS counts
          FROM products p JOIN listings l ON l.product_id = p.id JOIN marketplaces m ON m.id = l.marketplace_id
          ${listingStanding({ listing: "l", marketplace: "m", day: "$1" })} WHERE p.id = '${product.id}'`,
        [day],
      );
      expect(found?.counts).toBe(found?.listed);
      return found?.listed;
    });
  const shopee = `'${marketplaceId("shopee")}'`;

  test("from the day its listing was seen live until the window has passed", async () => {
    expect(await listedOn("2026-01-09")).toBe(false);
    expect(await listedOn("2026-01-10")).toBe(true);
    expect(await listedOn(addDays("2026-01-10", 90))).toBe(true);
    expect(await listedOn(addDays("2026-01-10", 91))).toBe(false);
  });
  test("up to the day before its owner removed the listing", async () => {
    const removed = `UPDATE listings SET removed_at = '2026-02-01T08:00:00+07:00' WHERE id = '${listing.id}'`;
    expect(await listedOn("2026-01-31", removed)).toBe(true);
    expect(await listedOn("2026-02-01", removed)).toBe(false);
  });
  test("only while the marketplace is recognised, its first and last day included", async () => {
    const bounds = (from: string, to: string) =>
      `UPDATE marketplaces SET recognised_from = '${from}', recognised_to = ${to} WHERE id = ${shopee}`;
    expect(await listedOn("2026-01-15", bounds("2026-01-15", "NULL"))).toBe(true);
    expect(await listedOn("2026-01-14", bounds("2026-01-15", "NULL"))).toBe(false);
    expect(await listedOn("2026-01-20", bounds("2021-01-01", "'2026-01-20'"))).toBe(true);
    expect(await listedOn("2026-01-21", bounds("2021-01-01", "'2026-01-20'"))).toBe(false);
  });
});
