import type { ImportValue, PlannedRow, ReadRow, RowProblem } from "~/imports/import-kind";
import { fold } from "~/platform/vietnamese-text";
import { type ProductGroup, type ProductStatus, productGroups } from "./product";

/** What a table can say of a product. */
export interface ProductFacts {
  group: ProductGroup;
  name: string;
  description: string;
  price: number | null;
  unit: string;
  gtin: string | null;
}

/** A product of the importing enterprise. */
export interface KnownProduct extends ProductFacts {
  id: string;
  code: string;
  status: ProductStatus;
  version: number;
  /** Whether what an officer compared with the certificate changes only by a proposal. */
  isReviewed: boolean;
  /** What is proposed already and not decided yet. */
  proposed: Readonly<Partial<ProductFacts>> | null;
}

export interface KnownProducts {
  byCode: ReadonlyMap<string, KnownProduct>;
  byGtin: ReadonlyMap<string, KnownProduct>;
  byName: ReadonlyMap<string, readonly KnownProduct[]>;
}

/** What becomes of a row; `before` is null for a new product. */
export interface ProductDecision extends Omit<PlannedRow, "number" | "subjectId"> {
  before: KnownProduct | null;
  after: ProductFacts | null;
}

const reviewedFields = ["name", "group", "description", "gtin"] as const;
const factNames = [...reviewedFields, "price", "unit"] as const;
type FactName = (typeof factNames)[number];

const isReviewedField = (field: FactName): boolean => reviewedFields.some((reviewed) => reviewed === field);

export function indexProducts(products: readonly KnownProduct[]): KnownProducts {
  const byName = new Map<string, KnownProduct[]>();
  for (const product of products) {
    // A withdrawn product's name is free again.
    if (product.status === "withdrawn") continue;
    const name = fold(product.name);
    byName.set(name, [...(byName.get(name) ?? []), product]);
  }
  return {
    byCode: new Map(products.map((product) => [product.code, product])),
    byGtin: new Map(products.flatMap((product) => (product.gtin === null ? [] : [[product.gtin, product]]))),
    byName,
  };
}

type Match = { found: KnownProduct | null } | { problem: RowProblem };

/**
 * Which product of the enterprise a row is about: the one of its code, else of its GTIN, else of its name (in any case
 * and with or without diacritics, unless both carry a GTIN and those differ). A code that the enterprise does not have is
 * refused, never taken as a new product.
 */
function matchProduct({ values }: ReadRow, known: KnownProducts): Match {
  const { code, gtin, name } = values;
  if (code !== undefined) {
    const found = known.byCode.get(String(code));
    return found ? { found } : { problem: { field: "code", code: "products:import.codeUnknown", value: String(code) } };
  }
  const ofGtin = gtin === undefined ? undefined : known.byGtin.get(String(gtin));
  if (ofGtin) return { found: ofGtin };
  const alike = (known.byName.get(fold(String(name ?? ""))) ?? []).filter(
    (product) => gtin === undefined || product.gtin === null,
  );
  if (alike.length > 1)
    return { problem: { field: "name", code: "products:import.nameAmbiguous", value: String(name) } };
  return { found: alike[0] ?? null };
}

const isGroup = (value: ImportValue | undefined): value is ProductGroup =>
  productGroups.some((group) => group === value);

const refused = (...problems: RowProblem[]): ProductDecision => ({
  outcome: "refuse",
  changes: [],
  problems,
  claims: [],
  touches: [],
  before: null,
  after: null,
});

/** What becomes of one row of a table of products, for the enterprise whose products are known. */
export function decideProductRow(row: ReadRow, known: KnownProducts): ProductDecision {
  const match = matchProduct(row, known);
  if ("problem" in match) return refused(match.problem);
  return match.found ? decideUpdate(row, match.found, known) : decideCreate(row);
}

function decideCreate({ values }: ReadRow): ProductDecision {
  const { name, group, description = "", price = null, unit = "", gtin = null } = values;
  const missing = (["name", "group"] as const).filter((field) => values[field] === undefined);
  if (missing.length > 0 || !isGroup(group)) {
    return refused(...missing.map((field) => ({ field, code: `products:missing.${field}` })));
  }
  const title = `name:${fold(String(name))}`;
  return {
    outcome: "create",
    changes: [],
    problems: [],
    claims: gtin === null ? [title] : [`gtin:${gtin}`],
    // Two goods of one name are told apart by their GTINs; without one they would be the same.
    touches: gtin === null ? [] : [title],
    before: null,
    after: {
      name: String(name),
      group,
      description: String(description),
      price: price === null ? null : Number(price),
      unit: String(unit),
      gtin: gtin === null ? null : String(gtin),
    },
  };
}

function decideUpdate({ values }: ReadRow, before: KnownProduct, known: KnownProducts): ProductDecision {
  if (before.status === "withdrawn") return refused({ field: null, code: "products:import.withdrawn" });
  const given = factNames.filter((field) => values[field] !== undefined);
  const changes = given.filter((field) => values[field] !== before[field]);
  const owner = changes.includes("gtin") ? known.byGtin.get(String(values.gtin)) : undefined;
  if (owner && owner.id !== before.id) {
    return refused({ field: "gtin", code: "products:gtin.taken", value: String(values.gtin) });
  }
  // What is proposed already says the same, or is another proposal that no file replaces.
  const waiting = before.proposed;
  const open = changes.filter((field) => !(waiting && isReviewedField(field) && values[field] === waiting[field]));
  if (waiting && open.some(isReviewedField)) return refused({ field: null, code: "products:import.proposalOpen" });
  const isProposed = before.isReviewed && open.some(isReviewedField);
  return {
    outcome: open.length > 0 ? "update" : "skip",
    changes: open,
    problems: isProposed ? [{ field: null, code: "products:import.proposed" }] : [],
    claims: [`id:${before.id}`, ...(open.includes("gtin") ? [`gtin:${values.gtin}`] : [])],
    touches: [],
    before,
    after: { ...factsOf(before), ...Object.fromEntries(open.map((field) => [field, values[field]])) },
  };
}

/** The facts of a product without what the portal keeps beside them. */
export const factsOf = ({ group, name, description, price, unit, gtin }: ProductFacts): ProductFacts => ({
  group,
  name,
  description,
  price,
  unit,
  gtin,
});

/** An update in two parts: what is written at once, and what only an officer's decision writes (null for nothing). */
export function splitUpdate(
  before: KnownProduct,
  after: ProductFacts,
): { written: ProductFacts; proposed: Partial<ProductFacts> | null } {
  if (!before.isReviewed) return { written: after, proposed: null };
  const { price, unit, ...reviewed } = after;
  const changed = reviewedFields.filter((field) => reviewed[field] !== before[field]);
  return {
    written: { ...factsOf(before), price, unit },
    proposed: changed.length > 0 ? Object.fromEntries(changed.map((field) => [field, reviewed[field]])) : null,
  };
}
