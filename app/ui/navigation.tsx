import { Icon, type IconName } from "./icon";

export type NavItem = {
  href: string;
  label: string;
  current?: boolean | undefined;
  count?: number | string | undefined;
  icon?: IconName | undefined;
  /** A rule above sets what follows apart. */
  startsGroup?: boolean | undefined;
};

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href} className={item.startsGroup ? "ui-nav-group" : undefined}>
          <a href={item.href} aria-current={item.current ? "page" : undefined}>
            <span>
              {item.icon && <Icon name={item.icon} />} {item.label}
            </span>
            {item.count !== undefined && <span className="ui-count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Sibling views as links. */
export function Tabs({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="ui-tabs" aria-label={label}>
      <NavLinks items={items} />
    </nav>
  );
}

export type Crumb = { label: string; href?: string | undefined };

/** The way here; the last entry, without href, is the page itself. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav className="ui-crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href ?? item.label}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type PaginationProps = {
  label: string;
  /** Where one is, such as a range of a total. */
  position: string;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
};

export function Pagination({ label, position, previous, next }: PaginationProps) {
  return (
    <nav className="ui-pages" aria-label={label}>
      <span>{position}</span>
      <span className="ui-cluster">
        {previous && (
          <a className="ui-button ui-button-secondary" href={previous.href} rel="prev">
            <Icon name="back" />
            {previous.label}
          </a>
        )}
        {next && (
          <a className="ui-button ui-button-secondary" href={next.href} rel="next">
            {next.label}
            <Icon name="arrow" />
          </a>
        )}
      </span>
    </nav>
  );
}
