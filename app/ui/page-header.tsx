import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  tags?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, lead, tags, actions }: PageHeaderProps) {
  return (
    <div className="ui-head">
      <div className="ui-head-row">
        <div>
          <h1 className="ui-title ui-clamp">{title}</h1>
          {tags && <div className="ui-tags">{tags}</div>}
          {lead && <div className="ui-lead">{lead}</div>}
        </div>
        {actions && <div className="ui-actions">{actions}</div>}
      </div>
    </div>
  );
}

export type SectionProps = {
  title: ReactNode;
  children: ReactNode;
  id?: string | undefined;
  lead?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3 | undefined;
};

/** A titled part of a page under a hairline. */
export function Section({ title, children, id, lead, actions, level = 2 }: SectionProps) {
  const Heading = level === 3 ? "h3" : "h2";
  return (
    <section className="ui-section" id={id}>
      <div className="ui-section-head">
        <div>
          <Heading>{title}</Heading>
          {lead && <p className="ui-soft">{lead}</p>}
        </div>
        {actions && <div className="ui-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
