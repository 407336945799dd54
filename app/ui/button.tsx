import type { ReactNode } from "react";
import type { DataAttributes } from "./form";
import { Icon, type IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

type Look = { variant?: ButtonVariant | undefined; icon?: IconName | undefined; children: ReactNode };

export type ButtonProps = Look & {
  type?: "submit" | "button" | "reset" | undefined;
  id?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formAction?: string | undefined;
  formMethod?: "get" | "post" | undefined;
  formEncType?: string | undefined;
  formNoValidate?: boolean | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  data?: DataAttributes | undefined;
};

export function Button({
  variant = "primary",
  icon,
  children,
  type = "submit",
  describedBy,
  data,
  ...rest
}: ButtonProps) {
  return (
    <button className={`ui-button ui-button-${variant}`} type={type} aria-describedby={describedBy} {...data} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type ButtonLinkProps = Look & {
  href: string;
  id?: string | undefined;
  rel?: string | undefined;
  target?: "_blank" | undefined;
  download?: boolean | string | undefined;
  describedBy?: string | undefined;
};

export function ButtonLink({ variant = "primary", icon, children, describedBy, ...rest }: ButtonLinkProps) {
  return (
    <a className={`ui-button ui-button-${variant}`} aria-describedby={describedBy} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
