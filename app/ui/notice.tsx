import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const noticeIcons: Record<NoticeTone, IconName> = {
  info: "info",
  success: "check",
  warning: "warning",
  danger: "warning",
};

export type NoticeProps = {
  tone?: NoticeTone | undefined;
  title?: ReactNode;
  children?: ReactNode;
  /** Announced at once: for the answer to what the person just did. */
  live?: boolean | undefined;
};

export function Notice({ tone = "info", title, children, live }: NoticeProps) {
  return (
    <div className={`ui-notice ui-tone-${tone}`} role={live ? "status" : undefined}>
      <Icon name={noticeIcons[tone]} />
      <div>
        {title && <p className="ui-notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

export function DemoBanner({ children, label }: { children: ReactNode; label: string }) {
  return (
    <aside className="ui-demo" aria-label={label}>
      <div className="ui-wrap">{children}</div>
    </aside>
  );
}

export type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: IconName | undefined;
  headingLevel?: 2 | 3 | undefined;
};

export function EmptyState({ title, children, actions, icon = "leaf", headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 3 ? "h3" : "h2";
  return (
    <div className="ui-empty">
      <Icon name={icon} />
      <Heading className="ui-card-title">{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="ui-actions">{actions}</div>}
    </div>
  );
}
