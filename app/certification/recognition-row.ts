import { deduceLegalForm } from "~/enterprises/deduce-legal-form";
import { type EnterpriseSector, type LegalForm, legalForms } from "~/enterprises/enterprise-size";
import { readTaxCode, type TaxCodeKind } from "~/enterprises/tax-code";
import type { ImportValue, PlannedRow, ReadRow, RowProblem } from "~/imports/import-kind";
import type { Day } from "~/platform/day";
import { fold } from "~/platform/vietnamese-text";
import { type ProductGroup, type ProductStatus, productGroups } from "~/products/product";
import type { CertificateStatus } from "./certificate";
import { checkCertificate, validToOf } from "./check-certificate";
import { numberKey } from "./number-key";
import { writtenLevel } from "./written-level";

export interface KnownEnterprise {
  id: string;
  taxCode: string;
  name: string;
  isClosed: boolean;
  /** Whether the importing officer is, or was, a party to it. */
  isOwn: boolean;
}

export interface KnownProduct {
  id: string;
  enterpriseId: string;
  name: string;
  gtin: string | null;
  status: ProductStatus;
  version: number;
}

export interface KnownCertificate {
  id: string;
  enterpriseId: string;
  numberKey: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  status: CertificateStatus;
  version: number;
  /** The products in its scope today. */
  products: readonly string[];
}

/** The decision that recognises, and everything that its rows may meet. */
export interface Recognition {
  scheme: { id: string; levels: readonly string[]; validityMonths: number | null };
  decision: { number: string; day: Day };
  today: Day;
  enterprises: ReadonlyMap<string, KnownEnterprise>;
  products: readonly KnownProduct[];
  certificates: readonly KnownCertificate[];
  /** The unit that each text of the column names; null where it names none, or several. */
  areas: ReadonlyMap<string, string | null>;
}

export interface NewEnterprise {
  id: string;
  taxCode: string;
  taxCodeKind: TaxCodeKind;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  areaId: string;
  address: string;
  phone: string;
}

export interface NewProduct {
  id: string;
  enterpriseId: string;
  name: string;
  group: ProductGroup;
  gtin: string | null;
}

export interface CertificateFacts {
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
}

/** What a row writes; a part that is null is there already and stays as it is. */
export interface RecognitionDecision extends PlannedRow {
  enterpriseId: string;
  productId: string;
  number: number;
  newEnterprise: NewEnterprise | null;
  newProduct: NewProduct | null;
  /** A draft of the owner's that the decision registers. */
  registers: KnownProduct | null;
  newCertificate: (CertificateFacts & { number: string }) | null;
  /** A certificate that the owner had entered and nobody had verified, which the decision verifies. */
  verifies: { before: KnownCertificate; after: CertificateFacts } | null;
  /** Whether the product joins the certificate's scope. */
  joins: boolean;
}

export type RecognitionRow = ReadRow & { ids: { enterprise: string; product: string } };

interface Drafts {
  enterprises: Map<string, NewEnterprise>;
  products: Map<string, NewProduct>;
  certificates: Map<string, CertificateFacts & { id: string }>;
}

/** Of a certificate's number; a decision's number may be typed longer. */
const longestNumber = 100;
const openStatuses: readonly CertificateStatus[] = ["draft", "submitted", "returned"];
const deadStatuses: readonly CertificateStatus[] = ["refused", "withdrawn"];

class Refused {
  constructor(readonly problems: readonly RowProblem[]) {}
}
const refused = (field: string | null, code: string, value?: ImportValue): Refused =>
  new Refused([{ field, code, ...(value !== undefined && { value: String(value) }) }]);

/** Says of each row of a recognition decision what it creates, completes or leaves as it is. */
export function decideRecognition(
  rows: readonly RecognitionRow[],
  world: Recognition,
): (RecognitionDecision | PlannedRow)[] {
  const drafts: Drafts = { enterprises: new Map(), products: new Map(), certificates: new Map() };
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
  const enterprise = enterpriseOf(row, world, drafts);
  if (enterprise instanceof Refused) return enterprise;
  const product = productOf(row, enterprise.id, world, drafts);
  if (product instanceof Refused) return product;
  const certificate = certificateOf(row, enterprise.id, product.id, world, drafts);
  if (certificate instanceof Refused) return certificate;

  const { registers } = product;
  const changes = [
    ...(registers ? ["registered"] : []),
    ...certificate.changes,
    ...(certificate.joins && !certificate.newCertificate ? ["scope"] : []),
  ];
  const creates = enterprise.created || product.created || certificate.newCertificate;
  if (enterprise.created) drafts.enterprises.set(enterprise.created.taxCode, enterprise.created);
  if (product.created) drafts.products.set(productKey(enterprise.id, product.created.name), product.created);
  return {
    number,
    outcome: creates ? "create" : changes.length > 0 ? "update" : "skip",
    subjectId: certificate.id,
    changes: creates ? [] : changes,
    problems: enterprise.notes,
    claims: [`${values.taxCode} ${fold(String(values.productName))} ${certificate.key}`],
    touches: [],
    enterpriseId: enterprise.id,
    productId: product.id,
    newEnterprise: enterprise.created,
    newProduct: product.created,
    registers,
    newCertificate: certificate.newCertificate,
    verifies: certificate.verifies,
    joins: certificate.joins,
  };
}

interface FoundEnterprise {
  id: string;
  created: NewEnterprise | null;
  notes: RowProblem[];
}

function enterpriseOf({ values, ids }: RecognitionRow, world: Recognition, drafts: Drafts): FoundEnterprise | Refused {
  const taxCode = String(values.taxCode);
  const name = values.enterpriseName === undefined ? "" : String(values.enterpriseName);
  const known = world.enterprises.get(taxCode);
  if (known) {
    if (known.isOwn) return refused(null, "platform:refusal.ownEnterprise");
    if (known.isClosed) return refused("taxCode", "certification:recognition.closed", taxCode);
    const differs = name !== "" && fold(name) !== fold(known.name);
    const note = { field: "enterpriseName", code: "certification:recognition.nameDiffers", value: name };
    return { id: known.id, created: null, notes: differs ? [note] : [] };
  }
  const drafted = drafts.enterprises.get(taxCode);
  if (drafted) return { id: drafted.id, created: drafted, notes: [] };
  const created = newEnterprise(ids.enterprise, taxCode, name, values, world);
  return created instanceof Refused ? created : { id: created.id, created, notes: [] };
}

function newEnterprise(
  id: string,
  taxCode: string,
  name: string,
  values: ReadRow["values"],
  { areas }: Recognition,
): NewEnterprise | Refused {
  const read = readTaxCode(taxCode);
  const kind = read.ok ? read.value.kind : "enterprise";
  const areaId = values.area === undefined ? null : (areas.get(String(values.area)) ?? null);
  const legalForm = legalForms.find((form) => form === values.legalForm) ?? deduceLegalForm(name, kind);
  const problems: RowProblem[] = [];
  if (name === "") problems.push({ field: "enterpriseName", code: "certification:recognition.newEnterprise" });
  if (areaId === null) {
    const isNamed = values.area !== undefined;
    problems.push({
      field: "area",
      code: isNamed ? "certification:recognition.areaUnknown" : "certification:recognition.newEnterprise",
      ...(isNamed && { value: String(values.area) }),
    });
  }
  if (legalForm === null && name !== "")
    problems.push({ field: "legalForm", code: "certification:recognition.legalFormUnknown" });
  if (areaId === null || legalForm === null || problems.length > 0) return new Refused(problems);
  return {
    id,
    taxCode,
    taxCodeKind: kind,
    name,
    legalForm,
    sector: values.group === "tourism" ? "trade-services" : "agriculture-industry",
    areaId,
    address: String(values.address ?? ""),
    phone: String(values.phone ?? ""),
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

interface FoundCertificate {
  id: string;
  key: string;
  newCertificate: RecognitionDecision["newCertificate"];
  verifies: RecognitionDecision["verifies"];
  changes: string[];
  joins: boolean;
}

function certificateOf(
  { values, newId }: RecognitionRow,
  enterpriseId: string,
  productId: string,
  world: Recognition,
  drafts: Drafts,
): FoundCertificate | Refused {
  const facts = factsOf(values, world);
  if (facts instanceof Refused) return facts;
  const number = String(values.number ?? world.decision.number);
  if (number.length > longestNumber) return refused("number", "certification:number.tooLong", number);
  const key = numberKey(number);
  const known = world.certificates.find(
    (one) => one.enterpriseId === enterpriseId && one.numberKey === key && !deadStatuses.includes(one.status),
  );
  if (known) return knownCertificate(known, facts, key, productId);
  const drafted = drafts.certificates.get(`${enterpriseId} ${key}`);
  if (drafted && differing(drafted, facts).length > 0) return refused("level", "certification:recognition.numberTwice");
  const certificate = drafted ?? { id: newId, ...facts };
  drafts.certificates.set(`${enterpriseId} ${key}`, certificate);
  return { id: certificate.id, key, newCertificate: { ...facts, number }, verifies: null, changes: [], joins: true };
}

function knownCertificate(
  known: KnownCertificate,
  facts: CertificateFacts,
  key: string,
  productId: string,
): FoundCertificate | Refused {
  const changes = differing(known, facts);
  const joins = !known.products.includes(productId);
  const base = { id: known.id, key, newCertificate: null, joins };
  if (openStatuses.includes(known.status))
    return { ...base, verifies: { before: known, after: facts }, changes: [...changes, "status"] };
  if (known.status === "revoked") return refused("number", "certification:recognition.revoked");
  // What was verified is changed by a proposal that another officer decides, never by a file.
  const [first] = changes;
  if (first !== undefined) return refused(first, "certification:recognition.differs");
  return { ...base, verifies: null, changes: [] };
}

const factNames = ["level", "issuedOn", "validFrom", "validTo"] as const;

const differing = (before: CertificateFacts, after: CertificateFacts): string[] =>
  factNames.filter((name) => before[name] !== after[name]);

function factsOf(values: ReadRow["values"], { scheme, decision, today }: Recognition): CertificateFacts | Refused {
  const typed = values.level === undefined ? null : String(values.level);
  const level = typed === null ? null : writtenLevel(typed, scheme.levels);
  if (typed !== null && level === null) return refused("level", "certification:level.levelUnknown", typed);
  const issuedOn = String(values.issuedOn ?? decision.day);
  const validTo = validToOf(values.validTo === undefined ? undefined : String(values.validTo), issuedOn, scheme);
  const facts = { level, issuedOn, validFrom: issuedOn, validTo };
  const errors = checkCertificate(facts, scheme, today).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return facts;
  return new Refused(
    errors.map(({ field, code }) => ({ field, code: `certification:${field}.${code.replace("certificate.", "")}` })),
  );
}
