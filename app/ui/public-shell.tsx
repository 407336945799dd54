import type { ReactNode } from "react";
import { SkipLink } from "./assistive";
import { Icon } from "./icon";
import { LogoMark } from "./logo";
import { type NavItem, NavLinks } from "./navigation";

export type Brand = { name: string; href: string; line?: string | undefined };

export function BrandLink({ brand }: { brand: Brand }) {
  return (
    <a className="ui-brand" href={brand.href}>
      <LogoMark />
      <span>
        <span className="ui-brand-name">{brand.name}</span>
        {brand.line && <span className="ui-brand-line">{brand.line}</span>}
      </span>
    </a>
  );
}

/** Folds behind its label on phones. */
export function FoldingNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label}>
      <details className="ui-fold ui-nav">
        <summary>
          <Icon name="menu" />
          {label}
        </summary>
        <NavLinks items={items} />
      </details>
    </nav>
  );
}

export type PublicShellProps = {
  brand: Brand;
  skipLabel: string;
  navLabel: string;
  nav: readonly NavItem[];
  /** The form that switches the language. */
  languageSwitch?: ReactNode;
  /** Link to sign in, or the account menu. */
  account?: ReactNode;
  demoBanner?: ReactNode;
  /** A full-width opening on the masthead's ground. */
  intro?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

export function PublicShell(props: PublicShellProps) {
  return (
    <div className="ui-page">
      <SkipLink label={props.skipLabel} />
      {props.demoBanner}
      <header className="ui-mast">
        <div className="ui-wrap ui-mast-row">
          <BrandLink brand={props.brand} />
          {props.languageSwitch}
          {props.account}
          <FoldingNav label={props.navLabel} items={props.nav} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {props.intro && (
          <div className="ui-intro">
            <div className="ui-wrap">{props.intro}</div>
          </div>
        )}
        <div className="ui-awning" />
        <div className="ui-wrap ui-main">{props.children}</div>
      </main>
      <footer className="ui-foot">
        <div className="ui-wrap">{props.footer}</div>
      </footer>
    </div>
  );
}
