import type { ReactNode } from "react";

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="ui-hidden">{children}</span>;
}

export function SkipLink({ href = "#main", label }: { href?: string | undefined; label: string }) {
  return (
    <a className="ui-hidden ui-skip" href={href}>
      {label}
    </a>
  );
}
