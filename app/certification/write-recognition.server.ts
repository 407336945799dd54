import { maskTaxCode } from "~/enterprises/personal-number";
import type { ImportContext } from "~/imports/import-kind";
import type { Transaction } from "~/platform/db/transaction.server";
import { newPublicCode } from "~/platform/public-code.server";
import { accept, type Result, refuse } from "~/platform/result";
import { numberKey } from "./number-key";
import { type RecordedRecognition, recordRecognition } from "./recognition.server";
import type { RecognitionDecision } from "./recognition-row";
import type { FilledEnterprise, Recognition } from "./recognition-world";
import { tellOfCertificates } from "./tell-of-certificate.server";

type Written = Result<null, "changed">;

interface Batch {
  tx: Transaction;
  chosen: readonly RecognitionDecision[];
  world: Recognition;
  context: ImportContext;
  /** What every journal entry says of the decision behind it. */
  by: { importId: string; decision: RecordedRecognition };
}

/** One of each id: what several rows share is written once. */
const once = <Thing extends { id: string }>(things: readonly (Thing | null)[]): Thing[] => [
  ...new Map(things.flatMap((thing) => (thing ? [[thing.id, thing] as const] : []))).values(),
];

/**
 * Writes the chosen rows of a recognition decision, each kind of thing by one statement, with a journal entry for each
 * thing that names the decision. Refused when anything is no longer as the plan read it.
 */
export async function writeRecognition(
  tx: Transaction,
  chosen: readonly RecognitionDecision[],
  world: Recognition,
  context: ImportContext,
): Promise<Written> {
  const { importId, facts, uploader } = context;
  const words = { ...world.decision, issuer: facts.issuer ?? "" };
  const decision = await recordRecognition(tx, words, facts.paper ?? null, uploader.accountId);
  const batch: Batch = { tx, chosen, world, context, by: { importId, decision } };
  for (const step of [
    enterprises,
    completions,
    products,
    registrations,
    newCertificates,
    verifications,
    scopes,
    tellMembers,
  ]) {
    const written = await step(batch);
    if (!written.ok) return written;
  }
  return accept(null);
}

const asPlanned = (count: number, planned: number): Written => (count === planned ? accept(null) : refuse("changed"));

async function enterprises({ tx, chosen, context, by }: Batch): Promise<Written> {
  const created = once(chosen.map(({ newEnterprise }) => newEnterprise)).map((one) => ({
    ...one,
    code: newPublicCode(),
  }));
  if (created.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO enterprises (id, code, tax_code, tax_code_kind, name, legal_form, sector, area_id, address, phone, registered_on, registered_at)
      SELECT r.id, r.code, r."taxCode", r."taxCodeKind", r.name, r."legalForm", r.sector, r."areaId", r.address, r.phone, $2::date, $3::timestamptz
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text, "taxCode" text, "taxCodeKind" text, name text,
        "legalForm" text, sector text, "areaId" text, address text, phone text)
      ON CONFLICT DO NOTHING`,
    JSON.stringify(created),
    context.today,
    tx.now,
  );
  for (const { id, taxCode, taxCodeKind: _, ...facts } of created) {
    const after = { ...facts, taxCode: maskTaxCode(taxCode) };
    const subject = { kind: "enterprise", id };
    tx.record({ event: "enterprise.registered", subject, enterpriseId: id, data: { after, ...by } });
  }
  return asPlanned(count, created.length);
}

/** Fills what was empty of enterprises that are here; rows of one enterprise may each fill something. */
async function completions({ tx, chosen, by }: Batch): Promise<Written> {
  const filled = new Map<string, FilledEnterprise>();
  for (const row of chosen) if (row.filled) filled.set(row.filled.id, { ...filled.get(row.filled.id), ...row.filled });
  if (filled.size === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `UPDATE enterprises e SET address = COALESCE(r.address, e.address), phone = COALESCE(r.phone, e.phone), version = e.version + 1
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version int, address text, phone text)
      WHERE e.id = r.id AND e.version = r.version AND e.closed_on IS NULL`,
    JSON.stringify([...filled.values()]),
  );
  for (const { id, version: _, ...after } of filled.values()) {
    const before = Object.fromEntries(Object.keys(after).map((field) => [field, ""]));
    const subject = { kind: "enterprise", id };
    tx.record({ event: "enterprise.edited", subject, enterpriseId: id, data: { before, after, ...by } });
  }
  return asPlanned(count, filled.size);
}

async function products({ tx, chosen, context, by }: Batch): Promise<Written> {
  const created = once(chosen.map(({ newProduct }) => newProduct)).map((one) => ({ ...one, code: newPublicCode() }));
  if (created.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO products (id, code, enterprise_id, "group", name, gtin, status, registered_on, registered_at, created_at)
      SELECT r.id, r.code, r."enterpriseId", r."group", r.name, r.gtin, 'registered', $2::date, $3::timestamptz, $3::timestamptz
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text, "enterpriseId" uuid, "group" text, name text, gtin text)
      ON CONFLICT DO NOTHING`,
    JSON.stringify(created),
    context.today,
    tx.now,
  );
  for (const { id, enterpriseId, ...after } of created) {
    const subject = { kind: "product", id };
    tx.record({ event: "product.added", subject, enterpriseId, data: { after, ...by } });
    recordRegistration(tx, id, enterpriseId, context.today, by);
  }
  return asPlanned(count, created.length);
}

function recordRegistration(tx: Transaction, id: string, enterpriseId: string, day: string, by: Batch["by"]): void {
  const subject = { kind: "product", id };
  tx.record({ event: "product.registered", subject, enterpriseId, data: { after: { registeredOn: day }, ...by } });
}

async function registrations({ tx, chosen, context, by }: Batch): Promise<Written> {
  const drafts = once(chosen.map(({ registers }) => registers));
  if (drafts.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `UPDATE products p SET status = 'registered', registered_on = $2::date, registered_at = $3::timestamptz, version = p.version + 1
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version int)
      WHERE p.id = r.id AND p.version = r.version AND p.status = 'draft'`,
    JSON.stringify(drafts),
    context.today,
    tx.now,
  );
  for (const { id, enterpriseId } of drafts) recordRegistration(tx, id, enterpriseId, context.today, by);
  return asPlanned(count, drafts.length);
}

async function newCertificates({ tx, chosen, world, context, by }: Batch): Promise<Written> {
  const created = once(
    chosen
      .map(
        ({ newCertificate, subjectId, enterpriseId }) =>
          newCertificate &&
          subjectId && { ...newCertificate, id: subjectId, enterpriseId, numberKey: numberKey(newCertificate.number) },
      )
      .map((one) => one || null),
  );
  if (created.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO certificates (id, enterprise_id, scheme_id, number, number_key, level, issued_on, valid_from, valid_to, scan_id,
        supersedes_id, status, submitted_at, verified_at, created_at, recognition_id)
      SELECT r.id, r."enterpriseId", $2::uuid, r.number, r."numberKey", r.level, r."issuedOn", r."validFrom", r."validTo", $3::uuid,
        r."supersedesId", 'verified', $4::timestamptz, $4::timestamptz, $4::timestamptz, $5::uuid
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "enterpriseId" uuid, number text, "numberKey" text, level text,
        "issuedOn" date, "validFrom" date, "validTo" date, "supersedesId" uuid)
      ON CONFLICT DO NOTHING`,
    JSON.stringify(created),
    world.scheme.id,
    context.facts.paper ?? null,
    tx.now,
    by.decision.id,
  );
  for (const { id, enterpriseId, numberKey: _, ...facts } of created) {
    const after = { ...facts, schemeId: world.scheme.id, status: "verified" };
    const subject = { kind: "certificate", id };
    tx.record({ event: "certificate.verified", subject, enterpriseId, data: { after, ...by } });
  }
  return asPlanned(count, created.length);
}

/** Verifies what owners had entered by themselves, by what the decision says; reviews of it are over. */
async function verifications({ tx, chosen, world, context, by }: Batch): Promise<Written> {
  const verified = once(
    chosen.map(({ verifies }) => verifies && { ...verifies, id: verifies.before.id, version: verifies.before.version }),
  );
  if (verified.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `UPDATE certificates c SET level = r.level, issued_on = r."issuedOn", valid_from = r."validFrom", valid_to = r."validTo",
        scan_id = COALESCE(c.scan_id, $2::uuid), status = 'verified', submitted_at = COALESCE(c.submitted_at, $3::timestamptz),
        verified_at = $3::timestamptz, recognition_id = $4::uuid, version = c.version + 1
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version int, level text, "issuedOn" date, "validFrom" date, "validTo" date)
      WHERE c.id = r.id AND c.version = r.version AND c.status IN ('draft', 'submitted', 'returned')`,
    JSON.stringify(verified.map(({ id, version, after }) => ({ id, version, ...after }))),
    context.facts.paper ?? null,
    tx.now,
    by.decision.id,
  );
  await tx.prisma.review.updateMany({
    where: {
      subjectKind: "certificate",
      subjectId: { in: verified.map(({ id }) => id) },
      status: { in: ["waiting", "claimed"] },
    },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  for (const { id, before, after } of verified) {
    const { level, issuedOn, validFrom, validTo, status, enterpriseId } = before;
    const data = {
      before: { level, issuedOn, validFrom, validTo, status },
      after: { ...after, schemeId: world.scheme.id, status: "verified" },
      ...by,
    };
    tx.record({ event: "certificate.verified", subject: { kind: "certificate", id }, enterpriseId, data });
  }
  return asPlanned(count, verified.length);
}

async function scopes({ tx, chosen, context, by }: Batch): Promise<Written> {
  const joining = once(
    chosen
      .map(
        (row) =>
          row.joins && {
            id: `${row.subjectId} ${row.productId}`,
            certificateId: row.subjectId,
            productId: row.productId,
            row,
          },
      )
      .map((one) => one || null),
  );
  if (joining.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO certificate_products (id, certificate_id, product_id, covers_from, recorded_at)
      SELECT gen_random_uuid(), c.id, r."productId", GREATEST(c.valid_from, $2::date), $3::timestamptz
      FROM jsonb_to_recordset($1::jsonb) AS r("certificateId" uuid, "productId" uuid)
      JOIN certificates c ON c.id = r."certificateId"
      ON CONFLICT DO NOTHING`,
    JSON.stringify(joining.map(({ certificateId, productId }) => ({ certificateId, productId }))),
    context.facts.day ?? context.today,
    tx.now,
  );
  for (const { certificateId, productId, row } of joining) {
    // A new or newly verified certificate is told of by its own entry.
    if (row.newCertificate || row.verifies || !certificateId) continue;
    tx.record({
      event: "certificate.changed",
      subject: { kind: "certificate", id: certificateId },
      enterpriseId: row.enterpriseId,
      data: { productId, ...by },
    });
  }
  return asPlanned(count, joining.length);
}

/** Tells the members of enterprises, where there are any, which of their certificates the decision verified. */
async function tellMembers({ tx, chosen, world }: Batch): Promise<Written> {
  const verified = chosen.flatMap(({ subjectId, newCertificate, verifies }) =>
    subjectId && (newCertificate || verifies) ? [subjectId] : [],
  );
  const { number, day } = world.decision;
  await tellOfCertificates(tx, "certificate.verified", [...new Set(verified)], {
    note: "",
    reasons: [],
    document: { number, day },
  });
  return accept(null);
}
