import type { ReactNode } from "react";

/** What every field of a form takes. Ids default to the name, so that an error summary can link to `#name`. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  required?: boolean | undefined;
  /** Shown after the label of a field that may stay empty. */
  optionalLabel?: string | undefined;
  disabled?: boolean | undefined;
};

export type FieldWiring = {
  id: string;
  hintId: string;
  errorId: string;
  invalid: boolean;
  /** Ready for `aria-describedby`: hint first, then errors. */
  describedBy: string | undefined;
};

export function wireField(field: Pick<FieldProps, "id" | "name" | "hint" | "errors">): FieldWiring {
  const id = field.id ?? field.name;
  const invalid = field.errors !== undefined && field.errors.length > 0;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [isShown(field.hint) ? hintId : "", invalid ? errorId : ""].filter(Boolean).join(" ");
  return { id, hintId, errorId, invalid, describedBy: describedBy || undefined };
}

/** The attributes that an input, select or textarea shares with all others. */
export function controlAttributes(field: FieldProps) {
  const { id, invalid, describedBy } = wireField(field);
  return {
    id,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
  };
}

export function HintAndErrors({ field }: { field: Pick<FieldProps, "id" | "name" | "hint" | "errors"> }) {
  const { hintId, errorId, invalid } = wireField(field);
  return (
    <>
      {isShown(field.hint) && (
        <div className="ui-hint" id={hintId}>
          {field.hint}
        </div>
      )}
      {invalid && (
        <div className="ui-error" id={errorId}>
          {field.errors?.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
      )}
    </>
  );
}

export function LabelText({ label, optionalLabel }: Pick<FieldProps, "label" | "optionalLabel">) {
  return (
    <>
      {label}
      {optionalLabel && <span className="ui-optional"> ({optionalLabel})</span>}
    </>
  );
}

/** Label, hint and errors above one control. */
export function FieldFrame({ field, children }: { field: FieldProps; children: ReactNode }) {
  const { id, invalid } = wireField(field);
  return (
    <div className={invalid ? "ui-field ui-field-bad" : "ui-field"}>
      <label className="ui-label" htmlFor={id}>
        <LabelText label={field.label} optionalLabel={field.optionalLabel} />
      </label>
      <HintAndErrors field={field} />
      {children}
    </div>
  );
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}
