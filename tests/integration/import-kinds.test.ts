import "./own-portal";
import "~/messages";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { recognitionImport } from "~/certification/import-recognition.server";
import { changeImport } from "~/imports/change-import.server";
import { createImport } from "~/imports/create-import.server";
import { findImport } from "~/imports/find-import.server";
import type { ImportKind } from "~/imports/import-kind";
import { mayImport, provideImportKinds } from "~/imports/kinds.server";
import { mapImport } from "~/imports/map-import.server";
import { findTable } from "~/imports/open-table.server";
import { templateFile } from "~/imports/template.server";
import { workImport } from "~/imports/work-import.server";
import { listingImport, ownListingImport } from "~/listings/import-listings.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { log } from "~/platform/log.server";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { productImport } from "~/products/import-products.server";
import { smePopulationImport } from "~/targets/import-sme-population.server";
import { buildAccount, buildEnterprise, buildMembership, buildProduct } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";

const people = {
  owner: buildAccount(1),
  officer: buildAccount(2, { role: "officer" }),
  administrator: buildAccount(3, { role: "administrator" }),
};
const mine = buildEnterprise(1);
const other = buildEnterprise(2);
const goods = [
  buildProduct(1, { enterpriseId: mine.id }),
  buildProduct(2, { enterpriseId: other.id }),
  buildProduct(3, { enterpriseId: mine.id, status: "draft" }),
] as const;

beforeAll(async () => {
  provideImportKinds([ownListingImport, listingImport, smePopulationImport]);
  await seedReference(pool());
  await insertRows(pool(), "accounts", Object.values(people));
  await insertRows(pool(), "enterprises", [mine, other]);
  await insertRows(pool(), "memberships", [buildMembership(people.owner.id, mine.id)]);
  await insertRows(pool(), "products", [...goods]);
});

type Who = keyof typeof people;
const actorOf = (who: Who): Actor =>
  ({ accountId: people[who].id, role: people[who].role, name: people[who].name }) as Actor;
const run = (importId: string) =>
  workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });

/** Imports a table and answers what became of its rows. */
async function taken(kind: ImportKind, who: Who, text: string): Promise<string[]> {
  const actor = actorOf(who);
  const acting = { actorId: actor.accountId, requestId: "test", now: new Date() };
  const path = await incomingPath();
  await writeFile(path, text);
  const enterpriseId = kind.forEnterprise ? mine.id : null;
  const created = await createImport(
    { id: randomUUID(), kind, enterpriseId, facts: {}, scans: {} },
    { path, fileName: "bang.csv" },
    actor,
    acting,
  );
  if (!created.ok) throw new Error(created.code);
  const found = await findImport(created.value.id, actor);
  if (!found) throw new Error("not found");
  const chosen = found.columns.map(({ field }) => field);
  await mapImport({ importId: found.id, version: found.version, chosen }, actor, acting);
  await run(found.id);
  await changeImport({ importId: found.id, action: "start", policy: "skip" }, actor, acting);
  await run(found.id);
  const done = await rows<{ status: string; codes: string[] | null }>(
    `SELECT status, (SELECT array_agg(p->>'code') FROM jsonb_array_elements(problems) p) AS codes
      FROM import_rows WHERE import_id = $1 ORDER BY number`,
    [found.id],
  );
  return done.map(({ status, codes }) => [status, ...(codes ?? [])].join(" "));
}

const page = (key: number): string => `https://shopee.vn/product/123/${key}`;

test("an owner lists their own registered products only; each new listing waits for an officer", async () => {
  const [own, foreign, draft] = goods;
  const table = [
    "Mã sản phẩm;Link;Tình trạng",
    `${own.code};${page(1)};live`,
    `${foreign.code};${page(2)};live`,
    `${draft.code};${page(3)};live`,
    `${own.code};https://s.shopee.vn/abc;live`,
    `${own.code};${page(1)};live`,
  ].join("\n");
  expect(await taken(ownListingImport, "owner", table)).toEqual([
    "created",
    "refused listings:import.productUnknown",
    "refused listings:product.draft",
    "refused listings:url.shortLink",
    "refused imports:problem.repeats",
  ]);
  const listed = await rows<{ status: string; barred: string | null; events: number; proofs: number }>(
    `SELECT r.status, r.barred_id AS barred,
        (SELECT count(*) FROM journal j WHERE j.event = 'listing.added' AND j.subject_id = l.id::text) AS events,
        (SELECT count(*) FROM evidence v WHERE v.listing_id = l.id) AS proofs
      FROM listings l JOIN reviews r ON r.subject_id = l.id`,
  );
  expect(listed).toEqual([{ status: "waiting", barred: null, events: 1, proofs: 0 }]);
  expect(await taken(ownListingImport, "owner", `Mã sản phẩm;Link\n${own.code};${page(1)}`)).toEqual(["skip"]);
});

test("an officer lists any enterprise's products and may not confirm what they brought", async () => {
  const table = `Mã sản phẩm;Link\n${goods[1].code};${page(7)}\n${goods[1].code};${page(1)}`;
  expect(await taken(listingImport, "officer", table)).toEqual(["created", "refused listings:url.takenElsewhere"]);
  const review = await row<{ barred: string }>(
    "SELECT r.barred_id AS barred FROM reviews r JOIN listings l ON l.id = r.subject_id WHERE l.product_id = $1",
    [goods[1].id],
  );
  expect(review?.barred).toBe(people.officer.id);
});

test("official numbers of SMEs are entered by year with their source, changed where they differ, and journalled", async () => {
  const table =
    "Số DNNVV chính thức\n\nNăm;Số doanh nghiệp;Nguồn\n2024;9.850;Niên giám\n2025;10.420;Báo cáo\n1999;1;x\n";
  expect(await taken(smePopulationImport, "administrator", table)).toEqual([
    "created",
    "created",
    "refused targets:year.range",
  ]);
  const again = "Năm;Số doanh nghiệp;Nguồn\n2024;9.900;Niên giám, bản sửa\n2025;10.420;Báo cáo\n";
  expect(await taken(smePopulationImport, "administrator", again)).toEqual(["updated", "skipped"]);
  expect(
    await rows("SELECT year, count, source FROM sme_populations WHERE year IN (2024, 2025) ORDER BY year"),
  ).toEqual([
    { year: 2024, count: 9900, source: "Niên giám, bản sửa" },
    { year: 2025, count: 10_420, source: "Báo cáo" },
  ]);
  const events = await rows<{ event: string }>(
    "SELECT event FROM journal WHERE subject_kind = 'sme-population' ORDER BY seq",
  );
  expect(events.map(({ event }) => event)).toEqual([
    "sme-population.entered",
    "sme-population.entered",
    "sme-population.changed",
  ]);
});

test.each([productImport, ownListingImport, recognitionImport, smePopulationImport])(
  "the template of $slug is read as what it says, in both languages and formats",
  async (kind) => {
    for (const language of ["vi", "en"] as const) {
      for (const format of ["xlsx", "csv"] as const) {
        const path = await incomingPath();
        await pipeline(templateFile(kind, format, language), createWriteStream(path));
        const source = await inspectSheet(path, `mau.${format}`);
        if (!source.ok) throw new Error(source.code);
        const { headerRow, columns } = await findTable(path, source.value, kind);
        expect(headerRow).toBe(2);
        expect(columns.map(({ field }) => field)).toEqual(kind.fields.map(({ name }) => name));
      }
    }
  },
);

test("each kind is open to those who may do by hand what it does, and its template's examples can be read", () => {
  const allowed = (kind: ImportKind) =>
    (["owner", "digital-team", "officer", "leader", "administrator"] as const).filter((role) => mayImport(role, kind));
  expect(allowed(listingImport)).toEqual(["officer"]);
  expect(allowed(smePopulationImport)).toEqual(["administrator"]);
  for (const { examples, read } of listingImport.fields)
    for (const example of examples) if (example) expect(read(example)).toMatchObject({ ok: true });
});
