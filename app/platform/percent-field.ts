import { z } from "zod";
import { readPercent } from "./percent";

/** Per cent as it is typed, given on as basis points. */
export const percentField = z.string().transform((typed, context) => {
  const basisPoints = readPercent(typed);
  if (basisPoints !== undefined) return basisPoints;
  context.addIssue({ code: "custom", message: "platform:form.badPercent" });
  return z.NEVER;
});
