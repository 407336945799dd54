import { z } from "zod";
import { dayOf, startOfDay } from "~/platform/day";
import { dayField } from "~/platform/http/fields";
import { evidenceVerdicts } from "./listing-status";

const clockTime = /^([01]?\d|2[0-3])[:.hg]([0-5]\d)$/;

/** A time of day as people write it (14:30, 8h05), given on as minutes since midnight. */
const timeField = z.string().transform((text, context) => {
  const [, hours, minutes] = clockTime.exec(text.trim()) ?? [];
  if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes);
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

/** The instant that was meant: Vietnam keeps no summer time, so minutes after midnight are exact. */
export const observedAtOf = ({ observedOn, observedTime }: Pick<EvidenceForm, "observedOn" | "observedTime">): Date =>
  new Date(startOfDay(observedOn).getTime() + observedTime * 60_000);

/** The time that a clock in Vietnam shows, to the minute, as the form takes it. */
export function clockTimeOf(instant: Date): string {
  const minutes = Math.floor((instant.getTime() - startOfDay(dayOf(instant)).getTime()) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The form of a claim or a release carries nothing else. */
export const deskStepSchema = z.object({ action: z.enum(["claim", "release"]) });
