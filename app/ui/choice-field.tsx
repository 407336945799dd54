import type { ReactNode } from "react";
import { controlAttributes, FieldFrame, type FieldProps, HintAndErrors, LabelText, wireField } from "./field";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

export type SelectFieldProps = FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  /** Text of a first option with an empty value. */
  emptyOption?: string | undefined;
  defaultValue?: string | undefined;
  width?: "short" | "medium" | "full" | undefined;
  autoComplete?: string | undefined;
};

export function SelectField(props: SelectFieldProps) {
  const { width = "full" } = props;
  return (
    <FieldFrame field={props}>
      <select
        {...controlAttributes(props)}
        className={width === "full" ? "ui-input" : `ui-input ui-input-${width}`}
        defaultValue={props.defaultValue}
        autoComplete={props.autoComplete}
      >
        {props.emptyOption !== undefined && <option value="">{props.emptyOption}</option>}
        {props.options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(selectOption)}
            </optgroup>
          ) : (
            selectOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

type ChoiceGroupProps = FieldProps & {
  choices: readonly Choice[];
  inline?: boolean | undefined;
  legendSize?: "normal" | "large" | undefined;
};

export type RadioGroupProps = ChoiceGroupProps & { defaultValue?: string | undefined };
export type CheckboxGroupProps = ChoiceGroupProps & { defaultValues?: readonly string[] | undefined };

/** The first choice carries the field's id, so that an error summary's link lands on something operable. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <ChoiceGroup group={props} type="radio" chosen={props.defaultValue === undefined ? [] : [props.defaultValue]} />
  );
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  return <ChoiceGroup group={props} type="checkbox" chosen={props.defaultValues ?? []} />;
}

function ChoiceGroup(props: { group: ChoiceGroupProps; type: "radio" | "checkbox"; chosen: readonly string[] }) {
  const { group, type, chosen } = props;
  const { id, invalid, describedBy } = wireField(group);
  const radio = type === "radio";
  // Only a radiogroup may say itself that it is invalid or required; of checkboxes each says so alone.
  const naming = radio
    ? { role: "radiogroup", "aria-invalid": invalid || undefined, "aria-required": group.required }
    : {};
  return (
    <fieldset
      className={invalid ? "ui-field ui-field-bad" : "ui-field"}
      aria-describedby={describedBy}
      disabled={group.disabled}
      {...naming}
    >
      <legend className={group.legendSize === "large" ? "ui-legend ui-legend-large" : "ui-legend"}>
        <LabelText label={group.label} optionalLabel={group.optionalLabel} />
      </legend>
      <HintAndErrors field={group} />
      <div className={group.inline ? "ui-choices ui-choices-row" : "ui-choices"}>
        {group.choices.map((choice, index) => {
          const choiceId = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div className="ui-choice" key={choice.value}>
              <input
                id={choiceId}
                type={type}
                name={group.name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                disabled={choice.disabled}
                required={radio ? group.required : undefined}
                aria-invalid={radio ? undefined : invalid || undefined}
                aria-describedby={choice.hint ? `${choiceId}-about` : undefined}
              />
              <label htmlFor={choiceId}>{choice.label}</label>
              {choice.hint && (
                <div className="ui-hint" id={`${choiceId}-about`}>
                  {choice.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

export type CheckboxProps = FieldProps & { value?: string | undefined; defaultChecked?: boolean | undefined };

export function Checkbox(props: CheckboxProps) {
  const { id, invalid } = wireField(props);
  return (
    <div className={invalid ? "ui-choice ui-field-bad" : "ui-choice"}>
      <input
        {...controlAttributes(props)}
        type="checkbox"
        value={props.value ?? "on"}
        defaultChecked={props.defaultChecked}
      />
      <label htmlFor={id}>
        <LabelText label={props.label} optionalLabel={props.optionalLabel} />
      </label>
      <HintAndErrors field={props} />
    </div>
  );
}

function selectOption(option: SelectOption) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
