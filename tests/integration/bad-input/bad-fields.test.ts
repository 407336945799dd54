import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import "~/messages";
import { addDays, dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { type Language, translateCode, translator } from "~/platform/i18n";
import { demoTaxCode } from "../../../prisma/seed/demo-numbers";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import {
  addCertificate,
  addListing,
  addProduct,
  creatingForms,
  newId,
  type PortalForm,
  registerEnterprise,
  typedForms,
} from "./forms";
import { type Answer, type Fields, pairsOf, signedIn, typedIn, type Visitor } from "./visitor";
import { footprint, makeWorld, type Visitors, visitorsOf, type World } from "./world";

let portal: RunningPortal;
let world: World;
let visitors: Visitors;
let readers: Readonly<Record<Language, Visitor>>;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
  world = await makeWorld(portal.pool);
  visitors = await visitorsOf(portal, world);
  const { owner } = world.accounts;
  readers = { vi: await signedIn(portal, owner, "vi"), en: await signedIn(portal, owner, "en") };
}, 180_000);
afterAll(() => portal?.close());

const send = (who: Visitor, form: PortalForm, fields: Fields): Promise<Answer> =>
  form.carriesFiles
    ? who.upload(form.path(world), fields, form.file ? [form.file] : [])
    : who.post(form.path(world), fields);

function expectTyped(answer: Answer, fields: Fields): void {
  expect(pairsOf(answer.page.values)).toEqual(expect.arrayContaining(typedIn(fields)));
  for (const [name, value] of pairsOf(fields))
    if (name.startsWith("password")) expect(answer.text).not.toContain(value);
}

interface Refused {
  form: PortalForm;
  changed: Fields;
  field: string;
  code: string;
  values?: Record<string, string>;
}

async function expectRefused({ form, changed, field, code, values }: Refused): Promise<void> {
  for (const language of ["vi", "en"] as const) {
    const before = await footprint(portal.pool);
    const fields = { ...form.fields(world), ...changed };
    const answer = await send(readers[language], form, fields);
    expect(answer.status).toBe(400);
    const words = translateCode(language, code, values);
    expect(words).not.toBe(code);
    expect(answer.page.errorsAt(field)).toEqual([words]);
    expect(answer.page.summary).toEqual([words]);
    expectTyped(answer, fields);
    expect(await footprint(portal.pool)).toEqual(before);
  }
}

const right = demoTaxCode(500);
const wrongTaxCode = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10);

describe("a tax code", () => {
  test.each([
    ["with a wrong check digit", wrongTaxCode, "enterprises:taxCode.checkDigit"],
    ["with letters", "41O0000000", "enterprises:taxCode.format"],
  ])("%s is refused at its field", async (_, taxCode, code) => {
    await expectRefused({ form: registerEnterprise, changed: { taxCode }, field: "taxCode", code });
  });
});

describe("the days of a certificate", () => {
  const today = dayOf(new Date());
  const tomorrow = formatDay(addDays(today, 1), "vi");
  const issued = { issuedOn: "10/01/2025", validFrom: "10/01/2025" };
  test.each<[string, Fields, string, string]>([
    [
      "issued tomorrow",
      { issuedOn: tomorrow, validFrom: tomorrow },
      "issuedOn",
      "certification:issuedOn.issuedInFuture",
    ],
    [
      "ending before they begin",
      { ...issued, validTo: "09/01/2025" },
      "validTo",
      "certification:validTo.datesReversed",
    ],
    [
      "longer than the scheme",
      { ...issued, validTo: "10/01/2029" },
      "validTo",
      "certification:validTo.longerThanScheme",
    ],
    ["of no calendar", { ...issued, issuedOn: "31/02/2025" }, "issuedOn", "platform:form.badDay"],
    ["of the end of time", { ...issued, validFrom: "31/12/9999" }, "validFrom", "platform:form.badDay"],
  ])("%s are refused at the day", async (_, changed, field, code) => {
    await expectRefused({ form: addCertificate, changed, field, code });
  });
});

test("a certificate's number that the enterprise has already is refused, however it is spelled", async () => {
  const first = { ...addCertificate.fields(world), number: "77/QĐ-ABC" };
  expect((await send(readers.vi, addCertificate, first)).status).toBe(302);
  const changed = { number: "77/qđ – abc" };
  await expectRefused({ form: addCertificate, changed, field: "number", code: "certification:number.taken" });
});

test("a page of a marketplace that another product holds is refused, without saying whose it is", async () => {
  const url = `${world.foreignListingUrl}?utm_source=x#a`;
  const code = "listings:url.takenElsewhere";
  await expectRefused({ form: addListing, changed: { url }, field: "url", code, values: { marketplace: "Shopee" } });
  const { text } = await readers.vi.post(addListing.path(world), { ...addListing.fields(world), url });
  const { rows } = await portal.pool.query("SELECT name FROM products WHERE id = $1", [world.foreignProductId]);
  expect(text).not.toContain(String(rows[0]?.name));
});

test("a host that only looks like a marketplace's is refused", async () => {
  const changed = { url: "https://shopee.vn.evil.example/product/1/2" };
  await expectRefused({ form: addListing, changed, field: "url", code: "listings:url.lookalikeHost" });
});

describe("ten thousand characters", () => {
  const long = "Ằ".repeat(10_000);
  test.each(typedForms.filter(({ texts }) => texts.length > 0))(
    "are too many for the form for $title",
    async (form) => {
      const before = await footprint(portal.pool);
      const fields = { ...form.fields(world), ...Object.fromEntries(form.texts.map((name) => [name, long])) };
      const answer = await send(visitors[form.by], form, fields);
      expect(answer.status).toBe(400);
      for (const name of form.texts) expect(answer.page.errorsAt(name), name).toHaveLength(1);
      expectTyped(answer, fields);
      expect(await footprint(portal.pool)).toEqual(before);
    },
  );
});

describe("Vietnamese in pieces (NFD)", () => {
  const words = "Cơ sở Thuận Điền ở Hoài Nhơn";
  const pieces = words.normalize("NFD");
  const free = /^(name|address|description|unit|note|rawStatus|source|partner|nameVi|issuerVi|legalBasisVi|reason)$/;
  // Where nothing is stored, or everything is refused, there is nothing to look at.
  const storing = [...creatingForms, ...typedForms.filter(({ by, creates }) => by !== "anyone" && !creates)];

  test("is stored whole, by whichever form it comes, and an area is found by it", async () => {
    const taken: string[] = [];
    for (const form of storing) {
      const given = form.texts.filter((name) => free.test(name)).map((name) => [name, pieces]);
      const fields = { ...form.fields(world), ...Object.fromEntries(given), ...inPieces(form) };
      const { status } = await send(visitors[form.by], form, fields);
      if (status >= 400) taken.push(`${form.title}: ${status}`);
    }
    expect(taken).toEqual([]);
    const { rows: columns } = await portal.pool.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'jsonb') AND table_name <> '_prisma_migrations'`,
    );
    const counts = columns.map(
      ({ table, column }) =>
        `SELECT '${table}.${column}' AS at, count(*) FILTER (WHERE "${column}"::text IS NOT NFC NORMALIZED)::int AS bad,
          count(*) FILTER (WHERE "${column}"::text LIKE '%' || $1 || '%')::int AS whole FROM "${table}"`,
    );
    const { rows } = await portal.pool.query<{ at: string; bad: number; whole: number }>(counts.join(" UNION ALL "), [
      words,
    ]);
    expect(rows.filter(({ bad }) => bad > 0)).toEqual([]);
    const whole = rows.filter((row) => row.whole > 0).map(({ at }) => at);
    expect(whole).toEqual(
      expect.arrayContaining(["enterprises.name", "products.description", "evidence.note", "targets.legal_basis_vi"]),
    );
  });

  const inPieces = ({ path }: PortalForm): Fields =>
    path === registerEnterprise.path ? { area: "Quy Nhơn Nam".normalize("NFD") } : {};

  test("comes back whole to be corrected", async () => {
    const fields = { ...addProduct.fields(world), id: newId(), name: pieces, price: "rẻ".normalize("NFD") };
    const answer = await send(readers.vi, addProduct, fields);
    expect(answer.page.values.name).toEqual([words]);
    expect(answer.page.errorsAt("price")).toEqual([translator("vi")("products:price.format")]);
  });
});
