import type { SerializeFrom } from "@remix-run/node";
import type { QueueRow } from "~/desk/queue-queries.server";
import { formatDay, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { ServiceTimeTag } from "~/reviews/components/service-time-tag";
import { reviewPath } from "~/reviews/queue-address";
import type { ServiceTime } from "~/reviews/service-time";
import { Stack, Table, Tag } from "~/ui";

type Row = SerializeFrom<QueueRow> & { time: ServiceTime };

function Holder({ row }: { row: Row }) {
  const t = useT();
  if (row.isBarred) return <Tag tone="warning">{t("desk:queue.barred")}</Tag>;
  if (row.isMine) return <Tag tone="accent">{t("desk:queue.heldByMe")}</Tag>;
  if (row.heldByName) return <Tag tone="info">{row.heldByName}</Tag>;
  return <Tag>{t("desk:queue.free")}</Tag>;
}

interface QueueTableProps {
  caption: string;
  rows: readonly Row[];
  /** The queue's filter, so that the page of a review knows which one comes next. */
  query: string;
}

/** The open reviews: what, whose, how long, and who has it. */
export function QueueTable({ caption, rows, query }: QueueTableProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "subject",
          header: t("desk:queue.subject"),
          primary: true,
          cell: (row) => (
            <>
              <a href={reviewPath(row.kind, row.subjectId, query)}>{row.label || t("desk:queue.noLabel")}</a>
              <br />
              <span className="ui-soft">
                {[t(`desk:queue.kind.${row.kind}`), language === "vi" ? row.schemeVi : row.schemeEn]
                  .filter(Boolean)
                  .join(", ")}
              </span>
              {row.risk > 0 && (
                <>
                  <br />
                  <Tag tone="warning" icon="warning">
                    {t("desk:queue.risky", { risk: row.risk })}
                  </Tag>
                </>
              )}
            </>
          ),
        },
        {
          key: "enterprise",
          header: t("desk:queue.enterprise"),
          cell: (row) => (
            <>
              {row.enterpriseName}
              <br />
              <span className="ui-soft">{row.area}</span>
            </>
          ),
        },
        {
          key: "time",
          header: t("desk:queue.time"),
          cell: (row) => (
            <Stack gap="tight">
              <ServiceTimeTag time={row.time} />
              <time className="ui-soft" dateTime={row.openedAt} title={formatInstant(row.openedAt, language)}>
                {t("desk:queue.due", { day: formatDay(row.dueOn, language) })}
              </time>
            </Stack>
          ),
        },
        { key: "holder", header: t("desk:queue.holder"), cell: (row) => <Holder row={row} /> },
      ]}
    />
  );
}
