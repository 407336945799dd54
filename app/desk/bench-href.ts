import { decidedHref, noScheme } from "~/reviews/decided-address";
import { queueHref } from "~/reviews/queue-address";
import type { DecidedFigures, OfficerFigures, ReasonFigures, WaitingFigures } from "./bench-queries.server";

/** For each number on the page of figures, the list of exactly what it counts. */
export const benchHref = {
  waiting: queueHref({}),
  overdue: queueHref({ han: "qua-han" }),
  /** What the median age is the median of, the oldest first. */
  age: ({ kind }: Pick<WaitingFigures, "kind">) => queueHref({ loai: kind, xep: "cho-lau" }),
  decided: ({ kind, schemeId }: Pick<DecidedFigures, "kind" | "schemeId">) =>
    decidedHref({ trong: "90-ngay", loai: kind, chungNhan: schemeId ?? noScheme }),
  inTime: ({ kind, schemeId }: Pick<DecidedFigures, "kind" | "schemeId">) =>
    decidedHref({ trong: "90-ngay", loai: kind, chungNhan: schemeId ?? noScheme, dungHan: "1" }),
  reason: ({ id }: Pick<ReasonFigures, "id">) => decidedHref({ trong: "12-thang", lyDo: id }),
  holds: ({ id }: Pick<OfficerFigures, "id">) => queueHref({ canBo: id }),
  decidedBy: ({ id }: Pick<OfficerFigures, "id">) => decidedHref({ trong: "30-ngay", canBo: id }),
};
