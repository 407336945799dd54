import { beforeAll, expect, test } from "vitest";
import { listDirectory } from "~/desk/directory-queries.server";
import { dayOf } from "~/platform/day";
import { pool } from "~/platform/db/client.server";
import { breakDown, countFigures } from "~/targets/figures-queries.server";
import {
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildEvidence,
  buildFile,
  buildListing,
  buildPhoto,
  buildProduct,
  instantOn,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import type { ProductRow } from "../../prisma/seed/rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { findPublicEnterprise, findPublicProduct } from "./public-queries.server";

portalDatabase();
const today = "2026-05-04";
const anything = {
  query: "",
  group: null,
  schemeCode: null,
  formerDistrict: null,
  marketplaceCode: null,
  listed: null,
};
const firstPage = { limit: 24, offset: 0 };

const company = buildEnterprise(1, { name: "Công ty Bánh Tam Quan (demo)", areaId: "2025:21583" });
const household = buildEnterprise(2, {
  name: "Hộ Cà phê Pleiku (demo)",
  areaId: "2025:23575",
  legalForm: "household",
  taxCode: "052190000001",
  taxCodeKind: "personal",
});

const made = (n: number, name: string, rest: Partial<ProductRow> = {}) =>
  buildProduct(n, { enterpriseId: company.id, name, ...rest });
const rice = made(1, "Bánh tráng nước dừa", { gtin: "8930000000017" });
const coffee = made(2, "Cà phê rang xay", { enterpriseId: household.id, group: "beverage" });
const lapsed = made(3, "Nem chua");
const revoked = made(4, "Bún Song Thằn");
const selfDeclared = made(5, "Rượu Bàu Đá 100%", { group: "beverage" });
const uncertified = made(6, "Chả cá");
const draft = made(7, "Bản nháp", { status: "draft" });
const withdrawn = made(8, "Tré", { status: "withdrawn", withdrawnOn: "2026-01-02" });
const tomorrow = made(9, "Nước mắm");

beforeAll(async () => {
  await seedReference(pool());
  const certificates = [
    buildCertificate(1, { enterpriseId: company.id, validTo: today }),
    buildCertificate(2, { enterpriseId: household.id, validTo: null }, "geographical-indication"),
    buildCertificate(3, { enterpriseId: company.id, validTo: "2026-05-03" }),
    buildCertificate(4, { enterpriseId: company.id, status: "revoked", validTo: "2027-01-01", revokedOn: today }),
    buildCertificate(5, { enterpriseId: company.id, validTo: null }, "self-declaration"),
    buildCertificate(6, { enterpriseId: company.id, status: "submitted" }, "vietgap"),
    buildCertificate(
      7,
      { enterpriseId: company.id, validFrom: "2026-05-05", validTo: null },
      "geographical-indication",
    ),
    buildCertificate(8, { enterpriseId: company.id, number: "CŨ-1", validTo: "2025-01-01" }, "vietgap"),
  ];
  const covered = [rice, coffee, lapsed, revoked, selfDeclared, uncertified, tomorrow, rice];
  const listings = [buildListing(1, { productId: rice.id }), buildListing(2, { productId: coffee.id }, "tiki")];
  await insertRows(pool(), "enterprises", [company, household]);
  await insertRows(pool(), "products", [
    rice,
    coffee,
    lapsed,
    revoked,
    selfDeclared,
    uncertified,
    draft,
    withdrawn,
    tomorrow,
  ]);
  await insertRows(pool(), "certificates", certificates);
  await insertRows(
    pool(),
    "certificate_products",
    certificates.map(({ id }, n) => buildCoverage(n, { certificateId: id, productId: covered[n]?.id ?? "" })),
  );
  await insertRows(pool(), "listings", listings);
  await insertRows(pool(), "evidence", [
    buildEvidence(1, { listingId: listings[0]?.id ?? "", observedAt: instantOn("2026-04-01") }),
    // Older than the window of 90 days.
    buildEvidence(2, { listingId: listings[1]?.id ?? "", observedAt: instantOn("2026-02-02") }),
  ]);
  const photo = buildFile(1, { sha256: "a".repeat(64), purpose: "photo", width: 1600, height: 1200 });
  await insertRows(pool(), "files", [photo]);
  await insertRows(pool(), "product_photos", [buildPhoto(rice.id, photo.id)]);
});

const names = async (filter: Partial<Parameters<typeof listDirectory>[1]>, page = firstPage) => {
  const { items, total } = await listDirectory(today, { ...anything, ...filter }, page);
  expect(items.length).toBeLessThanOrEqual(total);
  return items.map(({ name }) => name);
};

test("the directory holds what is certified today, by any scheme; what lapsed, was revoked or is not yet valid is out", async () => {
  expect(await names({})).toEqual(["Bánh tráng nước dừa", "Cà phê rang xay", "Rượu Bàu Đá 100%"]);
  const dayAfter = await listDirectory("2026-05-05", anything, firstPage);
  expect(dayAfter.items.map(({ name }) => name)).toEqual(["Cà phê rang xay", "Nước mắm", "Rượu Bàu Đá 100%"]);
});

test("searching ignores case and diacritics, in the product's and the enterprise's name and in the barcode", async () => {
  expect(await names({ query: "banh trang" })).toEqual(["Bánh tráng nước dừa"]);
  expect(await names({ query: "BÀU ĐÁ" })).toEqual(["Rượu Bàu Đá 100%"]);
  expect(await names({ query: "bau\u0300 da\u0301" })).toEqual(["Rượu Bàu Đá 100%"]);
  expect(await names({ query: "pleiku" })).toEqual(["Cà phê rang xay"]);
  expect(await names({ query: "8930000000017" })).toEqual(["Bánh tráng nước dừa"]);
  expect(await names({ query: "nem chua" })).toEqual([]);
});

test("what is typed is never a wildcard, and a personal number finds nobody", async () => {
  expect(await names({ query: "%" })).toEqual(["Rượu Bàu Đá 100%"]);
  expect(await names({ query: "_" })).toEqual([]);
  expect(await names({ query: "\\" })).toEqual([]);
  expect(await names({ query: "052190000001" })).toEqual([]);
});

test("each filter narrows to what it names, and filters join", async () => {
  expect(await names({ group: "beverage" })).toEqual(["Cà phê rang xay", "Rượu Bàu Đá 100%"]);
  expect(await names({ schemeCode: "ocop" })).toEqual(["Bánh tráng nước dừa"]);
  expect(await names({ formerDistrict: "Thành phố Pleiku" })).toEqual(["Cà phê rang xay"]);
  expect(await names({ marketplaceCode: "shopee" })).toEqual(["Bánh tráng nước dừa"]);
  expect(await names({ marketplaceCode: "tiki" })).toEqual([]);
  expect(await names({ listed: true })).toEqual(["Bánh tráng nước dừa"]);
  expect(await names({ listed: false, group: "beverage" })).toEqual(["Cà phê rang xay", "Rượu Bàu Đá 100%"]);
});

test("a card shows which certificate counts, where the product is sold, and its first photo", async () => {
  const { items } = await listDirectory(today, anything, firstPage);
  expect(items[0]).toMatchObject({
    code: rice.code,
    formerDistrict: "Thành phố Quy Nhơn",
    schemes: [{ nameVi: "Sản phẩm OCOP", counts: true }],
    marketplaces: ["Shopee"],
    photo: { width: 1600, height: 1200 },
  });
  expect(items[2]).toMatchObject({ schemes: [{ counts: false }], marketplaces: [], photo: null });
});

test("pages hold every product once, and the total stays the same on each", async () => {
  const pages = await Promise.all([0, 1, 2, 3].map((offset) => listDirectory(today, anything, { limit: 1, offset })));
  expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3]);
  expect(pages.flatMap(({ items }) => items.map(({ name }) => name))).toEqual(await names({}));
});

test("the directory agrees with the figures on what is certified by a scheme that counts, and on what is listed", async () => {
  const knownAt = instantOn(today, 20);
  expect(dayOf(knownAt)).toBe(today);
  const [figures] = await countFigures([today], knownAt, { formerProvince: null });
  const { items } = await listDirectory(today, anything, firstPage);
  const counting = items.filter(({ schemes }) => schemes.some(({ counts }) => counts));
  expect(figures?.certified).toBe(counting.length);
  expect(figures?.listed).toBe(counting.filter(({ marketplaces }) => marketplaces.length > 0).length);
  const { marketplaces } = await breakDown(today, knownAt, { formerProvince: null });
  expect(marketplaces.map(({ key, counted }) => [key, counted])).toEqual([["shopee", 1]]);
});

test("a product's page shows every certificate that was verified, the lapsed ones too, and none that waits", async () => {
  const found = await findPublicProduct(rice.code, today);
  expect(found?.certificates.map(({ number, validTo }) => [number, validTo])).toEqual([
    ["DEMO-0001/2024", today],
    ["CŨ-1", "2025-01-01"],
  ]);
  expect((await findPublicProduct(revoked.code, today))?.certificates).toMatchObject([
    { status: "revoked", revokedOn: today },
  ]);
  expect((await findPublicProduct(uncertified.code, today))?.certificates).toEqual([]);
});

test("a draft has no page, a withdrawn product says so", async () => {
  expect(await findPublicProduct(draft.code, today)).toBeUndefined();
  expect(await findPublicProduct("khong-co", today)).toBeUndefined();
  expect(await findPublicProduct(withdrawn.code, today)).toMatchObject({
    status: "withdrawn",
    withdrawnOn: "2026-01-02",
  });
});

test("an enterprise's page gives its registered products, the certified ones first", async () => {
  const found = await findPublicEnterprise(company.code, today, firstPage);
  expect(found?.total).toBe(6);
  expect(found?.products.map(({ name, schemesVi }) => [name, schemesVi])).toEqual([
    ["Bánh tráng nước dừa", ["Sản phẩm OCOP"]],
    ["Rượu Bàu Đá 100%", ["Bản tự công bố sản phẩm"]],
    ["Bún Song Thằn", []],
    ["Chả cá", []],
    ["Nem chua", []],
    ["Nước mắm", []],
  ]);
  expect(found).toMatchObject({ taxCode: company.taxCode, phone: company.phone });
});

test("nobody's personal number or telephone is on a household's page", async () => {
  const found = await findPublicEnterprise(household.code, today, firstPage);
  expect(found).toMatchObject({ name: household.name, taxCode: null, phone: null });
  expect(JSON.stringify(found)).not.toContain("052190000001");
  expect(JSON.stringify(found)).not.toContain(household.phone);
});
