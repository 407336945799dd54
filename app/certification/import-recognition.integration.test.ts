import "../../tests/integration/own-portal";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { provideImportKinds } from "~/imports/kinds.server";
import { pool, row, rows } from "~/platform/db/client.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildMembership,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { actorOf, fatesOf, planned, signedPaper, started } from "../../tests/integration/import-steps";
import { recognitionImport } from "./import-recognition.server";

let officer: Actor;
let schemeId: string;
let n = 100;

beforeAll(async () => {
  provideImportKinds([recognitionImport]);
  await seedReference(pool());
  schemeId = (await row<{ id: string }>("SELECT id FROM schemes WHERE code = 'ocop'"))?.id ?? "";
});
beforeEach(async () => {
  n += 10;
  const account = buildAccount(n, { role: "officer" });
  await insertRows(pool(), "accounts", [account]);
  officer = actorOf(account);
});

const titles = "MST;Tên chủ thể;Xã;Tên sản phẩm;Nhóm sản phẩm;Hạng sao;Số giấy chứng nhận;Điện thoại";

/** Uploads the list with its signed decision and makes the dry run. */
async function foreseen(...lines: string[]): Promise<string> {
  return planned({
    kind: recognitionImport,
    actor: officer,
    content: [titles, ...lines].join("\n"),
    facts: { scheme: schemeId, number: "812/QĐ-UBND", day: "2026-03-02", issuer: "UBND tỉnh" },
    scans: { paper: await signedPaper() },
  });
}

/** The same, started and seen through; answers what became of the rows. */
async function recognise(...lines: string[]): Promise<string> {
  const importId = await foreseen(...lines);
  await started(importId, officer);
  return importId;
}

const fates = async (importId: string) => (await fatesOf(importId)).map((fate) => fate.replace(/^\d+ /, ""));

const certificatesOf = (taxCode: string) =>
  rows<{ number: string; level: string; status: string; validTo: string; products: string[] }>(
    `SELECT c.number, c.level, c.status, c.valid_to AS "validTo",
        ARRAY(SELECT p.name FROM certificate_products cp JOIN products p ON p.id = cp.product_id
          WHERE cp.certificate_id = c.id AND p.status = 'registered' ORDER BY p.name) AS products
      FROM certificates c JOIN enterprises e ON e.id = c.enterprise_id WHERE e.tax_code = $1 ORDER BY c.number`,
    [taxCode],
  );

test("a list recognises products of enterprises not here yet: all is created, verified and journalled with the decision", async () => {
  const importId = await recognise(
    "4109999002;Hợp tác xã Ví Dụ;Xã Tuy Phước;Nem chua;Thực phẩm;3 sao;",
    "4109999002;Hợp tác xã Ví Dụ;Xã Tuy Phước;Chả cá;Thực phẩm;3;",
    "4109999002;Hợp tác xã Ví Dụ;Xã Tuy Phước;Rượu;Đồ uống;4 sao;77/GCN",
    "4109999002;Hợp tác xã Ví Dụ;Xã Tuy Phước;Bún;Thực phẩm;4 sao;",
    "052190000001;Hộ ông Ví Dụ;Cõi tiên;Bánh;Thực phẩm;3 sao;",
  );
  expect(await fates(importId)).toEqual([
    "created",
    "created",
    "created",
    "refused certification:recognition.numberTwice",
    "refused certification:recognition.areaUnknown",
  ]);
  expect(await certificatesOf("4109999002")).toEqual([
    { number: "77/GCN", level: "4-star", status: "verified", validTo: "2029-03-01", products: ["Rượu"] },
    {
      number: "812/QĐ-UBND",
      level: "3-star",
      status: "verified",
      validTo: "2029-03-01",
      products: ["Chả cá", "Nem chua"],
    },
  ]);
  const enterprise = await row<{ legalForm: string; taxCodeKind: string }>(
    `SELECT legal_form AS "legalForm", tax_code_kind AS "taxCodeKind" FROM enterprises WHERE tax_code = '4109999002'`,
  );
  expect(enterprise).toEqual({ legalForm: "cooperative", taxCodeKind: "enterprise" });
  const entries = await rows<{ event: string; count: number; decision: string; actor: string }>(
    `SELECT event, count(*) AS count, min(data->'decision'->>'number') AS decision, min(actor_id::text) AS actor
      FROM journal WHERE data->>'importId' = $1 GROUP BY event ORDER BY event`,
    [importId],
  );
  const by = { decision: "812/QĐ-UBND", actor: officer.accountId };
  expect(entries).toEqual([
    { event: "certificate.verified", count: 2, ...by },
    { event: "enterprise.registered", count: 1, ...by },
    { event: "product.added", count: 3, ...by },
    { event: "product.registered", count: 3, ...by },
  ]);
  const scanned = await row<{ count: number }>(
    "SELECT count(DISTINCT scan_id) AS count FROM certificates c JOIN enterprises e ON e.id = c.enterprise_id WHERE e.tax_code = '4109999002' AND scan_id IS NOT NULL",
  );
  expect(scanned?.count).toBe(1);

  const again = await recognise("4109999002;Tên khác;;NEM CHUA;;3 sao;", "4109999002;;;Tré;Thực phẩm;3 sao;");
  expect(await fates(again)).toEqual(["skipped certification:recognition.kept", "created"]);
  expect((await certificatesOf("4109999002"))[1]?.products).toEqual(["Chả cá", "Nem chua", "Tré"]);
  // Imported twice it is one decision, on one record with its paper, that both certificates name.
  expect(
    await rows(
      `SELECT r.number, r.decided_on AS day, r.issuer, r.paper_id IS NOT NULL AS signed, count(c.id) AS certificates
        FROM recognitions r LEFT JOIN certificates c ON c.recognition_id = r.id GROUP BY r.id`,
    ),
  ).toEqual([{ number: "812/QĐ-UBND", day: "2026-03-02", issuer: "UBND tỉnh", signed: true, certificates: 2 }]);
});

test("what owners entered is verified or completed, never overwritten: other contents, revoked numbers and one's own are refused", async () => {
  const known = buildEnterprise(n, { taxCode: "4108888003", name: "Công ty Ví Dụ" });
  const own = buildEnterprise(n + 1, { taxCode: "5909999003" });
  const draft = buildProduct(n, { enterpriseId: known.id, name: "Bánh ít", status: "draft" });
  const other = buildProduct(n + 1, { enterpriseId: known.id, name: "Nón ngựa" });
  const made = (at: number, number: string, rest: Partial<ReturnType<typeof buildCertificate>>) =>
    buildCertificate(at, {
      enterpriseId: known.id,
      number,
      numberKey: number,
      issuedOn: "2026-03-02",
      validFrom: "2026-03-02",
      validTo: "2029-03-01",
      level: "3-star",
      ...rest,
    });
  const open = made(n, "A1", { status: "submitted", verifiedAt: null, level: "4-star" });
  const verified = made(n + 1, "A2", { level: "5-star" });
  await insertRows(pool(), "enterprises", [known, own]);
  await insertRows(pool(), "memberships", [buildMembership(officer.accountId, own.id)]);
  await insertRows(pool(), "products", [draft, other]);
  await insertRows(pool(), "certificates", [open, verified]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(n, { certificateId: verified.id, productId: other.id }),
  ]);
  const importId = await recognise(
    "4108888003;;;Bánh ít;;3 sao;A1",
    "4108888003;;;Nón ngựa;;3 sao;A2",
    "4108888003;;;Nón ngựa;;7 sao;A3",
    "4108888003;;;Nón ngựa;;;A3",
    "5909999003;;;Trà;Đồ uống;3 sao;",
    "4108888003;;;Bánh ít;;3 sao;A1",
  );
  expect(await fates(importId)).toEqual([
    "updated",
    "refused certification:recognition.differs",
    "refused certification:level.levelUnknown",
    "refused certification:level.levelMissing",
    "refused platform:refusal.ownEnterprise",
    "refused imports:problem.repeats",
  ]);
  expect(await certificatesOf("4108888003")).toEqual([
    { number: "A1", level: "3-star", status: "verified", validTo: "2029-03-01", products: ["Bánh ít"] },
    { number: "A2", level: "5-star", status: "verified", validTo: "2029-03-01", products: ["Nón ngựa"] },
  ]);
  const entry = await row<{ data: { before: unknown } }>(
    "SELECT data FROM journal WHERE event = 'certificate.verified' AND subject_id = $1",
    [open.id],
  );
  expect(entry?.data.before).toMatchObject({ level: "4-star", status: "submitted" });
});

test("the members of each enterprise are told once of all that a decision verified", async () => {
  const [one, many] = [
    buildEnterprise(n, { taxCode: "4107777004" }),
    buildEnterprise(n + 1, { taxCode: "4107777011" }),
  ];
  const owners = [buildAccount(n + 1), buildAccount(n + 2)] as const;
  await insertRows(pool(), "accounts", [...owners]);
  await insertRows(pool(), "enterprises", [one, many]);
  await insertRows(pool(), "memberships", [
    buildMembership(owners[0].id, one.id),
    buildMembership(owners[1].id, many.id),
  ]);
  const ofMany = Array.from({ length: 12 }, (_, at) => `${many.taxCode};;;Sản phẩm ${at};Thực phẩm;3 sao;S${at}`);
  await recognise(`${one.taxCode};;;Mắm;Thực phẩm;3 sao;M1`, ...ofMany);
  const told = await rows<{ to: string; subject: string; text: string; path: string }>(
    `SELECT account_id AS "to", subject, text, path FROM notices WHERE account_id = ANY($1) ORDER BY enterprise_id = $2`,
    [owners.map(({ id }) => id), many.id],
  );
  expect(told).toEqual([
    {
      to: owners[0].id,
      subject: "Đã xác nhận giấy chứng nhận M1",
      text: expect.stringContaining("Theo văn bản số 812/QĐ-UBND ngày 02/03/2026."),
      path: expect.stringMatching(`^/quan-ly/${one.id}/chung-nhan/[-0-9a-f]{36}$`),
    },
    {
      to: owners[1].id,
      subject: "Đã xác nhận 12 giấy chứng nhận",
      text: expect.stringMatching(/812\/QĐ-UBND ngày 02\/03\/2026[\s\S]+S0 – [\s\S]+và 2 giấy khác\.$/),
      path: `/quan-ly/${many.id}#chung-nhan`,
    },
  ]);
});

test("the template's examples can be read", async () => {
  for (const { examples, read } of recognitionImport.fields) {
    for (const example of examples) if (example !== "") expect(read(example)).toMatchObject({ ok: true });
  }
});

test("the dry run names what differs; what is empty is filled, and a new certificate of the product renews the one that ends", async () => {
  const known = buildEnterprise(n, { taxCode: "4106666005", name: "HTX Ví Dụ", phone: "", address: "Thôn 1" });
  const product = buildProduct(n, { enterpriseId: known.id, name: "Nem chua" });
  const old = buildCertificate(n, {
    enterpriseId: known.id,
    number: "77/2023",
    issuedOn: "2023-04-01",
    validFrom: "2023-04-01",
    validTo: "2026-03-31",
    level: "3-star",
  });
  await insertRows(pool(), "enterprises", [known]);
  await insertRows(pool(), "products", [product]);
  await insertRows(pool(), "certificates", [old]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(n, { certificateId: old.id, productId: product.id }),
  ]);
  const line = "4106666005;Tên khác;;Nem chua;;4 sao;;0905 123 456";
  const importId = await foreseen(line);
  expect(await fatesOf(importId)).toEqual(["2 create certification:recognition.kept certification:recognition.renews"]);
  await started(importId, officer);
  const enterprise = await row("SELECT name, phone, address, version FROM enterprises WHERE id = $1", [known.id]);
  expect(enterprise).toEqual({ name: "HTX Ví Dụ", phone: "+84905123456", address: "Thôn 1", version: 2 });
  const renewal = await row<{ id: string }>(
    "SELECT id, number, level, supersedes_id AS renews, status FROM certificates WHERE enterprise_id = $1 AND id <> $2",
    [known.id, old.id],
  );
  expect(renewal).toMatchObject({ number: "812/QĐ-UBND", level: "4-star", renews: old.id, status: "verified" });
  expect(await row("SELECT status, valid_to AS until FROM certificates WHERE id = $1", [old.id])).toEqual({
    status: "verified",
    until: "2026-03-31",
  });
  const edited = await row<{ data: unknown }>(
    "SELECT data FROM journal WHERE event = 'enterprise.edited' AND subject_id = $1",
    [known.id],
  );
  expect(edited?.data).toMatchObject({ importId, before: { phone: "" }, after: { phone: "+84905123456" } });
  const again = await foreseen(line);
  expect(await fatesOf(again)).toEqual(["2 skip certification:recognition.kept"]);
});
