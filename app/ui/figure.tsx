import type { ReactNode } from "react";

export type FigureProps = {
  label: ReactNode;
  /** The number as written, or the words for "no figure". */
  value: ReactNode;
  sub?: ReactNode;
  /** Opens the list of what was counted. */
  href?: string | undefined;
  /** The value is words for "no figure": drawn quietly. */
  none?: boolean | undefined;
};

/** One number with its name; use inside Figures. */
export function Figure({ label, value, sub, href, none }: FigureProps) {
  return (
    <div className="ui-figure">
      <dt>{label}</dt>
      <dd className={none ? "ui-figure-value ui-figure-none" : "ui-figure-value"}>
        {href ? (
          <a href={href}>
            {value}
            <span className="ui-hidden"> · {label}</span>
          </a>
        ) : (
          value
        )}
      </dd>
      {sub && <dd className="ui-soft">{sub}</dd>}
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className="ui-figures">{children}</dl>;
}
