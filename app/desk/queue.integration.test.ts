import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { pool, rows } from "~/platform/db/client.server";
import {
  dropQueueView,
  findDefaultView,
  keepQueueView,
  listQueueViews,
  mostQueueViews,
} from "~/reviews/keep-queue-view.server";
import { queueConditions, queueOrderSql, queueValues } from "~/reviews/queue-conditions.server";
import { type QueueFilter, type QueueOrder, wholeQueue } from "~/reviews/queue-filter";
import { buildEnterprise, instantOn, schemeId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOfficers, addOwned, addWaiting, benchNow } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import { countQueue, listQueue } from "./queue-queries.server";

portalDatabase();

let officer: Actor;
let enterpriseId: string;
const place = "2025:21583";

beforeAll(async () => {
  await seedReference(pool());
  const [first] = await addOfficers(1, 1);
  if (!first) throw new Error("no officer");
  officer = first;
  ({ enterpriseId } = await addOwned(10));
  await insertRows(pool(), "enterprises", [buildEnterprise(11, { name: "Hợp tác xã Cát Tiến (demo)" })]);
});

const page = { limit: 30, offset: 0 };
const ask = (filter: Partial<QueueFilter>, order: QueueOrder = "due") =>
  listQueue({ filter: { ...wholeQueue, ...filter }, order }, { officerId: officer.accountId, now: benchNow }, page);
const labels = async (filter: Partial<QueueFilter>, order?: QueueOrder) =>
  (await ask(filter, order)).rows.map(({ label }) => label);

describe("the queue", () => {
  beforeAll(async () => {
    const other = buildEnterprise(11).id;
    await addWaiting(100, 1, enterpriseId, { label: "GIÀ", openedAt: instantOn("2026-02-02", 9), areaId: place });
    await addWaiting(101, 1, enterpriseId, { label: "RỦI RO", openedAt: instantOn("2026-02-26", 9), risk: 2 });
    await addWaiting(102, 1, other, { label: "DEMO-7/QĐ", openedAt: instantOn("2026-02-25", 9), schemeId: null });
    // A listing has three working days, so it is due before certificates that came earlier.
    await addWaiting(103, 1, other, {
      subjectKind: "listing",
      label: "Tin đăng",
      openedAt: instantOn("2026-02-26", 10),
      schemeId: null,
    });
    await addWaiting(104, 1, enterpriseId, {
      label: "ĐANG GIỮ",
      openedAt: instantOn("2026-03-02", 8),
      status: "claimed",
      claimedById: officer.accountId,
      claimedAt: benchNow,
    });
    await addWaiting(105, 1, enterpriseId, {
      label: "XONG",
      status: "decided",
      decision: "verify",
      decidedAt: benchNow,
    });
  });

  it("shows what is open, what is due first at the top", async () => {
    expect(await labels({})).toEqual(["GIÀ", "Tin đăng", "DEMO-7/QĐ", "RỦI RO", "ĐANG GIỮ"]);
    expect((await ask({})).total).toBe(5);
  });

  it("can be put in order by age and by risk", async () => {
    expect(await labels({}, "age")).toEqual(["GIÀ", "DEMO-7/QĐ", "RỦI RO", "Tin đăng", "ĐANG GIỮ"]);
    expect((await labels({}, "risk"))[0]).toBe("RỦI RO");
  });

  it("is narrowed by kind, scheme, risk, holder, unit and former district", async () => {
    expect(await labels({ kind: "listing" })).toEqual(["Tin đăng"]);
    expect(await labels({ schemeId: schemeId("ocop") })).toEqual(["GIÀ", "RỦI RO", "ĐANG GIỮ"]);
    expect(await labels({ risk: 1 })).toEqual(["RỦI RO"]);
    expect(await labels({ heldBy: officer.accountId })).toEqual(["ĐANG GIỮ"]);
    expect(await labels({ areaId: place })).toEqual(["GIÀ"]);
    const [area] = await rows<{ district: string }>("SELECT former_district AS district FROM areas WHERE id = $1", [
      place,
    ]);
    expect(await labels({ formerDistrict: area?.district ?? "" })).toEqual(["GIÀ"]);
    expect(await labels({ formerDistrict: "Huyện Không Có" })).toEqual([]);
  });

  it("tells what is overdue from what is due soon, and counts both ways", async () => {
    expect(await labels({ due: "overdue" })).toEqual(["GIÀ"]);
    expect(await labels({ due: "due-soon" })).toEqual(["Tin đăng"]);
    expect(await countQueue(officer.accountId, dayOf(benchNow))).toEqual({ all: 5, overdue: 1, mine: 1 });
  });

  it("is searched by label and by the enterprise, with or without diacritics", async () => {
    expect(await labels({ query: "demo-7" })).toEqual(["DEMO-7/QĐ"]);
    expect(await labels({ query: "cat tien" })).toEqual(["Tin đăng", "DEMO-7/QĐ"]);
    expect(await labels({ query: "gia" })).toContain("GIÀ");
    expect(await labels({ query: "100%_" })).toEqual([]);
  });

  it("reads no table from end to end for its first page, even with fifty thousand reviews open and as many decided", async () => {
    await pool().query("ALTER TABLE reviews DISABLE TRIGGER reviews_due_on");
    await pool().query(
      `INSERT INTO reviews (id, subject_kind, subject_id, enterprise_id, label, opened_at, due_on, area_id, scheme_id,
          status, decided_at, decision)
        SELECT gen_random_uuid(), 'certificate', gen_random_uuid(), $1, 'Hồ sơ ' || n, $2::timestamptz - n * interval '1 minute',
          vietnam_day($2::timestamptz - n * interval '1 minute') + 7, $3, $4,
          CASE n % 2 WHEN 0 THEN 'waiting' ELSE 'decided' END, CASE n % 2 WHEN 1 THEN $2::timestamptz END, CASE n % 2 WHEN 1 THEN 'verify' END
        FROM generate_series(1, 100000) n`,
      [enterpriseId, benchNow, place, schemeId("ocop")],
    );
    await pool().query("ALTER TABLE reviews ENABLE TRIGGER reviews_due_on");
    await pool().query("VACUUM ANALYZE reviews");
    const values = queueValues(wholeQueue, dayOf(benchNow));
    for (const order of ["due", "age", "risk"] as const) {
      const plan = await rows<{ "QUERY PLAN": string }>(
        `EXPLAIN (ANALYZE, BUFFERS) SELECT r.* FROM reviews r WHERE ${queueConditions} ORDER BY ${queueOrderSql[order]} LIMIT 30`,
        values,
      );
      const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
      expect(text).toContain(`reviews_open_by_${order}`);
      expect(text).not.toMatch(/Seq Scan|Sort/);
    }
    await pool().query("DELETE FROM reviews WHERE label LIKE 'Hồ sơ %'");
  }, 60_000);
});

describe("the views that an officer keeps", () => {
  const keep = (name: string, isDefault = false) =>
    keepQueueView({ name, query: `q=${name}`, isDefault }, officer, acting(officer));

  it("have one that opens first, the latest so marked, and a name once", async () => {
    await keep("Quá hạn", true);
    await keep("OCOP", true);
    await keepQueueView({ name: "OCOP", query: "loai=certificate", isDefault: true }, officer, acting(officer));
    expect(
      (await listQueueViews(officer.accountId)).map(({ name, query, isDefault }) => [name, query, isDefault]),
    ).toEqual([
      ["Quá hạn", "q=Quá hạn", false],
      ["OCOP", "loai=certificate", true],
    ]);
    expect(await findDefaultView(officer.accountId)).toEqual({ query: "loai=certificate" });
  });

  it("are at most twenty, also when several are kept at once", async () => {
    const results = await Promise.all(Array.from({ length: 25 }, (_, n) => keep(`Cách xem ${n}`)));
    expect(results.filter(({ ok }) => !ok).every((one) => !one.ok && one.code === "name.tooMany")).toBe(true);
    expect(await listQueueViews(officer.accountId)).toHaveLength(mostQueueViews);
  });

  it("are forgotten only by their own officer", async () => {
    const [other] = await addOfficers(50, 1);
    const [view] = await listQueueViews(officer.accountId);
    if (!other || !view) throw new Error("nothing to forget");
    await dropQueueView(view.id, other, acting(other));
    expect(await listQueueViews(officer.accountId)).toHaveLength(mostQueueViews);
    await dropQueueView(view.id, officer, acting(officer));
    expect(await listQueueViews(officer.accountId)).toHaveLength(mostQueueViews - 1);
  });
});
