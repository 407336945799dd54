import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** For a column whose cells speak for themselves, such as actions. */
  headerHidden?: boolean | undefined;
  numeric?: boolean | undefined;
  /** For short values that must stay on one line, such as a day. */
  noWrap?: boolean | undefined;
  /** Names the row: drawn as its heading, and as the card's title on a phone. */
  primary?: boolean | undefined;
};

export type TableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Stays a table on phones: for few narrow columns. */
  plain?: boolean | undefined;
};

export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, plain }: TableProps<Row>) {
  return (
    <div className="ui-table-wrap">
      <table className={plain ? "ui-table ui-table-plain" : "ui-table"}>
        <caption>{captionHidden ? <span className="ui-hidden">{caption}</span> : caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "ui-right" : undefined}>
                {column.headerHidden ? <span className="ui-hidden">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.primary ? (
                  <th key={column.key} scope="row">
                    <div className="ui-clamp">{column.cell(row)}</div>
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-label={column.headerHidden ? undefined : column.header}
                    className={column.numeric ? "ui-right" : column.noWrap ? "ui-nowrap" : undefined}
                  >
                    <div>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export type SummaryItem = {
  key: string;
  term: ReactNode;
  value: ReactNode;
  /** What is wrong with this value, as an officer said it. */
  errors?: readonly string[] | undefined;
  /** `about` completes the link for those who hear it out of context. */
  action?: { href: string; label: string; about?: string | undefined } | undefined;
};

export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl className="ui-dl">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.errors?.map((error) => (
              <p className="ui-error" key={error}>
                {error}
              </p>
            ))}
          </dd>
          {item.action && (
            <dd>
              <a href={item.action.href}>
                {item.action.label}
                {item.action.about && <span className="ui-hidden"> {item.action.about}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
