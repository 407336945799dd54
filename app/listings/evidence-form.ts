import { z } from "zod";
import { dayField } from "~/platform/http/fields";
import { evidenceVerdicts } from "./listing-status";
import { readClockTime } from "./observed-at";

/** A time of day, given on as minutes since midnight. */
const timeField = z.string().transform((typed, context) => {
  const minutes = readClockTime(typed);
  if (minutes !== undefined) return minutes;
  context.addIssue({ code: "custom", message: "listings:observedTime.format" });
  return z.NEVER;
});

const text = (longest: number) => z.string().max(longest, { error: "listings:text.tooLong" }).default("");

export const evidenceFormSchema = z.object({
  id: z.uuid(),
  verdict: z.enum(evidenceVerdicts, { error: "listings:verdictField.required" }),
  rawStatus: text(300),
  note: text(2000),
  observedOn: dayField,
  observedTime: timeField,
});

export type EvidenceForm = z.output<typeof evidenceFormSchema>;

/** The form of a claim or a release carries nothing else. */
export const deskStepSchema = z.object({ action: z.enum(["claim", "release"]) });
