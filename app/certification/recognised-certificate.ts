import type { ReadRow, RowProblem } from "~/imports/import-kind";
import { addDays, type Day } from "~/platform/day";
import type { CertificateStatus } from "./certificate";
import { checkCertificate, validToOf } from "./check-certificate";
import { numberKey } from "./number-key";
import {
  type CertificateFacts,
  type Drafts,
  type KnownCertificate,
  type Recognition,
  Refused,
  refused,
} from "./recognition-world";
import { knownLevel, writtenLevel } from "./written-level";

export interface RecognisedCertificate {
  id: string;
  key: string;
  newCertificate: NewCertificate | null;
  verifies: { before: KnownCertificate; after: CertificateFacts } | null;
  changes: string[];
  joins: boolean;
  notes: RowProblem[];
}

export interface NewCertificate extends CertificateFacts {
  number: string;
  /** The certificate that it renews. */
  supersedesId: string | null;
}

/** Of a certificate's number; a decision's number may be typed longer. */
const longestNumber = 100;
const openStatuses: readonly CertificateStatus[] = ["draft", "submitted", "returned"];
const deadStatuses: readonly CertificateStatus[] = ["refused", "withdrawn"];
/** A decision renews what ends within so many days of its first, or has ended; one that is in force longer stands beside it. */
const renewedWithin = 365;

/** The certificate of a row: a new one, which may renew that of its product, or the one of its number. */
export function certificateOf(
  { values, newId }: { values: ReadRow["values"]; newId: string },
  { enterpriseId, productId }: { enterpriseId: string; productId: string },
  world: Recognition,
  drafts: Drafts,
): RecognisedCertificate | Refused {
  const facts = factsOf(values, world);
  if (facts instanceof Refused) return facts;
  const number = String(values.number ?? world.decision.number);
  if (number.length > longestNumber) return refused("number", "certification:number.tooLong", number);
  const key = numberKey(number);
  const own = world.certificates.filter((one) => one.enterpriseId === enterpriseId);
  const ofNumber = own.filter((one) => one.numberKey === key && !deadStatuses.includes(one.status));
  const known = ofNumber.find(({ validFrom }) => validFrom === facts.validFrom) ?? ofNumber[0];
  if (known && !renews(facts, known)) return knownCertificate(known, facts, key, productId);

  const drafted = drafts.certificates.get(`${enterpriseId} ${key}`);
  if (drafted && differing(drafted, facts).length > 0) return refused("level", "certification:recognition.numberTwice");
  const renewed = drafted
    ? own.find((one) => one.id === drafted.supersedesId)
    : (known ?? renewedBy(facts, own, productId, drafts));
  const id = drafted?.id ?? newId;
  const supersedesId = renewed?.id ?? null;
  drafts.certificates.set(`${enterpriseId} ${key}`, { ...facts, id, supersedesId });
  const notes = renewed ? [renewalNote(renewed)] : [];
  const newCertificate = { ...facts, number, supersedesId };
  return { id, key, newCertificate, verifies: null, changes: [], joins: true, notes };
}

/** Whether a certificate follows another in time and can be its renewal. */
const renews = ({ validFrom }: CertificateFacts, { status, isRenewed, ...known }: KnownCertificate): boolean =>
  status === "verified" &&
  !isRenewed &&
  known.validTo !== null &&
  validFrom > known.validFrom &&
  addDays(known.validTo, -renewedWithin) <= validFrom;

/** The certificate of the product that a new one of another number renews: of several the one that ends last. */
function renewedBy(
  facts: CertificateFacts,
  own: readonly KnownCertificate[],
  productId: string,
  drafts: Drafts,
): KnownCertificate | undefined {
  const taken = new Set([...drafts.certificates.values()].map(({ supersedesId }) => supersedesId));
  return own
    .filter((one) => one.products.includes(productId) && renews(facts, one) && !taken.has(one.id))
    .toSorted((a, b) => String(b.validTo).localeCompare(String(a.validTo)))[0];
}

const spoken = (day: Day | null): string => day?.split("-").toReversed().join("/") ?? "";

const renewalNote = ({ number, validTo }: KnownCertificate): RowProblem => ({
  field: "number",
  code: "certification:recognition.renews",
  params: { number, day: spoken(validTo) },
});

function knownCertificate(
  known: KnownCertificate,
  facts: CertificateFacts,
  key: string,
  productId: string,
): RecognisedCertificate | Refused {
  const changes = differing(known, facts);
  const joins = !known.products.includes(productId);
  const base = { id: known.id, key, newCertificate: null, joins, notes: [] };
  if (openStatuses.includes(known.status))
    return { ...base, verifies: { before: known, after: facts }, changes: [...changes, "status"] };
  if (known.status === "revoked") return refused("number", "certification:recognition.revoked");
  // What was verified is changed by a proposal that another officer decides, never by a file.
  if (changes.length > 0) return new Refused(changes.map((field) => differs(field, known, facts)));
  return { ...base, verifies: null, changes: [] };
}

function differs(field: (typeof factNames)[number], known: KnownCertificate, facts: CertificateFacts): RowProblem {
  const problem = { field, code: "certification:recognition.differs" };
  if (field !== "level") return { ...problem, value: spoken(facts[field]), params: { known: spoken(known[field]) } };
  const level = knownLevel(known.level);
  if (level) return { ...problem, words: { known: `certification:level.${level}` } };
  return { ...problem, params: { known: known.level ?? "" } };
}

const factNames = ["level", "issuedOn", "validFrom", "validTo"] as const;

const differing = (before: CertificateFacts, after: CertificateFacts) =>
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
