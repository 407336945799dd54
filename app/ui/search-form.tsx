import type { ReactNode } from "react";
import { Button } from "./button";
import { Icon } from "./icon";
import { TextField } from "./text-field";

export type SearchFormProps = {
  action?: string | undefined;
  name?: string | undefined;
  label: string;
  submitLabel: string;
  defaultValue?: string | undefined;
  hint?: ReactNode;
  /** Filters and hidden fields that travel with the search, such as a FilterPanel. */
  children?: ReactNode;
};

/** Search as a plain GET form: the result's address can be kept and shared. */
export function SearchForm({ action, name = "q", label, submitLabel, defaultValue, hint, children }: SearchFormProps) {
  return (
    <search>
      <form className="ui-stack" action={action} method="get">
        <div className="ui-search">
          <TextField type="search" name={name} label={label} hint={hint} defaultValue={defaultValue} maxLength={200} />
          <Button icon="search">{submitLabel}</Button>
        </div>
        {children}
      </form>
    </search>
  );
}

export type FilterPanelProps = {
  title: string;
  children: ReactNode;
  submitLabel: string;
  reset?: { href: string; label: string } | undefined;
  /** Unfolded on phones too, as when a filter is set. */
  open?: boolean | undefined;
};

/** Filters inside a GET form: folded on phones, always open on wide screens. */
export function FilterPanel({ title, children, submitLabel, reset, open }: FilterPanelProps) {
  return (
    <details className="ui-fold ui-filter" open={open}>
      <summary>
        <Icon name="menu" />
        {title}
      </summary>
      <div className="ui-filter-body">
        {children}
        <div className="ui-actions">
          <Button variant="secondary">{submitLabel}</Button>
          {reset && <a href={reset.href}>{reset.label}</a>}
        </div>
      </div>
    </details>
  );
}
