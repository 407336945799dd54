import type { ImportContext, ImportKind, PlannedRow, ReadRow, ReadRows } from "~/imports/import-kind";
import type { Transaction } from "~/platform/db/transaction.server";
import { newPublicCode } from "~/platform/public-code.server";
import { accept, type Result, refuse } from "~/platform/result";
import { fold } from "~/platform/vietnamese-text";
import { carryChanges } from "~/reviews/propose-change.server";
import { proposeChanges } from "~/reviews/propose-changes.server";
import { ignoredProductColumns, productColumns } from "./product-columns";
import {
  decideProductRow,
  factsOf,
  indexProducts,
  type KnownProduct,
  type ProductDecision,
  type ProductFacts,
  splitUpdate,
} from "./product-row";

/** An owner's own products, as a table. */
export const productImport: ImportKind = {
  name: "products",
  slug: "san-pham",
  title: "products:import.title",
  lead: "products:import.lead",
  permission: "enterprise.manage",
  forEnterprise: true,
  fields: productColumns,
  ignored: ignoredProductColumns,
  facts: [
    { name: "register", label: "products:import.register", hint: "products:import.registerHint", type: "checkbox" },
  ],
  titleField: "name",
  subjectPath: (productId, enterpriseId) => `/quan-ly/${enterpriseId}/san-pham/${productId}`,
  plan: async (rows, context, read) => {
    const known = indexProducts(await findProducts(rows, context, read));
    const decided = rows.map((row): Decided => {
      const decision = decideProductRow(row, known);
      const subjectId = decision.outcome === "refuse" ? null : (decision.before?.id ?? row.newId);
      return { ...decision, number: row.number, subjectId };
    });
    return {
      rows: decided,
      apply: (tx, chosen) =>
        write(
          tx,
          decided.filter(({ number }) => chosen.has(number)),
          context,
        ),
    };
  },
};

type Decided = PlannedRow & ProductDecision;

/** The products that the rows may be about. Each of the three ways to find them has its own index. */
async function findProducts(rows: readonly ReadRow[], { enterpriseId, today }: ImportContext, read: ReadRows) {
  const said = (field: string) =>
    rows.flatMap(({ values }) => (values[field] === undefined ? [] : [String(values[field])]));
  return read<KnownProduct>(
    `SELECT p.id, p.code, p."group", p.name, p.description, p.price::float8 AS price, p.unit, p.gtin, p.status, p.version,
        p.status = 'registered' AND EXISTS (SELECT FROM certificate_products cp JOIN certificates c ON c.id = cp.certificate_id
          WHERE cp.product_id = p.id AND c.status = 'verified' AND (cp.covers_to IS NULL OR cp.covers_to >= $5::date))
          OR ch.id IS NOT NULL AS "isReviewed",
        ch.after AS proposed
      FROM (SELECT id FROM products WHERE enterprise_id = $1::uuid AND code = ANY($2::text[])
          UNION SELECT id FROM products WHERE enterprise_id = $1::uuid AND gtin = ANY($3::text[])
          UNION SELECT id FROM products WHERE enterprise_id = $1::uuid AND fold_text(name) = ANY($4::text[])) found
        JOIN products p ON p.id = found.id
        LEFT JOIN proposed_changes ch ON ch.subject_kind = 'product' AND ch.subject_id = p.id AND ch.status IN ('open', 'returned')`,
    [enterpriseId, said("code"), said("gtin"), said("name").map(fold), today],
  );
}

async function write(
  tx: Transaction,
  decided: readonly Decided[],
  context: ImportContext,
): Promise<Result<null, "changed">> {
  const created = await create(tx, decided, context);
  return created.ok ? update(tx, decided, context) : created;
}

async function create(
  tx: Transaction,
  decided: readonly Decided[],
  context: ImportContext,
): Promise<Result<null, "changed">> {
  const { enterpriseId, today, importId, facts } = context;
  const isRegistered = facts.register === "on";
  const products = decided.flatMap(({ before, after, subjectId }) =>
    before === null && after !== null && subjectId !== null ? [{ ...after, id: subjectId, code: newPublicCode() }] : [],
  );
  if (products.length === 0) return accept(null);
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO products (id, code, enterprise_id, "group", name, description, price, unit, gtin, status, registered_on, registered_at, created_at)
      SELECT r.id, r.code, $2::uuid, r."group", r.name, r.description, r.price, r.unit, r.gtin,
        CASE WHEN $3::date IS NULL THEN 'draft' ELSE 'registered' END, $3::date, CASE WHEN $3::date IS NULL THEN NULL ELSE $4::timestamptz END, $4::timestamptz
      FROM jsonb_to_recordset($1::jsonb)
        AS r(id uuid, code text, "group" text, name text, description text, price bigint, unit text, gtin text)
      ON CONFLICT DO NOTHING`,
    JSON.stringify(products),
    enterpriseId,
    isRegistered ? today : null,
    tx.now,
  );
  if (count !== products.length) return refuse("changed");
  for (const { id, ...after } of products) {
    const subject = { kind: "product", id };
    tx.record({ event: "product.added", subject, enterpriseId, data: { after, importId } });
    if (isRegistered) {
      tx.record({
        event: "product.registered",
        subject,
        enterpriseId,
        data: { after: { registeredOn: today }, importId },
      });
    }
  }
  return accept(null);
}

async function update(
  tx: Transaction,
  decided: readonly Decided[],
  context: ImportContext,
): Promise<Result<null, "changed">> {
  const { enterpriseId, importId } = context;
  const updates = decided.flatMap(({ before, after }) =>
    before && after ? [{ before, ...splitUpdate(before, after) }] : [],
  );
  const written = updates.filter(({ before, written: facts }) => changesOf(before, facts).length > 0);
  if (written.length > 0) {
    const count = await tx.prisma.$executeRawUnsafe(
      `UPDATE products p SET "group" = r."group", name = r.name, description = r.description, price = r.price, unit = r.unit,
          gtin = r.gtin, version = p.version + 1
        FROM jsonb_to_recordset($1::jsonb)
          AS r(id uuid, version int, "group" text, name text, description text, price bigint, unit text, gtin text)
        WHERE p.id = r.id AND p.version = r.version AND p.enterprise_id = $2::uuid AND p.status <> 'withdrawn'`,
      JSON.stringify(written.map(({ before: { id, version }, written: facts }) => ({ id, version, ...facts }))),
      enterpriseId,
    );
    if (count !== written.length) return refuse("changed");
  }
  for (const { before, written: facts } of written) {
    const said = changesOf(before, facts);
    const subject = { kind: "product", id: before.id };
    const data = { before: pick(before, said), after: pick(facts, said), importId };
    tx.record({ event: "product.edited", subject, enterpriseId, data });
  }
  const carried = written.filter(({ before }) => before.proposed !== null);
  await carryChanges(
    tx,
    "product",
    carried.map(({ before: { id, version } }) => ({ id, version })),
  );
  return propose(tx, updates, new Set(written.map(({ before }) => before.id)), context);
}

/** What only an officer's decision writes, of the products that nothing is proposed of yet. */
async function propose(
  tx: Transaction,
  updates: readonly { before: KnownProduct; proposed: Partial<ProductFacts> | null }[],
  written: ReadonlySet<string>,
  { enterpriseId, uploader }: ImportContext,
): Promise<Result<null, "changed">> {
  const proposals = updates.flatMap(({ before, proposed }) => {
    if (!proposed || before.proposed || !enterpriseId) return [];
    const { id, name } = before;
    const version = before.version + (written.has(id) ? 1 : 0);
    const subject = { kind: "product" as const, id, enterpriseId, version, label: name };
    return [{ subject, before: { ...factsOf(before) }, after: { ...proposed } }];
  });
  const done = await proposeChanges(tx, proposals, uploader.accountId);
  return done.ok ? accept(null) : refuse("changed");
}

const names = ["name", "group", "description", "price", "unit", "gtin"] as const;
type FactName = (typeof names)[number];

const changesOf = (before: ProductFacts, after: ProductFacts): FactName[] =>
  names.filter((name) => before[name] !== after[name]);

const pick = (facts: ProductFacts, fields: readonly FactName[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, facts[field]]));
