import { accept, type Result, refuse } from "~/platform/result";

/** How one knows that an item is seen to: from the portal's data, on the owner's word, or by an officer's examination. */
export const checklistKinds = ["computed", "attested", "verified"] as const;
export type ChecklistKind = (typeof checklistKinds)[number];

export const answerStatuses = ["attested", "withdrawn", "submitted", "accepted", "returned", "waived"] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** The parts of an answer to which an officer can give a reason. */
export const answerReviewFields = ["answer", "paper"] as const;

export const answerActions = ["attest", "submit", "withdraw", "accept", "return", "waive"] as const;
export type AnswerAction = (typeof answerActions)[number];

export const answerRoles = ["owner", "officer"] as const;
export type AnswerRole = (typeof answerRoles)[number];

type Steps = Readonly<Partial<Record<AnswerAction, { next: AnswerStatus; by: AnswerRole }>>>;

const attest: Steps = { attest: { next: "attested", by: "owner" } };
const submit: Steps = { submit: { next: "submitted", by: "owner" } };
const withdraw: Steps = { withdraw: { next: "withdrawn", by: "owner" } };
const closed: Steps = {};

/** Every step an answer can take, by the kind of its item; "none" is where there is no answer yet. What a kind does not know is closed. */
export const answerWorkflow: Readonly<Record<ChecklistKind, Readonly<Record<AnswerStatus | "none", Steps>>>> = {
  computed: {
    none: closed,
    attested: closed,
    withdrawn: closed,
    submitted: closed,
    accepted: closed,
    returned: closed,
    waived: closed,
  },
  attested: {
    none: attest,
    attested: withdraw,
    withdrawn: attest,
    submitted: closed,
    accepted: closed,
    returned: closed,
    waived: closed,
  },
  verified: {
    none: submit,
    attested: closed,
    withdrawn: submit,
    submitted: {
      ...withdraw,
      accept: { next: "accepted", by: "officer" },
      return: { next: "returned", by: "officer" },
      waive: { next: "waived", by: "officer" },
    },
    accepted: closed,
    returned: submit,
    waived: closed,
  },
};

/** The status an action leads to; refused where the item's kind, the status or the role does not allow it. */
export function nextAnswerStatus(
  { kind, status, by }: { kind: ChecklistKind; status: AnswerStatus | null; by: AnswerRole },
  action: AnswerAction,
): Result<AnswerStatus, "notAllowed"> {
  const step = answerWorkflow[kind][status ?? "none"][action];
  return step?.by === by ? accept(step.next) : refuse("notAllowed");
}

/** The items that the portal sees for itself. */
export const computedItems = [
  "contact-confirmed",
  "size-declared",
  "product-presented",
  "certificate-in-force",
  "listing-confirmed",
  "assessed",
] as const;
export type ComputedItem = (typeof computedItems)[number];

export const isComputedItem = (code: string): code is ComputedItem => computedItems.some((known) => known === code);

/** What the computed items look at, on one day; the numbers count what is in order. */
export interface ChecklistFacts {
  confirmedContacts: number;
  /** The latest year for which figures were declared. */
  declaredYear: number | null;
  presentedProducts: number;
  certificatesInForce: number;
  liveListings: number;
  monthsSinceAssessment: number | null;
}

/** Whether a computed item is seen to; a year's figures are those of last year, which end with it. */
export function isComputedMet(item: ComputedItem, facts: ChecklistFacts, year: number): boolean {
  const rules: Record<ComputedItem, boolean> = {
    "contact-confirmed": facts.confirmedContacts > 0,
    "size-declared": facts.declaredYear !== null && facts.declaredYear >= year - 1,
    "product-presented": facts.presentedProducts > 0,
    "certificate-in-force": facts.certificatesInForce > 0,
    "listing-confirmed": facts.liveListings > 0,
    assessed: facts.monthsSinceAssessment !== null && facts.monthsSinceAssessment < 12,
  };
  return rules[item];
}

/** Whether an answer sees to its item: the owner's word where that is enough, else an officer's. */
export const isAnswerMet = (kind: ChecklistKind, status: AnswerStatus | null): boolean =>
  kind === "attested" ? status === "attested" : status === "accepted" || status === "waived";
