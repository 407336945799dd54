import type { TypedResponse } from "@remix-run/node";
import { json } from "@remix-run/node";
import type { z } from "zod";
import { type FormReply, parseForm, refusedForm, type Submitted } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import { refusalStatus } from "~/platform/http/refusal";
import type { Language } from "~/platform/i18n";

/** Reads a form of text fields; files that come with it are thrown away. */
export async function readFields(request: Request): Promise<FormData> {
  const { form, dispose } = await readForm(request, { maxFiles: 0 });
  await dispose();
  return form;
}

export async function parseFields<S extends z.ZodType>(
  request: Request,
  schema: S,
  language: Language,
): Promise<Submitted<z.output<S>>> {
  return parseForm(await readFields(request), schema, language);
}

/** Answers a refusal at the field it speaks of, also at a password field, which has no value to show again. */
export function refusedAccountForm(
  submitted: Submitted<unknown>,
  language: Language,
  code: string,
): TypedResponse<FormReply> {
  const field = code.split(".")[0] ?? "";
  if (!field.startsWith("password")) return refusedForm(submitted, { language, namespace: "accounts", code });
  return json<FormReply>({ form: submitted.state({ [field]: [`accounts:${code}`] }) }, refusalStatus(code));
}
