import type { ReviewSubject } from "./review";

export const queueOrders = ["due", "age", "risk"] as const;
export type QueueOrder = (typeof queueOrders)[number];

export const dueFilters = ["overdue", "due-soon"] as const;
export type DueFilter = (typeof dueFilters)[number];

/** What an officer asks of the queue; null is no condition. */
export interface QueueFilter {
  kind: ReviewSubject | null;
  schemeId: string | null;
  areaId: string | null;
  /** A district of before July 2025, by name. */
  formerDistrict: string | null;
  /** At least this risk. */
  risk: number | null;
  due: DueFilter | null;
  /** Only what this officer holds. */
  heldBy: string | null;
  query: string;
}

export const wholeQueue: QueueFilter = {
  kind: null,
  schemeId: null,
  areaId: null,
  formerDistrict: null,
  risk: null,
  due: null,
  heldBy: null,
  query: "",
};
