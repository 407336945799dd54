import type { HTMLAttributes } from "react";
import { controlAttributes, FieldFrame, type FieldProps } from "./field";

export type FieldWidth = "short" | "medium" | "full";

type Typed = FieldProps & {
  defaultValue?: string | number | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  minLength?: number | undefined;
  readOnly?: boolean | undefined;
  spellCheck?: boolean | undefined;
};

export type TextFieldProps = Typed & {
  type?: "text" | "email" | "password" | "tel" | "url" | "search" | undefined;
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  width?: FieldWidth | undefined;
  pattern?: string | undefined;
  suffix?: string | undefined;
  /** Where a script may fetch suggestions for what is typed; without a script the field works alone. */
  suggestFrom?: string | undefined;
};

export function TextField(props: TextFieldProps) {
  const { width = "full", suffix, type = "text" } = props;
  const input = (
    <input
      {...controlAttributes(props)}
      className={inputClass(width, type === "tel" || props.inputMode === "numeric")}
      type={type}
      defaultValue={props.defaultValue}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      minLength={props.minLength}
      pattern={props.pattern}
      readOnly={props.readOnly}
      spellCheck={props.spellCheck}
      data-suggest-from={props.suggestFrom}
    />
  );
  return (
    <FieldFrame field={props}>
      {suffix === undefined ? (
        input
      ) : (
        <div className="ui-control">
          {input}
          <span className="ui-suffix">{suffix}</span>
        </div>
      )}
    </FieldFrame>
  );
}

/** A calendar day as people write it here, dd/mm/yyyy: native pickers follow the browser's language instead. */
export function DayField(props: Omit<TextFieldProps, "type" | "inputMode" | "width" | "suffix">) {
  return <TextField autoComplete="off" maxLength={10} {...props} inputMode="numeric" width="short" />;
}

/** An amount in whole đồng; grouping dots may be typed. */
export function MoneyField({ suffix = "đ", ...props }: Omit<TextFieldProps, "type" | "inputMode">) {
  return <TextField autoComplete="off" width="medium" {...props} suffix={suffix} inputMode="numeric" />;
}

export type TextAreaProps = Typed & { rows?: number | undefined };

export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame field={props}>
      <textarea
        {...controlAttributes(props)}
        className={inputClass("full", false)}
        rows={props.rows ?? 5}
        defaultValue={props.defaultValue}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        minLength={props.minLength}
        readOnly={props.readOnly}
        spellCheck={props.spellCheck}
      />
    </FieldFrame>
  );
}

export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

function inputClass(width: FieldWidth, numeric: boolean): string {
  return `ui-input${width === "full" ? "" : ` ui-input-${width}`}${numeric ? " ui-num" : ""}`;
}
