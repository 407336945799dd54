import { type FieldMetadata, type FormMetadata, type SubmissionResult, useForm } from "@conform-to/react";

/** The state of a page's form: what was typed (or the defaults), and the errors of the last attempt. */
export function usePageForm<Values extends Record<string, unknown>>(
  id: string,
  lastResult: SubmissionResult<string[]> | null | undefined,
  defaultValue?: { [K in keyof Values]?: unknown },
) {
  return useForm<Values, Values, string[]>({
    id,
    lastResult: lastResult ?? null,
    ...(defaultValue ? { defaultValue: defaultValue as never } : {}),
  });
}

/** What a field of ui/ needs to know of a form's field. */
export function fieldProps(field: FieldMetadata<unknown, Record<string, unknown>, string[]>) {
  const value = field.initialValue;
  return {
    id: field.id,
    name: field.name,
    defaultValue: typeof value === "string" ? value : undefined,
    defaultValues: Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : value === undefined ? [] : [String(value)],
    errors: field.errors,
  };
}

/** The errors of a form for its error summary: those of fields with a link to the field, those of the form without. */
export function formErrors(
  form: FormMetadata<Record<string, unknown>, string[]>,
): { text: string; href?: string | undefined }[] {
  return Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((text) => (name ? { text, href: `#${form.id}-${name}` } : { text })),
  );
}
