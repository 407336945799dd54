import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { json } from "@remix-run/node";
import type { z } from "zod";
import { type Language, translateCode } from "../i18n";
import { refusalStatus } from "./refusal";

/** What a page's action answers when the form needs another go: every value typed, and the errors in the reader's language. */
export interface FormReply {
  form: SubmissionResult<string[]>;
}

export interface Submitted<T> {
  /** The values, or undefined when the schema refused them. */
  value: T | undefined;
  reply(errors?: { form?: string[]; fields?: Record<string, string[]> }): SubmissionResult<string[]>;
}

interface Issue {
  code?: string;
  input?: unknown;
  maximum?: unknown;
  minimum?: unknown;
}

/** A zod issue that its schema gave no words of its own: a message for the commonest, "not valid" for the rest. */
function issueCode(issue: Issue): string {
  if (issue.input === undefined || issue.input === "") return "platform:form.required";
  if (issue.code === "too_big") return "platform:form.tooBig";
  if (issue.code === "too_small") return "platform:form.tooSmall";
  return "platform:form.notValid";
}

/** Parses a form by its schema. Schemas name their messages as catalogue keys, such as "products:name.required". */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S, language: Language): Submitted<z.output<S>> {
  const submission = parseWithZod(form, {
    schema,
    error: (issue) =>
      translateCode(language, issueCode(issue as Issue), {
        maximum: (issue as Issue).maximum,
        minimum: (issue as Issue).minimum,
      }),
  });
  return {
    value: submission.status === "success" ? (submission.value as z.output<S>) : undefined,
    reply: (errors) => {
      const result = submission.reply() as SubmissionResult<string[]>;
      const words: Record<string, string[]> = {};
      for (const [name, messages] of Object.entries(result.error ?? {})) {
        if (messages) words[name] = messages.map((message) => translateCode(language, message));
      }
      for (const [name, messages] of Object.entries(errors?.fields ?? {})) {
        words[name] = [...(words[name] ?? []), ...messages];
      }
      if (errors?.form) words[""] = [...(words[""] ?? []), ...errors.form];
      return { ...result, status: "error", initialValue: withoutPasswords(submission.payload), error: words };
    },
  };
}

/** A password is typed again, never sent back in a page. */
function withoutPasswords(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("password")));
}

/** Fills a form again with what was typed before, without judging it. */
export function refillForm(form: FormData, note: string): SubmissionResult<string[]> {
  const initialValue: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    initialValue[name] = values.length > 1 ? values : values[0];
  }
  return { status: "error", initialValue, error: { "": [note] } };
}

export const badRequest = (form: SubmissionResult<string[]>): ReturnType<typeof json<FormReply>> =>
  json<FormReply>({ form }, 400);

/**
 * Answers a use case's refusal on its form. A code such as "taxCode.taken" is shown at the field it begins with; other
 * codes stand above the form. The words are `<namespace>:<code>` in the catalogue, or `platform:refusal.<code>`.
 */
export function replyToRefusal(
  submitted: Submitted<unknown>,
  { language, namespace, code, fields }: { language: Language; namespace: string; code: string; fields: readonly string[] },
): ReturnType<typeof json<FormReply>> {
  const own = translateCode(language, `${namespace}:${code}`);
  const words = own === `${namespace}:${code}` ? translateCode(language, `platform:refusal.${code}`) : own;
  const field = code.split(".")[0] ?? "";
  const form = submitted.reply(fields.includes(field) ? { fields: { [field]: [words] } } : { form: [words] });
  return json<FormReply>({ form }, refusalStatus(code));
}
