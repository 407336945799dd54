import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { apiKeyText } from "~/accounts/api-key";
import { buildCertificate, buildCoverage } from "../../../prisma/seed/builders";
import { insertRows } from "../../../prisma/seed/insert-rows";
import { pdf } from "../../fixtures/files";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { addCertificate, typedForms } from "./forms";
import { readPage } from "./returned-page";
import { type Answer, type Fields, signedIn } from "./visitor";
import { makeWorld, type Person, type Visitors, visitorsOf, type World } from "./world";

let portal: RunningPortal;
let world: World;
let visitors: Visitors;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
  world = await makeWorld(portal.pool);
  visitors = await visitorsOf(portal, world);
}, 180_000);
afterAll(() => portal?.close());

// No tag, no attribute of this name may ever be in a page: each string tries another way out of where text belongs.
const mark = "xss-thu";
const hostile = [
  `<${mark}></${mark}>`,
  `" ${mark}="1" a="`,
  `' ${mark}='1' a='`,
  `</textarea></title></script><${mark}>`,
  `]]>--><${mark}>{{name}}$t(platform:form.errors)`,
  `=<svg/onload=alert(1)><${mark}>`,
];
let used = 0;
const hostileText = (): string => {
  used += 1;
  return hostile[used % hostile.length] ?? "";
};
const addresses = /^(contact|url)$/;
/** Forms that look up what was typed, and rightly do not know it. */
const lookups = new Set(["signing in", "checking a certificate", "choosing a password by a printed code"]);

function hostileFields(fields: Fields, texts: readonly string[]): Fields {
  const text = (name: string) => `${hostileText()} ${used}`.slice(0, name === "unit" ? 50 : undefined);
  return { ...fields, ...Object.fromEntries(texts.map((name) => [name, text(name)])) };
}

/** What of a page a text has turned into markup. */
function brokenOut({ text, page }: Pick<Answer, "text" | "page">): string[] {
  const found: string[] = [];
  if (text.includes(`<${mark}`) || text.includes("<svg/onload")) found.push("a tag");
  for (const { name, attributes } of page.tags) {
    const names = Object.keys(attributes);
    if (names.some((attribute) => attribute === mark || attribute.startsWith("on")))
      found.push(`${name}: an attribute`);
    if (/^\s*(?:javascript|data|vbscript):/i.test(attributes.href ?? attributes.action ?? ""))
      found.push(`${name}: a link`);
    const isData = name === "script" && attributes.type === "application/ld+json";
    if (name === "script" && !isData && !(attributes.src?.startsWith("/") && attributes.nonce)) found.push("a script");
  }
  return found;
}

function expectSafe(answer: Answer, at: string): void {
  expect(brokenOut(answer), at).toEqual([]);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy, at).toMatch(/default-src 'none'/);
  expect(policy, at).not.toContain("unsafe-");
  expect(answer.headers.get("x-content-type-options"), at).toBe("nosniff");
}

test.each([
  ["a tag", `<p><${mark}></p>`],
  ["input: an attribute", `<input value="" ${mark}="1" a="">`],
  ["img: an attribute", '<img src="x" onerror="alert(1)">'],
  ["a: a link", '<a href="javascript:alert(1)">x</a>'],
  ["a script", "<script>alert(1)</script>"],
])("looking for markup finds %s", (what, text) => {
  expect(brokenOut({ text, page: readPage(text) })).toEqual([what]);
});

const file = (name: string) => ({ name, fileName: `"><${mark}>' ${mark}='1.pdf`, content: pdf() });

describe.each(typedForms)("the form for $title", (form) => {
  test("shows hostile text as text when it refuses it", async () => {
    const fields = hostileFields(form.fields(world), [...Object.keys(form.fields(world)), ...form.texts]);
    const answer = form.carriesFiles
      ? await visitors[form.by].upload(form.path(world), fields, [file("scan")])
      : await visitors[form.by].post(form.path(world), fields);
    expectSafe(answer, form.title);
  });
});

describe("hostile text in every field that takes it", () => {
  const answers: Answer[] = [];
  const refused: string[] = [];
  beforeAll(async () => {
    for (const form of typedForms) {
      const fields = hostileFields(
        form.fields(world),
        form.texts.filter((name) => !addresses.test(name)),
      );
      const path = form.path(world);
      const answer = form.carriesFiles
        ? await visitors[form.by].upload(path, fields, form === addCertificate || form.file ? [file("scan")] : [])
        : await visitors[form.by].post(path, fields);
      answers.push(answer);
      if (answer.status >= 400 && !lookups.has(form.title)) refused.push(`${form.title}: ${answer.status}`);
    }
  }, 60_000);

  test("is taken as text by every form", () => {
    expect(refused).toEqual([]);
    for (const [index, answer] of answers.entries()) if (answer.status === 200) expectSafe(answer, String(index));
  });

  const id = (sql: string) => async (): Promise<string> => {
    const { rows } = await portal.pool.query<{ id: string }>(sql);
    if (!rows[0]) throw new Error(`Nothing there: ${sql}`);
    return rows[0].id;
  };
  const at = (path: string) => () => path;
  type Page = (world: World) => Promise<string> | string;
  const own =
    (rest: string): Page =>
    ({ enterpriseId }) =>
      `/quan-ly/${enterpriseId}${rest}`;
  const newCertificate = id(
    `SELECT id FROM certificates WHERE number LIKE '%${mark}%' AND scan_id IS NOT NULL LIMIT 1`,
  );
  const pages: Readonly<Record<Exclude<Person, "stranger" | "otherOfficer"> | "anyone", readonly Page[]>> = {
    digitalTeam: [at("/ho-tro")],
    owner: [
      at("/ban-lam-viec"),
      at("/tai-khoan"),
      own(""),
      own("/thong-tin"),
      own("/quy-mo"),
      own("/chung-nhan/moi"),
      async (w) => `/quan-ly/${w.enterpriseId}/chung-nhan/${await newCertificate()}`,
      async (w) => `/quan-ly/${w.enterpriseId}/chung-nhan/${await newCertificate()}/sua`,
      (w) => `/quan-ly/${w.enterpriseId}/chung-nhan/${w.submittedCertificateId}`,
      (w) => `/quan-ly/${w.enterpriseId}/chung-nhan/${w.submittedCertificateId}/sua`,
      (w) => `/quan-ly/${w.enterpriseId}/chung-nhan/${w.verifiedCertificateId}`,
      (w) => `/quan-ly/${w.enterpriseId}/san-pham/${w.secondProductId}`,
      (w) => `/quan-ly/${w.enterpriseId}/san-pham/${w.secondProductId}/sua`,
      (w) => `/quan-ly/${w.enterpriseId}/san-pham/${w.secondProductId}/anh`,
      (w) => `/quan-ly/${w.enterpriseId}/san-pham/${w.productId}/tin-dang`,
    ],
    officer: [
      at("/tham-dinh"),
      at("/so/co-so"),
      at("/so/chung-nhan"),
      at("/so/tin-dang"),
      at(`/so/co-so?q=${encodeURIComponent(`"><${mark}>`)}`),
      (w) => `/so/co-so/${w.enterpriseId}`,
      (w) => `/tham-dinh/chung-nhan/${w.submittedCertificateId}`,
      (w) => `/tham-dinh/chung-nhan/${w.verifiedCertificateId}`,
      (w) => `/tham-dinh/tin-dang/${w.listingId}`,
      (w) => `/tham-dinh/danh-gia/${w.enterpriseId}`,
    ],
    administrator: [
      ...["tai-khoan", "loi-moi", "khoa-api", "loai-chung-nhan", "san", "chi-tieu", "nhat-ky", "thu"].map((name) =>
        at(`/quan-tri/${name}`),
      ),
      at(`/quan-tri/nhat-ky?nguoi=${encodeURIComponent(`"><${mark}>`)}&kiem-tra=1`),
      (w) => `/quan-tri/tai-khoan/${w.accounts.owner}`,
      (w) => `/quan-tri/loai-chung-nhan/${w.reference.schemes}`,
      (w) => `/quan-tri/san/${w.reference.marketplaces}`,
      (w) => `/quan-tri/chi-tieu/${w.reference.targets}`,
      async () => `/quan-tri/thu/${await id("SELECT id FROM mails WHERE kind = 'certificate.returned' LIMIT 1")()}`,
    ],
    anyone: [
      at("/"),
      at("/san-pham"),
      at("/phuong-phap"),
      at(`/san-pham?q=${encodeURIComponent(`"><${mark}>`)}`),
      at(`/dang-nhap?tiep=${encodeURIComponent(`/"><${mark}>`)}`),
      at(`/khong-co/${encodeURIComponent(`"><${mark}>`)}`),
      async () => `/chi-tieu/${await id("SELECT code AS id FROM targets ORDER BY position LIMIT 1")()}`,
      async (w) => `/co-so/${await id(`SELECT code AS id FROM enterprises WHERE id = '${w.enterpriseId}'`)()}`,
      async (w) => `/san-pham/${await id(`SELECT code AS id FROM products WHERE id = '${w.productId}'`)()}`,
      async (w) => `/san-pham/${await id(`SELECT code AS id FROM products WHERE id = '${w.secondProductId}'`)()}`,
    ],
  };

  test.each(Object.keys(pages) as (keyof typeof pages)[])(
    "is text on every page that %s sees, in both languages",
    async (person) => {
      const shown: string[] = [];
      for (const page of pages[person]) {
        const path = await page(world);
        for (const language of ["vi", "en"] as const) {
          const reader = person === "anyone" ? undefined : await signedIn(portal, world.accounts[person], language);
          const answer = await (reader ?? visitors.anyone).get(path);
          expect([200, 404], path).toContain(answer.status);
          expectSafe(answer, path);
          if (answer.text.includes(mark)) shown.push(path);
          // Text of people is no template: what stands in it is not filled in.
          const templates = answer.text.split("]]&gt;").length - 1;
          expect(answer.text.split("{{name}}$t(platform:form.errors)").length - 1, path).toBe(templates);
        }
      }
      // The hostile text did get there, or there was nothing to see.
      expect(shown.length).toBeGreaterThan(pages[person].length);
    },
  );

  test("is text in every mail", async () => {
    const { rows } = await portal.pool.query<{ kind: string; html: string; text: string; subject: string }>(
      "SELECT kind, html, text, subject FROM mails",
    );
    expect(rows.filter(({ text }) => text.includes(mark)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["certificate.returned"]),
    );
    for (const { html, subject } of rows) {
      expect(html).not.toContain(`<${mark}`);
      expect(html).not.toMatch(new RegExp(`<[^>]*\\s${mark}=`));
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  test("is text in the feeds, and no formula in the one for spreadsheets", async () => {
    const key = { prefix: "0123abcd", secret: randomBytes(32).toString("base64url") };
    await portal.pool.query(
      `INSERT INTO api_keys (id, prefix, secret_hash, partner, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'x', $3)`,
      [key.prefix, createHash("sha256").update(key.secret).digest(), world.accounts.administrator],
    );
    const { enterpriseId, productId } = world;
    const certificate = buildCertificate(9_001, { enterpriseId, number: `=<${mark}>`, issuedOn: "2026-01-01" });
    await insertRows(portal.pool, "certificates", [certificate]);
    await insertRows(portal.pool, "certificate_products", [
      buildCoverage(9_001, { certificateId: certificate.id, productId }),
    ]);
    const ask = (format: string) =>
      fetch(`${portal.origin}/feeds/v1/listings.${format}`, {
        headers: { Authorization: `Bearer ${apiKeyText(key)}` },
      });
    const json = await ask("json");
    expect(json.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(json.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await json.text()).toContain(`=<${mark}>`);
    const csv = await ask("csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await csv.text()).toContain(`'=<${mark}>`);
  });
});
