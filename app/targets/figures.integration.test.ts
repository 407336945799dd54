import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { EnterpriseSize, LegalForm } from "~/enterprises/enterprise-size";
import { addDays, type Day } from "~/platform/day";
import { pool } from "~/platform/db/client.server";
import {
  buildAssessment,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildEvidence,
  buildListing,
  buildProduct,
  buildSizeDeclaration,
  instantOn,
  marketplaceId,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { marketplaces } from "../../prisma/seed/reference/marketplaces";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { listCountedEnterprises, listCountedProducts } from "./counted-queries.server";
import { smeConfig } from "./counting-rules";
import { breakDown, countFigures } from "./figures-queries.server";
import { type EnterpriseFacts, listingShare, type PeriodFacts, type ProductFacts, smeShare } from "./share";

portalDatabase();
const everywhere = { formerProvince: null };
const anyPlace = { formerProvince: null, formerDistrict: null };
const anyProduct = { ...anyPlace, schemeCode: null, group: null, marketplaceCode: null };
const firstPage = { limit: 100, offset: 0 };

// Few days and instants, so that bounds meet often; facts begin early and end late, so that something is left to count.
const start: Day = "2024-01-01";
const dayAt = (steps: fc.Arbitrary<number>) => steps.map((step) => addDays(start, step * 30));
const anyStep = fc.integer({ min: 0, max: 12 });
const day = dayAt(anyStep);
const firstDay = dayAt(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) }, anyStep));
const lastDay = dayAt(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 9, max: 12 }) }, anyStep));
const at = (on: fc.Arbitrary<Day>) =>
  fc.tuple(on, fc.constantFrom(-1, 0, 9, 16.999, 17, 24)).map(([known, hours]) => instantOn(known, hours));
const instant = at(day);
const early = at(firstDay);
const late = at(lastDay);
const orNull = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const evidence = fc.record({
  kind: fc.constantFrom("officer-check" as const, "link-check" as const, "owner-claim" as const),
  verdict: fc.constantFrom("live" as const, "live" as const, "not-live" as const),
  observedAt: instant,
  recordedAt: fc.oneof(early, instant),
});
const listing = fc.record({
  marketplace: fc.constantFrom("shopee", "tiki", "buudien", "voso"),
  evidence: fc.array(evidence, { minLength: 1, maxLength: 4 }),
});
const validity = fc.tuple(firstDay, orNull(lastDay));
const coverage = fc.record({
  scheme: fc.constantFrom("ocop", "vietgap", "haccp"),
  verifiedAt: fc.option(early, { nil: null }),
  validity,
  corrections: fc.array(fc.tuple(validity, instant), { maxLength: 2 }),
  revoked: orNull(fc.tuple(lastDay, instant)),
  covers: fc.tuple(firstDay, orNull(fc.tuple(lastDay, instant))),
  recordedAt: early,
});
const product = fc.record({
  registeredOn: firstDay,
  registeredAt: early,
  withdrawn: orNull(fc.tuple(lastDay, instant)),
  coverages: fc.array(coverage, { minLength: 1, maxLength: 3 }),
  listings: fc.array(listing, { maxLength: 3 }),
});
const enterprise = fc.record({
  legalForm: fc.constantFrom<LegalForm>("llc-one", "joint-stock", "private-enterprise", "household", "cooperative"),
  registeredOn: firstDay,
  registeredAt: early,
  closed: orNull(fc.tuple(lastDay, instant)),
  declarations: fc.uniqueArray(
    fc.record({
      effectiveOn: firstDay,
      recordedAt: early,
      size: fc.constantFrom<EnterpriseSize>("micro", "medium", "large"),
    }),
    { maxLength: 3, selector: ({ effectiveOn, recordedAt }) => `${effectiveOn} ${recordedAt.getTime()}` },
  ),
  assessments: fc.uniqueArray(
    fc.record({ assessedOn: firstDay, verifiedAt: early, level: fc.integer({ min: 0, max: 5 }) }),
    { maxLength: 3, selector: ({ assessedOn, verifiedAt }) => `${assessedOn} ${verifiedAt.getTime()}` },
  ),
});

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;
type ProductCase = Generated<typeof product>;
type EnterpriseCase = Generated<typeof enterprise>;

const notBefore = (earliest: Day, on: Day): Day => (on < earliest ? earliest : on);

/** The days of a certificate through its corrections; those that the verification already knew of are none. */
function periodsOf({ verifiedAt, validity: first, corrections }: ProductCase["coverages"][number]): PeriodFacts[] {
  if (verifiedAt === null) return [];
  const known = [
    [first, verifiedAt] as const,
    ...corrections.filter(([, at]) => at > verifiedAt).toSorted(([, one], [, other]) => +one - +other),
  ];
  return known.map(([[validFrom, until], recordedAt], index) => ({
    validFrom,
    validTo: until && notBefore(validFrom, until),
    recordedAt,
    supersededAt: known[index + 1]?.[1] ?? null,
  }));
}

/** Rows and facts of the same case; dates are pushed into the order that the database asks for. */
function lay(cases: { products: ProductCase[]; enterprises: EnterpriseCase[] }) {
  const rows = {
    enterprises: cases.enterprises.map(({ registeredOn, registeredAt, closed, legalForm }, n) =>
      buildEnterprise(n + 2, {
        legalForm,
        registeredOn,
        registeredAt,
        closedOn: closed && notBefore(registeredOn, closed[0]),
        closureRecordedAt: closed?.[1] ?? null,
      }),
    ),
    size_declarations: [] as ReturnType<typeof buildSizeDeclaration>[],
    assessments: [] as ReturnType<typeof buildAssessment>[],
    products: [] as ReturnType<typeof buildProduct>[],
    certificates: [] as ReturnType<typeof buildCertificate>[],
    certificate_products: [] as ReturnType<typeof buildCoverage>[],
    listings: [] as ReturnType<typeof buildListing>[],
    evidence: [] as ReturnType<typeof buildEvidence>[],
  };
  const periods: (PeriodFacts & { certificateId: string })[] = [];
  const enterprises = cases.enterprises.map((one, index): EnterpriseFacts => {
    const row = rows.enterprises[index];
    for (const { effectiveOn, recordedAt, size } of one.declarations) {
      const n = rows.size_declarations.length;
      const declaration = buildSizeDeclaration(n, { enterpriseId: String(row?.id), effectiveOn, recordedAt });
      rows.size_declarations.push({ ...declaration, size });
    }
    for (const { assessedOn, verifiedAt, level } of one.assessments) {
      const n = rows.assessments.length;
      rows.assessments.push(buildAssessment(n, { enterpriseId: String(row?.id), assessedOn, verifiedAt, level }));
    }
    return {
      legalForm: one.legalForm,
      registeredOn: one.registeredOn,
      registeredRecordedAt: one.registeredAt,
      declarations: one.declarations,
      assessments: one.assessments,
      closedOn: row?.closedOn ?? null,
      closedRecordedAt: row?.closureRecordedAt ?? null,
    };
  });
  const owner = buildEnterprise(1, { legalForm: "household", registeredOn: "2030-01-01" });
  rows.enterprises.push(owner);
  const products = cases.products.map((one, index): ProductFacts => {
    const row = buildProduct(index, {
      enterpriseId: owner.id,
      status: one.withdrawn ? "withdrawn" : "registered",
      registeredOn: one.registeredOn,
      registeredAt: one.registeredAt,
      withdrawnOn: one.withdrawn && notBefore(one.registeredOn, one.withdrawn[0]),
      withdrawalRecordedAt: one.withdrawn?.[1] ?? null,
    });
    rows.products.push(row);
    const coverages = one.coverages.map((given) => {
      const { scheme, verifiedAt, revoked, covers, recordedAt } = given;
      const known = periodsOf(given);
      const [validFrom, until] = given.validity;
      const { validFrom: from, validTo: to } = known.at(-1) ?? {
        validFrom,
        validTo: until && notBefore(validFrom, until),
      };
      const isRevoked = verifiedAt !== null && revoked !== null;
      const certificate = buildCertificate(
        rows.certificates.length,
        {
          enterpriseId: owner.id,
          status: verifiedAt === null ? "submitted" : isRevoked ? "revoked" : "verified",
          validFrom: from,
          validTo: to,
          verifiedAt,
          revokedOn: isRevoked ? revoked[0] : null,
          revocationRecordedAt: isRevoked ? revoked[1] : null,
          revocationReason: null,
        },
        scheme,
      );
      rows.certificates.push(certificate);
      periods.push(...known.map((period) => ({ certificateId: certificate.id, ...period })));
      const [coversFrom, ends] = covers;
      const held = buildCoverage(rows.certificate_products.length, {
        certificateId: certificate.id,
        productId: row.id,
        coversFrom,
        coversTo: ends && notBefore(coversFrom, ends[0]),
        endRecordedAt: ends?.[1] ?? null,
        recordedAt,
      });
      rows.certificate_products.push(held);
      const { revokedOn, revocationRecordedAt } = certificate;
      return {
        schemeCounts: scheme !== "haccp",
        periods: known,
        revokedOn,
        revocationRecordedAt,
        coversFrom,
        coversTo: held.coversTo,
        coverageRecordedAt: held.recordedAt,
        coverageEndRecordedAt: held.endRecordedAt,
      };
    });
    const listings = one.listings.map(({ marketplace: code, evidence: seen }) => {
      const seed = marketplaces.find((marketplace) => marketplace.code === code);
      if (!seed) throw new Error(`No marketplace ${code}`);
      const page = buildListing(rows.listings.length, { productId: row.id }, code);
      rows.listings.push({ ...page, marketplaceId: marketplaceId(code) });
      const known = seen.map((observation) => {
        const observed = buildEvidence(rows.evidence.length, { listingId: page.id, ...observation });
        rows.evidence.push(observed);
        return observed;
      });
      const { recognisedFrom, recognisedTo, confirmationWindowDays } = seed;
      return { recognisedFrom, recognisedTo, confirmationWindowDays, evidence: known };
    });
    return {
      registeredOn: one.registeredOn,
      registeredRecordedAt: one.registeredAt,
      withdrawnOn: row.withdrawnOn,
      withdrawnRecordedAt: row.withdrawalRecordedAt,
      coverages,
      listings,
    };
  });
  return { rows, periods, products, enterprises };
}

type Laid = ReturnType<typeof lay>;

async function write({ rows, periods }: Pick<Laid, "rows" | "periods">): Promise<void> {
  await clear();
  for (const [table, list] of Object.entries(rows)) {
    await insertRows(pool(), table as keyof Laid["rows"], list as never);
  }
  // The database has kept one period of each certificate, as if nothing had ever been corrected.
  await forget("certificate_periods");
  await pool().query(
    `INSERT INTO certificate_periods (certificate_id, valid_from, valid_to, recorded_at, superseded_at)
      SELECT r."certificateId", r."validFrom", r."validTo", r."recordedAt", r."supersededAt" FROM jsonb_to_recordset($1::jsonb)
        AS r("certificateId" uuid, "validFrom" date, "validTo" date, "recordedAt" timestamptz, "supersededAt" timestamptz)`,
    [JSON.stringify(periods)],
  );
}

// What is kept for good refuses DELETE: its triggers are set aside, here only, to use one database for many cases.
const forget = (table: "evidence" | "certificate_periods") =>
  pool().query(
    `ALTER TABLE ${table} DISABLE TRIGGER USER; DELETE FROM ${table}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
  );

async function clear(): Promise<void> {
  await forget("evidence");
  await forget("certificate_periods");
  await pool().query(`DELETE FROM listings; DELETE FROM certificate_products; DELETE FROM certificates; DELETE FROM products;
    DELETE FROM assessments; DELETE FROM size_declarations; DELETE FROM enterprises`);
}

beforeAll(() => seedReference(pool()));
beforeEach(clear);

test("counting by SQL gives what the rules give, for any facts, on any day, as known at any instant", async () => {
  const cases = fc.record({
    products: fc.array(product, { minLength: 2, maxLength: 8 }),
    enterprises: fc.array(enterprise, { minLength: 2, maxLength: 6 }),
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
    knownAt: late,
  });
  const seen = { listed: 0, notListed: 0, digital: 0, notDigital: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async ({ days, knownAt, ...facts }) => {
      const laid = lay(facts);
      await write(laid);
      const figures = await countFigures(days, knownAt, everywhere);
      expect(figures.map((figure) => figure.day)).toEqual(days.toSorted());
      for (const figure of figures) {
        const share = listingShare(laid.products, figure.day, knownAt);
        expect({ counted: figure.listed, of: figure.certified }).toEqual({ counted: share.counted, of: share.of });
        for (const thresholdLevel of [0, 1, 3, 5]) {
          const config = { ...smeConfig, thresholdLevel, officialPopulation: null };
          const sme = smeShare(laid.enterprises, figure.day, knownAt, config);
          expect({
            counted: figure.smesAtLeast[thresholdLevel],
            of: figure.smes,
            // The owner of the products is registered later than any day asked about.
            unsized: figure.unsized,
          }).toEqual({ counted: sme.registered.counted, of: sme.registered.of, unsized: sme.unsized });
        }
        const atLeast = figure.smesAtLeast[3] ?? Number.NaN;
        seen.listed += share.counted;
        seen.notListed += share.of - share.counted;
        seen.digital += atLeast;
        seen.notDigital += figure.smes - atLeast;
        if (figure !== figures[0]) continue;
        const lists = await Promise.all(
          (["counted", "missing", "all"] as const).map((set) =>
            listCountedProducts(figure.day, knownAt, { ...anyProduct, set }, firstPage),
          ),
        );
        expect(lists.map(({ total }) => total)).toEqual([share.counted, share.of - share.counted, share.of]);
        expect(lists.map(({ items }) => items.length)).toEqual(lists.map(({ total }) => total));
        const smes = await Promise.all(
          (["counted", "missing", "all", "unsized"] as const).map((set) =>
            listCountedEnterprises(figure.day, knownAt, { ...anyPlace, set, level: 3 }, firstPage),
          ),
        );
        expect(smes.map(({ total }) => total)).toEqual([atLeast, figure.smes - atLeast, figure.smes, figure.unsized]);
      }
    }),
    { numRuns: 60 },
  );
  // Equal because both are always nothing would prove nothing.
  for (const total of Object.values(seen)) expect(total).toBeGreaterThan(4);
}, 120_000);

/** Two products with a certificate until 2024-12-31, the first on Shopee since 2024-03-01 and on Tiki since 2024-05-01. */
async function writeTwoProducts(): Promise<void> {
  const [inQuyNhon, inPleiku] = [
    buildEnterprise(1, { areaId: "2025:21583", legalForm: "household" }),
    buildEnterprise(2, { areaId: "2025:23575" }),
  ];
  const first = buildProduct(1, { enterpriseId: inQuyNhon.id, name: "Bánh tráng nước dừa" });
  const second = buildProduct(2, { enterpriseId: inPleiku.id, name: "Cà phê", group: "beverage" });
  const certificates = [
    buildCertificate(1, { enterpriseId: inQuyNhon.id, validTo: "2024-12-31" }),
    buildCertificate(2, { enterpriseId: inPleiku.id, validTo: "2024-12-31" }, "vietgap"),
    buildCertificate(3, { enterpriseId: inPleiku.id, validTo: "2024-12-31" }, "ocop"),
  ];
  const listings = [
    buildListing(1, { productId: first.id }),
    { ...buildListing(2, { productId: first.id }, "tiki"), removedAt: instantOn("2024-07-01") },
  ];
  await insertRows(pool(), "enterprises", [inQuyNhon, inPleiku]);
  await insertRows(pool(), "products", [first, second]);
  await insertRows(pool(), "certificates", certificates);
  await insertRows(
    pool(),
    "certificate_products",
    certificates.map(({ id }, index) =>
      buildCoverage(index, { certificateId: id, productId: index === 0 ? first.id : second.id }),
    ),
  );
  await insertRows(pool(), "listings", listings);
  await insertRows(pool(), "evidence", [
    buildEvidence(1, { listingId: String(listings[0]?.id), observedAt: instantOn("2024-03-01") }),
    buildEvidence(2, {
      listingId: String(listings[1]?.id),
      observedAt: instantOn("2024-05-01"),
      recordedAt: instantOn("2024-05-03"),
    }),
  ]);
}

const laterOn = instantOn("2026-01-01");

test("every part of a break-down is as long as the list that it opens", async () => {
  await writeTwoProducts();
  const day: Day = "2024-05-15";
  const parts = await breakDown(day, laterOn, everywhere);
  const sizes = (list: { key: string; of: number; counted: number }[]) =>
    list.map(({ key, of, counted }) => [key, counted, of]);
  expect(sizes(parts.districts)).toEqual([
    ["Thành phố Quy Nhơn", 1, 1],
    ["Thành phố Pleiku", 0, 1],
  ]);
  expect(sizes(parts.groups)).toEqual([
    ["beverage", 0, 1],
    ["food", 1, 1],
  ]);
  expect(sizes(parts.schemes)).toEqual([
    ["ocop", 1, 2],
    ["vietgap", 0, 1],
  ]);
  expect(sizes(parts.marketplaces)).toEqual([
    ["shopee", 1, 2],
    ["tiki", 1, 2],
  ]);

  const total = async (filter: object, set: "counted" | "all") =>
    (await listCountedProducts(day, laterOn, { ...anyProduct, ...filter, set }, firstPage)).total;
  for (const { key, of, counted, province } of parts.districts) {
    const place = { formerDistrict: key, formerProvince: province };
    expect([await total(place, "counted"), await total(place, "all")]).toEqual([counted, of]);
  }
  for (const { key, of, counted } of parts.schemes) {
    expect([await total({ schemeCode: key }, "counted"), await total({ schemeCode: key }, "all")]).toEqual([
      counted,
      of,
    ]);
  }
  for (const { key, of, counted } of parts.groups) {
    expect([await total({ group: key }, "counted"), await total({ group: key }, "all")]).toEqual([counted, of]);
  }
  for (const { key, of, counted } of parts.marketplaces) {
    const sold = { marketplaceCode: key };
    expect([await total(sold, "counted"), await total(sold, "all")]).toEqual([counted, of]);
  }
});

test("a removed listing counts until the day before its removal, and still counts for whoever did not know of it", async () => {
  await writeTwoProducts();
  const onTiki = async (day: Day, knownAt: Date) =>
    (await listCountedProducts(day, knownAt, { ...anyProduct, marketplaceCode: "tiki", set: "counted" }, firstPage))
      .total;
  expect(await onTiki("2024-06-30", laterOn)).toBe(1);
  expect(await onTiki("2024-07-01", laterOn)).toBe(0);
  expect(await onTiki("2024-07-01", instantOn("2024-06-30"))).toBe(1);
  expect(await onTiki("2024-05-01", instantOn("2024-05-02"))).toBe(0);
});

test("a day asked about long after counts what was so then, and only in the scope asked for", async () => {
  await writeTwoProducts();
  const days: Day[] = ["2024-02-28", "2024-03-01", "2024-12-31", "2025-01-01"];
  const shares = async (formerProvince: string | null) =>
    (await countFigures(days, laterOn, { formerProvince })).map(({ listed, certified }) => [listed, certified]);
  expect(await shares(null)).toEqual([
    [0, 0],
    [1, 2],
    [0, 2],
    [0, 0],
  ]);
  expect(await shares("Bình Định")).toEqual([
    [0, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ]);
});

test("a list goes on page by page without losing or repeating a product, and its total stays beyond the last page", async () => {
  await writeTwoProducts();
  const page = (offset: number) =>
    listCountedProducts("2024-05-15", laterOn, { ...anyProduct, set: "all" }, { limit: 1, offset });
  const [first, second, beyond] = await Promise.all([page(0), page(1), page(2)]);
  expect([first, second].flatMap(({ items }) => items.map(({ name }) => name))).toEqual([
    "Bánh tráng nước dừa",
    "Cà phê",
  ]);
  expect(first.items[0]).toMatchObject({ marketplaces: ["Shopee", "Tiki"], formerDistrict: "Thành phố Quy Nhơn" });
  expect(second.items[0]).toMatchObject({ schemesVi: ["Sản phẩm OCOP", "VietGAP"], marketplaces: [] });
  expect(beyond).toEqual({ total: 2, items: [] });
});
