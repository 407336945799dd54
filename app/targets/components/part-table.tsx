import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { type CountedQuery, countedHref } from "~/targets/counted-href";
import { shareOf } from "~/targets/share";
import { Section, Table } from "~/ui";
import { useShareWords } from "./share-words";

export interface PartRow {
  key: string;
  name: string;
  of: number;
  counted: number;
  query: CountedQuery;
}

interface PartTableProps {
  title: string;
  header: string;
  note?: string;
  rows: readonly PartRow[];
}

/** One break-down of today's listing share; both counts of a row open their lists. */
export function PartTable({ title, header, note, rows }: PartTableProps) {
  const t = useT();
  const language = useLanguage();
  const words = useShareWords();
  const link = (row: PartRow, set: "dem" | "mau-so", count: number, about: string) => (
    <a href={countedHref("listing-share", { ...row.query, nhom: set })}>
      {formatNumber(count, language)}
      <span className="ui-hidden"> – {about}</span>
    </a>
  );
  return (
    <Section title={title} level={3} lead={note}>
      {rows.length === 0 ? (
        <p className="ui-soft">{t("targets:none")}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          plain
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", header, primary: true, cell: ({ name }) => name },
            {
              key: "counts",
              header: t("targets:parts.counts"),
              numeric: true,
              cell: (row) => (
                <>
                  {link(row, "dem", row.counted, t("targets:parts.toCounted", { part: row.name }))}
                  {" / "}
                  {link(row, "mau-so", row.of, t("targets:parts.toAll", { part: row.name }))}
                </>
              ),
            },
            {
              key: "share",
              header: t("targets:parts.share"),
              numeric: true,
              cell: (row) => {
                const share = shareOf(row.counted, row.of);
                return (
                  <>
                    {words(share)}
                    <ShareBar basisPoints={share.basisPoints ?? 0} />
                  </>
                );
              },
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The share again as a length, for the eye only. */
function ShareBar({ basisPoints }: { basisPoints: number }) {
  return (
    <svg className="ml-auto mt-1 w-20 max-w-full" height="6" aria-hidden="true">
      <rect className="ui-fill-track" width="100%" height="6" rx="1" />
      <rect className="ui-fill-share" width={`${basisPoints / 100}%`} height="6" rx="1" />
    </svg>
  );
}
