import { z } from "zod";
import { dayField } from "~/platform/http/fields";
import { decisionSchemaOf } from "~/reviews/decision-form";
import { reviewDecisions } from "~/reviews/review-decision";
import { readClockTime } from "./observed-at";

/** A time of day, given on as minutes since midnight. */
const timeField = z.string().transform((typed, context) => {
  const minutes = readClockTime(typed);
  if (minutes !== undefined) return minutes;
  context.addIssue({ code: "custom", message: "listings:observedTime.format" });
  return z.NEVER;
});

/** What can be wrong with a listing, as a place for a reason. */
export const listingReviewFields = ["page"] as const;

/** What an officer saw on the marketplace's page and when; the button pressed says what it comes to. */
export const evidenceFormSchema = decisionSchemaOf(listingReviewFields, reviewDecisions.listing).extend({
  id: z.uuid(),
  rawStatus: z.string().max(300, { error: "listings:text.tooLong" }).default(""),
  observedOn: dayField,
  observedTime: timeField,
  /** The listing waits in no queue, so one stays with it. */
  stay: z.literal("1").optional(),
});
