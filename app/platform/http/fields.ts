import { z } from "zod";
import { parseDayInput } from "../day";

/** A day as it is typed, dd/mm/yyyy or ISO, given on as a calendar day. */
export const dayField = z.string().transform((text, context) => {
  const found = parseDayInput(text);
  if (found) return found;
  context.addIssue({ code: "custom", message: "platform:form.badDay" });
  return z.NEVER;
});
