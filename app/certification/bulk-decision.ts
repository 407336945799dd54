import type { Day } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";
import { type ClaimedCertificate, checkCertificate, missingForSubmission, type SchemeRule } from "./check-certificate";
import { numberKey } from "./number-key";
import type { Suspicion } from "./suspicion";

export const bulkStatuses = ["open", "running", "paused", "finished", "cancelled", "failed"] as const;
export type BulkStatus = (typeof bulkStatuses)[number];

export const bulkActions = ["start", "pause", "resume", "cancel", "finish", "fail"] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Every step of a bulk decision; `finish` and `fail` are the job's own. */
export const bulkWorkflow: Readonly<Record<BulkStatus, Readonly<Partial<Record<BulkAction, BulkStatus>>>>> = {
  open: { start: "running", cancel: "cancelled" },
  running: { pause: "paused", cancel: "cancelled", finish: "finished", fail: "failed" },
  paused: { resume: "running", cancel: "cancelled" },
  finished: {},
  cancelled: {},
  failed: {},
};

/** The status an action leads to, refused where the status does not allow it. */
export function nextBulkStatus(status: BulkStatus, action: BulkAction): Result<BulkStatus, "notAllowed"> {
  const next = bulkWorkflow[status][action];
  return next === undefined ? refuse("notAllowed") : accept(next);
}

/** Whether nothing more will become of a bulk decision. */
export const isBulkOver = (status: BulkStatus): boolean => Object.keys(bulkWorkflow[status]).length === 0;

/** What becomes of a certificate: before the start the officer can take it out, and only the chosen are decided on. */
export const itemStatuses = ["chosen", "left-out", "excluded", "verified", "skipped"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** The groups of certificates by their names in an address. */
export const bulkViews = {
  "se-lam": "chosen",
  "khong-du": "excluded",
  "bo-ra": "left-out",
  "da-lam": "verified",
  "bo-qua": "skipped",
} as const satisfies Record<string, ItemStatus>;
export type BulkView = keyof typeof bulkViews;

/** Why a certificate that matches is not decided on by the document, in the order in which they are looked for. */
export const exclusions = [
  "notFound",
  "ownEnterprise",
  "ownProposal",
  "alreadyDecided",
  "alreadyClaimed",
  "stale",
  "notAllowed",
  "missingScan",
  "missingData",
  "levelDiffers",
  "dayDiffers",
  "suspicion",
] as const;
export type Exclusion = (typeof exclusions)[number];

/** The signed document, as far as a certificate must fit it. */
export interface DecisionDocument extends SchemeRule {
  number: string;
  day: Day;
  /** The levels that it awards; none where the scheme has no levels. */
  awards: readonly string[];
}

export interface BulkCandidate extends ClaimedCertificate {
  number: string;
  hasScan: boolean;
  products: readonly { status: string }[];
  suspicions: readonly Pick<Suspicion, "kind">[];
}

/**
 * Why a certificate does not fit the document, or needs an officer's eyes of its own; null when it can be verified by the
 * document. Errs towards a single decision: a day other than the document's or any suspicion at all is enough. Only that
 * others bear the document's own number is no suspicion here: it is what such a document brings about.
 */
export function misfitOf(candidate: BulkCandidate, document: DecisionDocument, today: Day): Exclusion | null {
  const missing = missingForSubmission(candidate);
  if (missing.includes("scan")) return "missingScan";
  const isWrong = checkCertificate(candidate, document, today).some(({ severity }) => severity === "error");
  if (missing.length > 0 || isWrong) return "missingData";
  if (candidate.level !== null && !document.awards.includes(candidate.level)) return "levelDiffers";
  if (candidate.issuedOn !== document.day) return "dayDiffers";
  const bearsItsNumber = numberKey(candidate.number) === numberKey(document.number);
  const isSuspicious = candidate.suspicions.some(({ kind }) => !(kind === "sameNumber" && bearsItsNumber));
  return isSuspicious ? "suspicion" : null;
}
