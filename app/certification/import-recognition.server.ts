import { randomUUID } from "node:crypto";
import { exactAreas } from "~/areas/exact-areas.server";
import type { ImportContext, ImportKind, ReadRow, ReadRows } from "~/imports/import-kind";
import { fold } from "~/platform/vietnamese-text";
import { listSchemeChoices } from "./certificate-queries.server";
import { numberKey } from "./number-key";
import { recognitionColumns } from "./recognition-columns";
import { decideRecognition, type RecognitionDecision } from "./recognition-row";
import type { KnownCertificate, KnownEnterprise, KnownProduct, Recognition } from "./recognition-world";
import { writeRecognition } from "./write-recognition.server";

/** A department's decision that recognises products (OCOP and the like), as the list that is attached to it. */
export const recognitionImport: ImportKind = {
  name: "recognition",
  slug: "quyet-dinh-cong-nhan",
  title: "certification:recognition.title",
  lead: "certification:recognition.lead",
  permission: "certificate.decide",
  forEnterprise: false,
  fields: recognitionColumns,
  ignored: [
    {
      aliases: ["Tình trạng", "Trạng thái", "Status", "Đã xác minh", "Verified"],
      reason: "certification:recognition.ignored.status",
    },
    { aliases: ["STT", "TT", "Số thứ tự", "No."], reason: "certification:recognition.ignored.place" },
  ],
  facts: [
    {
      name: "scheme",
      label: "certification:field.schemeId",
      type: "choice",
      required: true,
      choices: async (language) =>
        (await listSchemeChoices()).map(({ id, nameVi, nameEn }) => ({
          value: id,
          label: language === "vi" ? nameVi : nameEn,
        })),
    },
    {
      name: "number",
      label: "certification:recognition.number",
      hint: "certification:recognition.decisionNumberHint",
      type: "text",
      required: true,
    },
    { name: "day", label: "certification:recognition.day", type: "day", required: true },
    { name: "issuer", label: "certification:recognition.issuer", type: "text", required: true },
    {
      name: "paper",
      label: "certification:recognition.paper",
      hint: "certification:recognition.paperHint",
      type: "scan",
      required: true,
    },
  ],
  changeLabels: {
    registered: "certification:recognition.change.registered",
    status: "certification:recognition.change.status",
    scope: "certification:recognition.change.scope",
    validFrom: "certification:field.validFrom",
  },
  titleField: "productName",
  subjectPath: (certificateId) => `/tham-dinh/chung-nhan/${certificateId}`,
  plan: async (rows, context, read) => {
    const world = await findWorld(rows, context, read);
    const decided = decideRecognition(
      rows.map((row) => ({ ...row, ids: { enterprise: randomUUID(), product: randomUUID() } })),
      world,
    );
    return {
      rows: decided,
      apply: (tx, chosen) =>
        writeRecognition(
          tx,
          decided.filter((row): row is RecognitionDecision => "enterpriseId" in row && chosen.has(row.number)),
          world,
          context,
        ),
    };
  },
};

const said = (rows: readonly ReadRow[], field: string): string[] => [
  ...new Set(rows.flatMap(({ values }) => (values[field] === undefined ? [] : [String(values[field])]))),
];

/** Everything that the rows may meet, by one query for each kind of thing. */
async function findWorld(rows: readonly ReadRow[], context: ImportContext, read: ReadRows): Promise<Recognition> {
  const { facts, today, uploader } = context;
  const { scheme: schemeId = "", number = "", day = "" } = facts;
  const taxCodes = said(rows, "taxCode");
  const keys = [number, ...said(rows, "number")].map(numberKey);
  const owned = "SELECT id FROM enterprises WHERE tax_code = ANY($1::text[])";
  const [scheme] = await read<Recognition["scheme"]>(
    `SELECT id, levels, validity_months AS "validityMonths" FROM schemes WHERE id = $1::uuid`,
    [schemeId],
  );
  if (!scheme) throw new Error(`there is no scheme ${schemeId}`);
  const enterprises = await read<KnownEnterprise>(
    `SELECT e.id, e.tax_code AS "taxCode", e.name, e.legal_form AS "legalForm", e.area_id AS "areaId", a.name AS "areaName",
        e.address, e.phone, e.version, e.closed_on IS NOT NULL AS "isClosed",
        EXISTS (SELECT FROM parties p WHERE p.enterprise_id = e.id AND p.account_id = $2::uuid) AS "isOwn"
      FROM enterprises e JOIN areas a ON a.id = e.area_id WHERE e.tax_code = ANY($1::text[])`,
    [taxCodes, uploader.accountId],
  );
  const products = await read<KnownProduct>(
    `SELECT id, enterprise_id AS "enterpriseId", name, gtin, status, version FROM products
      WHERE enterprise_id IN (${owned}) AND (fold_text(name) = ANY($2::text[]) OR gtin = ANY($3::text[]))`,
    [taxCodes, said(rows, "productName").map(fold), said(rows, "gtin")],
  );
  const certificates = await read<KnownCertificate>(
    `SELECT c.id, c.enterprise_id AS "enterpriseId", c.number, c.number_key AS "numberKey", c.level, c.issued_on::text AS "issuedOn",
        c.valid_from::text AS "validFrom", c.valid_to::text AS "validTo", c.status, c.version,
        ARRAY(SELECT cp.product_id::text FROM certificate_products cp
          WHERE cp.certificate_id = c.id AND (cp.covers_to IS NULL OR cp.covers_to >= $4::date)) AS products,
        EXISTS (SELECT FROM certificates r
          WHERE r.supersedes_id = c.id AND r.status NOT IN ('refused', 'withdrawn', 'revoked')) AS "isRenewed"
      FROM certificates c
      WHERE c.enterprise_id IN (${owned}) AND c.scheme_id = $2::uuid AND (c.number_key = ANY($3::text[])
        OR c.status = 'verified' AND EXISTS (SELECT FROM certificate_products cp
          WHERE cp.certificate_id = c.id AND cp.product_id = ANY($5::uuid[])))
      ORDER BY c.valid_from DESC, c.created_at DESC, c.id`,
    [taxCodes, scheme.id, keys, today, products.map(({ id }) => id)],
  );
  return {
    scheme,
    decision: { number, day },
    today,
    enterprises: new Map(enterprises.map((enterprise) => [enterprise.taxCode, enterprise])),
    products,
    certificates,
    areas: await exactAreas(said(rows, "area"), read),
  };
}
