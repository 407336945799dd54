/** A form between two attempts: every value as it was typed, by field name, and the errors in the reader's language. */
export interface FormState {
  values: Record<string, string[]>;
  /** By field name; those of the form as a whole under the empty name. */
  errors: Record<string, string[]>;
}

type Default = string | number | boolean | readonly string[] | null | undefined;

/**
 * What a page needs to draw its form: for each field its name, its value (what was typed last, else the default) and its
 * errors; and the list for the error summary, whose links lead to the fields.
 */
export function pageForm(state: FormState | null | undefined, defaults: Readonly<Record<string, Default>> = {}) {
  const values = (name: string): string[] => {
    if (state) return state.values[name] ?? [];
    const value = defaults[name];
    if (value === undefined || value === null || value === false) return [];
    return Array.isArray(value) ? [...value] : [String(value)];
  };
  const errors = (name: string): string[] | undefined => state?.errors[name];
  return {
    field: (name: string) => ({ name, defaultValue: values(name)[0], errors: errors(name) }),
    choices: (name: string) => ({ name, defaultValues: values(name), errors: errors(name) }),
    isChecked: (name: string, value = "on") => values(name).includes(value),
    value: (name: string) => values(name)[0],
    errors: Object.entries(state?.errors ?? {}).flatMap(([name, texts]) =>
      texts.map((text) => ({ text, href: name ? `#${name}` : "#main" })),
    ),
  };
}

export type PageForm = ReturnType<typeof pageForm>;
