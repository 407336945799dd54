import type { ReactNode } from "react";
import { HintAndErrors, wireField } from "./field";

export type FormProps = {
  children: ReactNode;
  action?: string | undefined;
  method?: "get" | "post" | undefined;
  /** Sends files as well. */
  upload?: boolean | undefined;
  id?: string | undefined;
  wide?: boolean | undefined;
  label?: string | undefined;
  data?: DataAttributes | undefined;
};

/** What a page's script reads off an element. */
export type DataAttributes = Readonly<Record<`data-${string}`, string | undefined>>;

/** Native validation is off: its bubbles speak the browser's language and hide all errors but one. */
export function Form({ children, action, method = "post", upload, id, wide, label, data }: FormProps) {
  return (
    <form
      className={wide ? "ui-form ui-form-wide" : "ui-form"}
      action={action}
      method={method}
      encType={upload ? "multipart/form-data" : undefined}
      id={id}
      aria-label={label}
      noValidate
      {...data}
    >
      {children}
    </form>
  );
}

export type FieldsetProps = {
  legend: ReactNode;
  children: ReactNode;
  id?: string | undefined;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
};

/** A titled group of fields; with an id it can show errors that belong to the group as a whole. */
export function Fieldset({ legend, children, id = "group", hint, errors }: FieldsetProps) {
  const field = { id, name: id, hint, errors };
  const { describedBy, invalid } = wireField(field);
  return (
    <fieldset id={id} className={invalid ? "ui-field ui-field-bad" : "ui-field"} aria-describedby={describedBy}>
      <legend className="ui-legend ui-legend-large">{legend}</legend>
      <HintAndErrors field={field} />
      <div className="ui-fieldset-body">{children}</div>
    </fieldset>
  );
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className="ui-actions">{children}</div>;
}

export type ErrorSummaryProps = { title: string; errors: readonly { href: string; text: string }[]; id?: string };

// A page that comes back with errors should start reading here, also without any script.
const startHere = { autoFocus: true } as const;

/** Nothing when there is no error. */
export function ErrorSummary({ title, errors, id = "error-summary" }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="ui-summary" role="alert" tabIndex={-1} aria-labelledby={`${id}-title`} id={id} {...startHere}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.href} ${error.text}`}>
            <a href={error.href}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
