import { z } from "zod";

/** An address as it is stored and compared: lower case, at most 254 characters (RFC 5321, 4.5.3.1.3). */
export const emailSchema = z
  .string({ error: "accounts:email.required" })
  .trim()
  .toLowerCase()
  .max(254, { error: "accounts:email.format" })
  .pipe(z.email({ error: "accounts:email.format" }));
