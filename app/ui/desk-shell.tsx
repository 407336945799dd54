import type { ReactNode } from "react";
import { SkipLink } from "./assistive";
import { Icon } from "./icon";
import type { NavItem } from "./navigation";
import { type Brand, BrandLink, FoldingNav } from "./public-shell";

export type AccountMenuProps = {
  name: string;
  roleName: string;
  /** Links and the form that signs out. */
  children: ReactNode;
};

export function AccountMenu({ name, roleName, children }: AccountMenuProps) {
  return (
    <details className="ui-fold ui-menu">
      <summary>
        <Icon name="user" />
        <span>
          {name}
          <span className="ui-role">{roleName}</span>
        </span>
      </summary>
      <div className="ui-menu-panel">{children}</div>
    </details>
  );
}

export type DeskShellProps = {
  brand: Brand;
  skipLabel: string;
  navLabel: string;
  nav: readonly NavItem[];
  account: ReactNode;
  languageSwitch?: ReactNode;
  demoBanner?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page. */
export function DeskShell(props: DeskShellProps) {
  return (
    <div className="ui-page ui-page-desk">
      <SkipLink label={props.skipLabel} />
      {props.demoBanner}
      <header className="ui-mast ui-desk-mast">
        <div className="ui-wrap ui-mast-row">
          <BrandLink brand={props.brand} />
          {props.languageSwitch}
          {props.account}
        </div>
      </header>
      <div className="ui-wrap ui-desk">
        <div className="ui-desk-side">
          <FoldingNav label={props.navLabel} items={props.nav} />
        </div>
        <main className="ui-main" id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      {props.footer && (
        <footer className="ui-foot">
          <div className="ui-wrap">{props.footer}</div>
        </footer>
      )}
    </div>
  );
}
