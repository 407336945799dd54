import type { ReactNode } from "react";
import { controlAttributes, FieldFrame, type FieldProps } from "./field";
import type { DataAttributes } from "./form";

export type FileFieldProps = FieldProps & {
  /** As in HTML, such as "application/pdf,image/jpeg". */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** What is already stored, shown above the control. */
  current?: ReactNode;
  data?: DataAttributes | undefined;
  /** Stands below the control. */
  children?: ReactNode;
};

export function FileField(props: FileFieldProps) {
  return (
    <FieldFrame field={props}>
      {props.current}
      <input
        {...controlAttributes(props)}
        className="ui-input"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...props.data}
      />
      {props.children}
    </FieldFrame>
  );
}
