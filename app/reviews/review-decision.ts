import type { ReviewSubject } from "./review";

/** What a review of each kind may end in; the first of each confirms what is claimed. */
export const reviewDecisions = {
  certificate: ["verify", "return", "refuse"],
  listing: ["confirm-live", "not-live"],
  change: ["apply", "return", "refuse"],
  revocation: ["confirm", "reject"],
  "checklist-answer": ["accept", "return", "waive"],
} as const satisfies Record<ReviewSubject, readonly string[]>;

export type ReviewDecision = (typeof reviewDecisions)[ReviewSubject][number];

/** Every decision once. */
export const everyDecision: readonly ReviewDecision[] = [...new Set(Object.values(reviewDecisions).flat())];

export const isDecision = (word: unknown): word is ReviewDecision => everyDecision.some((one) => one === word);

const sendingBack: readonly string[] = ["return", "refuse", "reject", "not-live"] satisfies ReviewDecision[];

/** Whether a decision sends something back or turns it down, so that it must say why by a reason of the catalogue. */
export const needsReason = (decision: string): boolean => sendingBack.includes(decision);

/** Whether a decision confirms what was claimed, as it was claimed. */
export const isConfirmation = (kind: ReviewSubject, decision: string): boolean => reviewDecisions[kind][0] === decision;

/** The kinds whose decisions another officer re-checks by chance. A revocation is decided by two officers anyway. */
export const isRechecked = (kind: ReviewSubject): boolean => kind !== "revocation";
