import { z } from "zod";
import { parseDayInput } from "../day";

// The highest number that the database's column holds.
const highestVersion = 2_147_483_647;

/** The version of the row that a form was made from; 0 where there is no row yet. */
export const versionField = z.coerce.number().int().min(0).max(highestVersion);

/** A day as it is typed, dd/mm/yyyy or ISO, given on as a calendar day. */
export const dayField = z.string().transform((text, context) => {
  const found = parseDayInput(text);
  if (found) return found;
  context.addIssue({ code: "custom", message: "platform:form.badDay" });
  return z.NEVER;
});
