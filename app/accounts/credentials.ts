import { z } from "zod";
import { versionField } from "~/platform/http/fields";
import { contactField } from "./contact";
import { emailSchema } from "./email";
import { noticeDeliveries } from "./notice-delivery";
import { passwordLength } from "./password";

// What makes a password good is decided with the person's name and e-mail at hand; this only keeps the field in bounds.
const passwordSchema = z
  .string({ error: "accounts:password.required" })
  .max(1_000, { error: "accounts:password.long" });

// Too short is said together with what is wrong elsewhere in the form.
const chosenPasswordSchema = passwordSchema.refine((password) => [...password].length >= passwordLength.min, {
  error: "accounts:password.short",
});

export const nameSchema = z
  .string({ error: "accounts:name.required" })
  .trim()
  .min(1, { error: "accounts:name.required" })
  .max(120, { error: "accounts:name.tooLong" });

export const signInSchema = z.object({ contact: contactField, password: passwordSchema });
export const signUpSchema = z.object({ name: nameSchema, contact: contactField, password: chosenPasswordSchema });
export const setUpSchema = z.object({ name: nameSchema, email: emailSchema, password: chosenPasswordSchema });
export const contactOnlySchema = z.object({ contact: contactField });
// People copy codes with spaces in them.
const codeField = z
  .string({ error: "accounts:code.required" })
  .max(50, { error: "accounts:code.wrong" })
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""));

export const activationSchema = z.object({
  activation: z.string({ error: "accounts:activation.required" }).max(50, { error: "accounts:activation.wrong" }),
  password: chosenPasswordSchema,
});
export const codeSchema = z.object({ code: codeField });
export const resetByCodeSchema = z.object({ code: codeField, password: chosenPasswordSchema });
export const changeContactSchema = z.object({ contact: contactField, passwordPresent: passwordSchema });
export const newPasswordSchema = z.object({ password: passwordSchema });
export const acceptInvitationSchema = z.object({ name: nameSchema, password: chosenPasswordSchema });
export const changePasswordSchema = z.object({ passwordCurrent: passwordSchema, password: passwordSchema });
export const profileSchema = z.object({
  name: nameSchema,
  language: z.enum(["vi", "en"]),
  version: versionField,
});
export const noticeDeliverySchema = z.object({ noticeDelivery: z.enum(noticeDeliveries), version: versionField });
