import type { PlannedRow, ReadRow } from "~/imports/import-kind";
import { fold } from "~/platform/vietnamese-text";
import { productGroups } from "~/products/product";
import { certificateOf, type NewCertificate, type RecognisedCertificate } from "./recognised-certificate";
import { enterpriseOf } from "./recognised-enterprise";
import {
  type Drafts,
  type FilledEnterprise,
  type KnownProduct,
  type NewEnterprise,
  type NewProduct,
  type Recognition,
  Refused,
  refused,
} from "./recognition-world";

/** What a row writes; a part that is null is there already and stays as it is. */
export interface RecognitionDecision extends PlannedRow {
  enterpriseId: string;
  productId: string;
  number: number;
  newEnterprise: NewEnterprise | null;
  /** Empty facts of an enterprise that is here, which the decision completes. */
  filled: FilledEnterprise | null;
  newProduct: NewProduct | null;
  /** A draft of the owner's that the decision registers. */
  registers: KnownProduct | null;
  newCertificate: NewCertificate | null;
  /** A certificate that the owner had entered and nobody had verified, which the decision verifies. */
  verifies: RecognisedCertificate["verifies"];
  /** Whether the product joins the certificate's scope. */
  joins: boolean;
}

export type RecognitionRow = ReadRow & { ids: { enterprise: string; product: string } };

/** Says of each row of a recognition decision what it creates, completes or leaves as it is. */
export function decideRecognition(
  rows: readonly RecognitionRow[],
  world: Recognition,
): (RecognitionDecision | PlannedRow)[] {
  const drafts: Drafts = {
    enterprises: new Map(),
    filled: new Map(),
    products: new Map(),
    certificates: new Map(),
  };
  return rows.map((row) => {
    const decided = decideRow(row, world, drafts);
    if (!(decided instanceof Refused)) return decided;
    const { number } = row;
    return {
      number,
      outcome: "refuse",
      subjectId: null,
      changes: [],
      problems: decided.problems,
      claims: [],
      touches: [],
    };
  });
}

function decideRow(row: RecognitionRow, world: Recognition, drafts: Drafts): RecognitionDecision | Refused {
  const { values, number } = row;
  const enterprise = enterpriseOf({ values, newId: row.ids.enterprise }, world, drafts);
  if (enterprise instanceof Refused) return enterprise;
  const product = productOf(row, enterprise.id, world, drafts);
  if (product instanceof Refused) return product;
  const certificate = certificateOf(row, { enterpriseId: enterprise.id, productId: product.id }, world, drafts);
  if (certificate instanceof Refused) return certificate;

  const { registers } = product;
  const { id: _, version: _version, ...filled } = enterprise.filled ?? { id: "", version: 0 };
  const changes = [
    ...Object.keys(filled),
    ...(registers ? ["registered"] : []),
    ...certificate.changes,
    ...(certificate.joins && !certificate.newCertificate ? ["scope"] : []),
  ];
  const creates = enterprise.created || product.created || certificate.newCertificate;
  if (enterprise.created) drafts.enterprises.set(enterprise.created.taxCode, enterprise.created);
  if (enterprise.filled) {
    drafts.filled.set(enterprise.id, { ...drafts.filled.get(enterprise.id), ...enterprise.filled });
  }
  if (product.created) drafts.products.set(productKey(enterprise.id, product.created.name), product.created);
  return {
    number,
    outcome: creates ? "create" : changes.length > 0 ? "update" : "skip",
    subjectId: certificate.id,
    changes: creates ? [] : changes,
    problems: [...enterprise.notes, ...certificate.notes],
    claims: [`${values.taxCode} ${fold(String(values.productName))} ${certificate.key}`],
    touches: [],
    enterpriseId: enterprise.id,
    productId: product.id,
    newEnterprise: enterprise.created,
    filled: enterprise.filled,
    newProduct: product.created,
    registers,
    newCertificate: certificate.newCertificate,
    verifies: certificate.verifies,
    joins: certificate.joins,
  };
}

interface FoundProduct {
  id: string;
  created: NewProduct | null;
  registers: KnownProduct | null;
}

const productKey = (enterpriseId: string, name: string): string => `${enterpriseId} ${fold(name)}`;

function productOf(
  { values, ids }: RecognitionRow,
  enterpriseId: string,
  world: Recognition,
  drafts: Drafts,
): FoundProduct | Refused {
  const name = String(values.productName);
  const gtin = values.gtin === undefined ? null : String(values.gtin);
  const own = world.products.filter((product) => product.enterpriseId === enterpriseId);
  const alike = own.filter(
    (product) =>
      product.status !== "withdrawn" &&
      fold(product.name) === fold(name) &&
      (gtin === null || product.gtin === null || product.gtin === gtin),
  );
  const ofGtin = own.find((product) => gtin !== null && product.gtin === gtin);
  const known = ofGtin ?? alike[0];
  if (!ofGtin && alike.length > 1) return refused("productName", "products:import.nameAmbiguous", name);
  if (known?.status === "withdrawn") return refused("gtin", "products:import.withdrawn", String(gtin));
  if (known) return { id: known.id, created: null, registers: known.status === "draft" ? known : null };
  const drafted = drafts.products.get(productKey(enterpriseId, name));
  if (drafted) return { id: drafted.id, created: drafted, registers: null };
  const group = productGroups.find((word) => word === values.group);
  if (!group) return refused("group", "products:missing.group");
  return { id: ids.product, created: { id: ids.product, enterpriseId, name, group, gtin }, registers: null };
}
