import { type ComputedItem, isComputedItem } from "~/enterprises/checklist";
import { placeOfItem } from "~/enterprises/checklist-place";
import { addDays, type Day } from "~/platform/day";
import { type Outlook, outlookTurns } from "./product-outlook";

/** What lies on an owner's desk, in the order in which it stands there. */
export const workSections = ["returned", "oneStep", "expiring", "missing", "waiting"] as const;
export type WorkSection = (typeof workSections)[number];

/** Something stored that waits: for its owner, for an officer, or for its last day. */
export interface WorkFact {
  kind:
    | "certificate-returned"
    | "change-returned"
    | "answer-returned"
    | "certificate-expires"
    | "certificate-unfinished"
    | "photo-missing"
    | "review-certificate"
    | "review-listing"
    | "review-change"
    | "review-checklist-answer";
  enterpriseId: string;
  id: string;
  label: string;
  /** Since when it waits, or its last day. */
  day: Day | null;
  /** How many products it holds up. */
  products: number;
}

export interface WorkProduct {
  id: string;
  enterpriseId: string;
  name: string;
  outlook: Outlook;
  isListed: boolean;
  /** The certificate that has to be finished, where there is one. */
  certificateId: string | null;
  /** The first days on which live listings no longer count. */
  lapses: readonly Day[];
}

/** A required item of the checklist that nobody has seen to. */
export interface WorkItem {
  enterpriseId: string;
  itemId: string;
  code: string;
  name: string;
}

export interface WorkLine {
  section: WorkSection;
  key: string;
  enterpriseId: string;
  label: string;
  /** What there is to do: a word of desk:work.todo, or an outlook. */
  todo: WorkFact["kind"] | Outlook | "listing-lapses" | "checklist";
  href: string;
  day: Day | null;
  weight: number;
}

export interface WorkGroup {
  section: WorkSection;
  lines: WorkLine[];
  /** How many more there are, and where the first of them is. */
  more: number;
  moreHref: string | null;
}

const sections: Record<WorkFact["kind"], WorkSection> = {
  "certificate-returned": "returned",
  "change-returned": "returned",
  "answer-returned": "returned",
  "certificate-expires": "expiring",
  "certificate-unfinished": "missing",
  "photo-missing": "missing",
  "review-certificate": "waiting",
  "review-listing": "waiting",
  "review-change": "waiting",
  "review-checklist-answer": "waiting",
};

function placeOf({ kind, enterpriseId, id }: WorkFact): string {
  const here = `/quan-ly/${enterpriseId}`;
  const places: Record<WorkFact["kind"], string> = {
    "certificate-returned": `${here}/chung-nhan/${id}`,
    "change-returned": `${here}/de-xuat/${id}`,
    "answer-returned": `${here}/danh-muc/${id}`,
    "certificate-expires": `${here}/chung-nhan/${id}/gia-han`,
    "certificate-unfinished": `${here}/chung-nhan/${id}`,
    "photo-missing": `${here}/san-pham/${id}/anh`,
    "review-certificate": `${here}/chung-nhan/${id}`,
    "review-listing": `${here}/san-pham/${id}`,
    "review-change": `${here}/de-xuat/${id}`,
    "review-checklist-answer": `${here}/danh-muc`,
  };
  return places[kind];
}

const lineOfFact = (fact: WorkFact): WorkLine => ({
  section: sections[fact.kind],
  key: `${fact.kind} ${fact.id}`,
  enterpriseId: fact.enterpriseId,
  label: fact.label,
  todo: fact.kind,
  href: placeOf(fact),
  day: fact.day,
  weight: fact.products,
});

/** Where an owner takes a product's next step; undefined when it is not theirs, or is told of as something returned. */
function stepOf({ id, enterpriseId, outlook, certificateId }: WorkProduct): string | undefined {
  if (outlookTurns[outlook] !== "owner" || outlook === "correctCertificate") return undefined;
  const here = `/quan-ly/${enterpriseId}`;
  if (outlook === "register") return `${here}/san-pham/${id}#dang-ky`;
  if (outlook === "submitCertificate" && certificateId) return `${here}/chung-nhan/${certificateId}`;
  if (certified.has(outlook)) return `${here}/san-pham/${id}/tin-dang`;
  return `${here}/chung-nhan/moi?san-pham=${id}`;
}

// With these a product's certificate is in order: a listing is all that is missing.
const certified: ReadonlySet<Outlook> = new Set(["addListing", "replaceListing", "otherMarketplace"]);
const daysBeforeLapse = 30;

function linesOfProduct(product: WorkProduct, today: Day): WorkLine[] {
  const { id, enterpriseId, name: label, outlook, isListed, lapses } = product;
  const href = stepOf(product);
  const lapse = lapses.filter((day) => day <= addDays(today, daysBeforeLapse)).toSorted()[0];
  const about = { enterpriseId, label, weight: 1 };
  return [
    ...(href === undefined
      ? []
      : [
          {
            ...about,
            section: certified.has(outlook) || isListed ? ("oneStep" as const) : ("missing" as const),
            key: `product ${id}`,
            todo: outlook,
            href,
            day: null,
          },
        ]),
    ...(lapse === undefined
      ? []
      : [
          {
            ...about,
            section: "expiring" as const,
            key: `lapse ${id}`,
            todo: "listing-lapses" as const,
            href: `/quan-ly/${enterpriseId}/san-pham/${id}`,
            day: lapse,
          },
        ]),
  ];
}

// A whole enterprise waits on an item of its checklist, so it stands before what holds up one product; what only an
// officer can see to stands behind all that its owner can do.
const weightOfItem = 1_000;
const weightOfOfficersItem = -1;

// An item that is met as soon as an officer has decided on what waits already is not missing.
const awaitedBy: ReadonlyMap<string, WorkFact["kind"]> = new Map([
  ["certificate-in-force", "review-certificate"],
  ["listing-confirmed", "review-listing"],
]);

const isAwaited = ({ enterpriseId, code }: WorkItem, facts: readonly WorkFact[]): boolean =>
  facts.some((fact) => fact.enterpriseId === enterpriseId && fact.kind === awaitedBy.get(code));

function lineOfItem({ enterpriseId, itemId, code, name }: WorkItem): WorkLine {
  const list = `/quan-ly/${enterpriseId}/danh-muc`;
  const isComputed = isComputedItem(code);
  const place = isComputed ? placeOfItem(code satisfies ComputedItem, enterpriseId) : null;
  return {
    section: "missing",
    key: `item ${enterpriseId} ${itemId}`,
    enterpriseId,
    label: name,
    todo: "checklist",
    href: place ?? list,
    day: null,
    weight: isComputed && place === null ? weightOfOfficersItem : weightOfItem,
  };
}

const latest = "9999-12-31";

/** What unlocks most first, then what is due or waits longest; what expires, by its day alone. */
function byUrgency(a: WorkLine, b: WorkLine): number {
  const days = (a.day ?? latest).localeCompare(b.day ?? latest);
  const weights = b.weight - a.weight;
  const first = a.section === "expiring" || a.section === "waiting" ? days || weights : weights || days;
  return first || a.label.localeCompare(b.label, "vi") || a.key.localeCompare(b.key);
}

/** Everything an owner can do or waits for, grouped and ordered by what unlocks most, at most so many lines to a group. */
export function ownerWork(
  given: { facts: readonly WorkFact[]; products: readonly WorkProduct[]; items: readonly WorkItem[] },
  today: Day,
  linesToGroup: number,
): WorkGroup[] {
  const lines = [
    ...given.facts.map(lineOfFact),
    ...given.products.flatMap((product) => linesOfProduct(product, today)),
    ...given.items.filter((item) => !isAwaited(item, given.facts)).map(lineOfItem),
  ];
  return workSections.flatMap((section) => {
    const own = lines.filter((line) => line.section === section).toSorted(byUrgency);
    const rest = own.slice(linesToGroup);
    const moreHref = rest[0] ? `/quan-ly/${rest[0].enterpriseId}` : null;
    return own.length > 0 ? [{ section, lines: own.slice(0, linesToGroup), more: rest.length, moreHref }] : [];
  });
}
