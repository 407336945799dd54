import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type TagTone = "neutral" | "info" | "success" | "warning" | "danger" | "accent";

export type TagProps = { tone?: TagTone | undefined; icon?: IconName | undefined; children: ReactNode };

export function Tag({ tone = "neutral", icon, children }: TagProps) {
  return (
    <span className={`ui-tag ui-tone-${tone}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
