import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../tests/integration/database";
import type { FreshDatabase } from "../../tests/integration/test-server";
import { seedReference } from "./seed-reference";

let database: FreshDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await seedReference(pool);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function count(from: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(`select count(*) from ${from}`);
  return Number(rows[0]?.count);
}

describe("the areas", () => {
  test("today's province has 135 units: 110 communes and 25 wards", async () => {
    expect(await count("areas where scheme = '2025'")).toBe(135);
    expect(await count("areas where scheme = '2025' and kind = 'xa'")).toBe(110);
    expect(await count("areas where scheme = '2025' and kind = 'phuong'")).toBe(25);
  });

  test("58 of them lie in the former Bình Định, each in one former district", async () => {
    const there = "areas where scheme = '2025' and former_province = 'Bình Định'";
    expect(await count(there)).toBe(58);
    expect(await count(`${there} and former_district like '%;%'`)).toBe(0);
  });

  test("every old commune leads to a unit of today, and every unit of today comes from one", async () => {
    expect(await count("areas where scheme = 'GSO-pre-2025'")).toBe(373);
    const withoutSuccessor = "not exists (select 1 from area_successions where from_id = areas.id)";
    const withoutPredecessor = "not exists (select 1 from area_successions where to_id = areas.id)";
    expect(await count(`areas where scheme = 'GSO-pre-2025' and ${withoutSuccessor}`)).toBe(0);
    expect(await count(`areas where scheme = '2025' and ${withoutPredecessor}`)).toBe(0);
  });

  test("three old communes were divided, and only their successions are partial", async () => {
    const { rows } = await pool.query<{ name: string }>(
      "select distinct name from areas join area_successions on from_id = id where partial order by name",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(["An Nghĩa", "Canh Hiệp", "Canh Liên"]);
    expect(await count("area_successions where partial")).toBe(6);
  });
});

describe("schemes, marketplaces and targets", () => {
  test("OCOP counts toward the target for 36 months; registering with the FDA does not count", async () => {
    const { rows } = await pool.query(
      `select code, validity_months, counts_toward_target from schemes
        where code in ('ocop', 'fda-registration', 'geographical-indication') order by code`,
    );
    expect(rows).toEqual([
      { code: "fda-registration", validity_months: 24, counts_toward_target: false },
      { code: "geographical-indication", validity_months: null, counts_toward_target: true },
      { code: "ocop", validity_months: 36, counts_toward_target: true },
    ]);
  });

  test("closed marketplaces stop being recognised on the day they closed", async () => {
    const { rows } = await pool.query(
      "select code, recognised_to::text from marketplaces where recognised_to is not null order by code",
    );
    expect(rows).toEqual([
      { code: "sendo", recognised_to: "2025-04-15" },
      { code: "voso", recognised_to: "2023-12-31" },
    ]);
  });

  test("no host belongs to two marketplaces", async () => {
    const { rows } = await pool.query(
      "select host from marketplaces, unnest(hosts) as host group by host having count(*) > 1",
    );
    expect(rows).toEqual([]);
  });

  test("the resolution's three targets carry their deadline and share", async () => {
    const { rows } = await pool.query(
      "select code, basis_points, deadline::text, baseline_basis_points, threshold_level from targets order by position",
    );
    expect(rows).toEqual([
      {
        code: "listing-share-2025",
        basis_points: 5000,
        deadline: "2025-12-31",
        baseline_basis_points: 0,
        threshold_level: null,
      },
      {
        code: "listing-share-2030",
        basis_points: 8000,
        deadline: "2030-12-31",
        baseline_basis_points: 5000,
        threshold_level: null,
      },
      {
        code: "sme-share-2030",
        basis_points: 8000,
        deadline: "2030-12-31",
        baseline_basis_points: 0,
        threshold_level: 1,
      },
    ]);
  });
});

describe("seeding again", () => {
  test("keeps what an administrator changed or added, brings back what the law says of areas, and adds nothing", async () => {
    const before = await Promise.all(["areas", "area_successions", "schemes", "marketplaces", "targets"].map(count));
    await pool.query("update schemes set counts_toward_target = true, version = 2 where code = 'haccp'");
    await pool.query("update marketplaces set confirmation_window_days = 30 where code = 'shopee'");
    await pool.query("update targets set active = false where code = 'sme-share-2030'");
    await pool.query("update areas set name = 'Sai tên' where id = '2025:21583'");
    await seedReference(pool);
    expect(await Promise.all(["areas", "area_successions", "schemes", "marketplaces", "targets"].map(count))).toEqual(
      before,
    );
    expect(await count("schemes where code = 'haccp' and counts_toward_target and version = 2")).toBe(1);
    expect(await count("marketplaces where code = 'shopee' and confirmation_window_days = 30")).toBe(1);
    expect(await count("targets where code = 'sme-share-2030' and not active")).toBe(1);
    expect(await count("areas where id = '2025:21583' and name = 'Quy Nhơn'")).toBe(1);
  });
});
