import "../../tests/integration/own-portal";
import "~/messages";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { changeImport } from "~/imports/change-import.server";
import { createImport } from "~/imports/create-import.server";
import { findImport } from "~/imports/find-import.server";
import { provideImportKinds } from "~/imports/kinds.server";
import { mapImport } from "~/imports/map-import.server";
import { workImport } from "~/imports/work-import.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { acceptScan } from "~/platform/files/store.server";
import { log } from "~/platform/log.server";
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
import { pdf } from "../../tests/fixtures/files";
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
  officer = { accountId: account.id, role: "officer", name: account.name } as Actor;
});

const acting = () => ({ actorId: officer.accountId, requestId: "test", now: new Date() });
const titles = "MST;Tên chủ thể;Xã;Tên sản phẩm;Nhóm sản phẩm;Hạng sao;Số giấy chứng nhận";

/** Uploads the list with its signed decision, starts it and answers what became of the rows. */
async function recognise(...lines: string[]): Promise<string> {
  const path = await incomingPath();
  await writeFile(path, [titles, ...lines].join("\n"));
  const paper = await incomingPath();
  await writeFile(paper, pdf());
  const scan = await acceptScan({ path: paper, fileName: "qd.pdf" });
  if (!scan.ok) throw new Error(scan.code);
  const facts = { scheme: schemeId, number: "812/QĐ-UBND", day: "2026-03-02", issuer: "UBND tỉnh" };
  const input = { id: randomUUID(), kind: recognitionImport, enterpriseId: null, facts, scans: { paper: scan.value } };
  const created = await createImport(input, { path, fileName: "ds.csv" }, officer, acting());
  if (!created.ok) throw new Error(created.code);
  const found = await findImport(created.value.id, officer);
  if (!found) throw new Error("not found");
  const chosen = found.columns.map(({ field }) => field);
  const step = { importId: found.id, version: found.version };
  expect(await mapImport({ ...step, chosen }, officer, acting())).toMatchObject({ ok: true });
  await run(found.id);
  expect(await changeImport({ importId: found.id, action: "start", policy: "skip" }, officer, acting())).toMatchObject({
    ok: true,
  });
  await run(found.id);
  return found.id;
}
const run = (importId: string) =>
  workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });

const fates = async (id: string) =>
  (
    await rows<{ status: string; codes: string[] | null }>(
      `SELECT status, (SELECT array_agg(p->>'code') FROM jsonb_array_elements(problems) p) AS codes
        FROM import_rows WHERE import_id = $1 ORDER BY number`,
      [id],
    )
  ).map(({ status, codes }) => [status, ...(codes ?? [])].join(" "));

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
  expect(await fates(again)).toEqual(["skipped certification:recognition.nameDiffers", "created"]);
  expect((await certificatesOf("4109999002"))[1]?.products).toEqual(["Chả cá", "Nem chua", "Tré"]);
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
