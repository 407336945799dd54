import { z } from "zod";
import { dayField } from "~/platform/http/fields";
import { maturityLevels, schemeVersionCodes } from "./assessment";

const levelWords = maturityLevels.map(String);

export const assessmentFormSchema = z.object({
  id: z.uuid(),
  schemeVersion: z.enum(schemeVersionCodes, { error: "maturity:schemeVersion.required" }),
  level: z.enum(levelWords, { error: "maturity:levelField.required" }).transform(Number),
  assessedOn: dayField,
  source: z.string().max(300, { error: "maturity:source.tooLong" }),
});

export type AssessmentForm = z.output<typeof assessmentFormSchema>;
