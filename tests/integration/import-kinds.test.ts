import "./own-portal";
import { beforeAll, expect, test } from "vitest";
import { recognitionImport } from "~/certification/import-recognition.server";
import { changeImport } from "~/imports/change-import.server";
import type { ImportKind } from "~/imports/import-kind";
import { mayImport, provideImportKinds } from "~/imports/kinds.server";
import { templateFile } from "~/imports/template.server";
import { listingImport, ownListingImport } from "~/listings/import-listings.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { productImport } from "~/products/import-products.server";
import { smePopulationImport } from "~/targets/import-sme-population.server";
import { buildAccount, buildEnterprise, buildMembership, buildProduct } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { actingAs, actorOf as asActor, fatesOf, foundBy, planned, signedPaper, started } from "./import-steps";

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
  provideImportKinds([productImport, recognitionImport, ownListingImport, listingImport, smePopulationImport]);
  await seedReference(pool());
  await insertRows(pool(), "accounts", Object.values(people));
  await insertRows(pool(), "enterprises", [mine, other]);
  await insertRows(pool(), "memberships", [buildMembership(people.owner.id, mine.id)]);
  await insertRows(pool(), "products", [...goods]);
});

type Who = keyof typeof people;
const actorOf = (who: Who) => asActor(people[who]);

/** Imports a table and answers what became of its rows; one that would change nothing ends with its dry run. */
async function taken(kind: ImportKind, who: Who, content: string): Promise<string[]> {
  const actor = actorOf(who);
  const importId = await planned({ kind, actor, content, ...(kind.forEnterprise && { enterpriseId: mine.id }) });
  const { willCreate, willUpdate } = await foundBy(actor, importId);
  if (willCreate + willUpdate > 0) await started(importId, actor);
  return (await fatesOf(importId)).map((fate) => fate.replace(/^\d+ /, ""));
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

const kinds = [
  [productImport, "owner"],
  [ownListingImport, "owner"],
  [listingImport, "officer"],
  [recognitionImport, "officer"],
  [smePopulationImport, "administrator"],
] as const;
const fileNames = ["xlsx", "csv"] as const;

test.each(kinds)(
  "the template of $name, as it is, passes the dry run in both languages and formats",
  async (kind, who) => {
    await provideExamples();
    const scheme = await row<{ id: string }>("SELECT id FROM schemes WHERE code = 'ocop'");
    const facts = { scheme: scheme?.id ?? "", number: "812/QĐ-UBND", day: "2026-03-02", issuer: "UBND tỉnh" };
    const actor = actorOf(who);
    for (const language of ["vi", "en"] as const) {
      for (const format of fileNames) {
        const importId = await planned({
          kind,
          actor,
          content: templateFile(kind, format, language),
          fileName: `mau.${format}`,
          ...(kind.forEnterprise && { enterpriseId: mine.id }),
          ...(kind === recognitionImport && { facts, scans: { paper: await signedPaper() } }),
        });
        const { headerRow, columns } = await foundBy(actor, importId);
        expect(headerRow).toBe(2);
        expect(columns.map(({ field }) => field)).toEqual(kind.fields.map(({ name }) => name));
        expect(await fatesOf(importId)).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^3 (create|update)$/),
            expect.stringMatching(/^4 (create|update)$/),
          ]),
        );
        await changeImport({ importId, action: "cancel" }, actor, actingAs(actor));
      }
    }
  },
);

/** The products that the examples of the listings' templates name. */
async function provideExamples(): Promise<void> {
  const codes = ownListingImport.fields.find(({ name }) => name === "code")?.examples ?? [];
  const [known] = await rows("SELECT FROM products WHERE code = ANY($1)", [codes]);
  if (known) return;
  await insertRows(
    pool(),
    "products",
    codes.map((code, at) => buildProduct(50 + at, { enterpriseId: mine.id, code, name: `Ví dụ ${at}` })),
  );
}

test("each kind is open to those who may do by hand what it does, and its template's examples can be read", () => {
  const allowed = (kind: ImportKind) =>
    (["owner", "digital-team", "officer", "leader", "administrator"] as const).filter((role) => mayImport(role, kind));
  expect(allowed(listingImport)).toEqual(["officer"]);
  expect(allowed(smePopulationImport)).toEqual(["administrator"]);
  for (const { examples, read } of listingImport.fields)
    for (const example of examples) if (example) expect(read(example)).toMatchObject({ ok: true });
});
