import { parseWithZod } from "@conform-to/zod/v4";
import { json, type TypedResponse } from "@remix-run/node";
import type { z } from "zod";
import { type Language, translateCode } from "../i18n";
import type { FormState } from "./page-form";
import { refusalStatus } from "./refusal";

/** What a page's action answers when the form needs another go. */
export interface FormReply {
  form: FormState;
}

type Errors = Record<string, string[]>;

export interface Submitted<T> {
  /** The values, or undefined when the schema refused them. */
  value: T | undefined;
  /** The form's state for the page, with further errors (catalogue keys or words) added to the schema's. */
  state(further?: Errors): FormState;
}

interface Issue {
  code?: string;
  input?: unknown;
  maximum?: unknown;
  minimum?: unknown;
  path?: PropertyKey[];
}

/** A zod issue that its schema gave no words of its own: a message for the commonest, "not valid" for the rest. */
function issueCode(issue: Issue): string {
  if (issue.input === undefined || issue.input === "") return "platform:form.required";
  if (issue.code === "too_big") return "platform:form.tooBig";
  if (issue.code === "too_small") return "platform:form.tooSmall";
  return "platform:form.notValid";
}

const writtenHere = /^[a-z]\w*(?:\.[a-z]\w*){0,2}$/i;

/** Whether a field's name is one that pages write: what else comes is nobody's field and is passed over. */
const isFieldName = (name: string): boolean =>
  writtenHere.test(name) && !name.split(".").some((part) => part in Object.prototype);

/**
 * The form without what pages never write. The parser would read names such as `x[4294967294]` as a list of that length,
 * and `__intent__` as an order to itself.
 */
function ownFields(form: FormData): FormData {
  const own = new FormData();
  for (const [name, value] of form.entries()) if (isFieldName(name)) own.append(name, value);
  return own;
}

/** Everything typed, by field name. A password is typed again, never sent back in a page. */
export function typedValues(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of ownFields(form).entries()) {
    if (typeof value === "string" && !name.startsWith("password")) values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** Says that a field was left empty, by what it is called. */
export const requiredField = (language: Language, label: string): string =>
  translateCode(language, "platform:form.requiredField", { field: translateCode(language, label) });

/** What a field is called: its name in the part of a catalogue that the schema's description points at. */
function labelOf(schema: z.ZodType, [name]: PropertyKey[], language: Language): string | undefined {
  const label = `${schema.description}.${String(name)}`;
  return schema.description && translateCode(language, label) !== label ? label : undefined;
}

/**
 * Parses a form by its schema. Schemas name their messages as catalogue keys, such as "products:name.tooLong". Where a
 * schema's description points at the labels of its fields, `.describe("products:fact")`, a field left empty is named.
 */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S, language: Language): Submitted<z.output<S>> {
  const submission = parseWithZod(ownFields(form), {
    schema,
    error: (issue) => {
      const { maximum, minimum, path } = issue as Issue;
      const code = issueCode(issue as Issue);
      const label = code === "platform:form.required" ? labelOf(schema, path ?? [], language) : undefined;
      return label ? requiredField(language, label) : translateCode(language, code, { maximum, minimum });
    },
  });
  const refused: Errors = {};
  const { error } = submission.reply();
  for (const [name, messages] of Object.entries(error ?? {})) if (messages) refused[name] = messages;
  return {
    value: submission.status === "success" ? submission.value : undefined,
    state: (further = {}) => {
      const errors: Errors = {};
      for (const [name, messages] of [...Object.entries(refused), ...Object.entries(further)]) {
        errors[name] = [...(errors[name] ?? []), ...messages.map((message) => translateCode(language, message))];
      }
      return { values: typedValues(form), errors };
    },
  };
}

/** Answers a form that the schema (or a check beside it) refused. */
export const badForm = (submitted: Submitted<unknown>, further?: Errors): TypedResponse<FormReply> =>
  json<FormReply>({ form: submitted.state(further) }, 400);

/**
 * Answers a use case's refusal on its form. A code such as "taxCode.taken" is shown at the field it begins with, when
 * the form has one; any other stands above the form. The words are `<namespace>:<code>` in the catalogue, or else
 * `platform:refusal.<code>`.
 */
export function refusedForm(
  submitted: Submitted<unknown>,
  refusal: { language: Language; namespace: string; code: string },
): TypedResponse<FormReply> {
  const own = `${refusal.namespace}:${refusal.code}`;
  const isOwn = translateCode(refusal.language, own) !== own;
  const field = refusal.code.split(".")[0] ?? "";
  const name = field in submitted.state().values ? field : "";
  return json<FormReply>(
    { form: submitted.state({ [name]: [isOwn ? own : `platform:refusal.${refusal.code}`] }) },
    refusalStatus(refusal.code),
  );
}
