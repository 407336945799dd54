/** The lists of re-checks, as they stand in an address: waiting; judged; judged alike; judged otherwise. */
export const recheckViews = ["cho-kiem", "da-kiem", "trung-y", "khac-y"] as const;
export type RecheckView = (typeof recheckViews)[number];

export const recheckHref = (view: RecheckView): string => `/tham-dinh/kiem-tra-lai?xem=${view}`;

/** The view that an address asks for: for officers first what waits for them, for leadership first where two differ. */
export const readRecheckView = (asked: string | null, isOfficer: boolean): RecheckView =>
  recheckViews.find((view) => view === asked) ?? (isOfficer ? "cho-kiem" : "khac-y");
