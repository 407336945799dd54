import type { SerializeFrom } from "@remix-run/node";
import type { QueueRow } from "~/desk/queue-queries.server";
import { formatAge, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Table, Tag } from "~/ui";

type Row = SerializeFrom<QueueRow>;

const places = {
  certificate: "chung-nhan",
  listing: "tin-dang",
  change: "de-xuat",
  revocation: "de-nghi-thu-hoi",
  "checklist-answer": "danh-muc",
} as const;

function Holder({ row }: { row: Row }) {
  const t = useT();
  if (row.isOwn) return <Tag tone="warning">{t("desk:queue.own")}</Tag>;
  if (row.isMine) return <Tag tone="accent">{t("desk:queue.heldByMe")}</Tag>;
  if (row.claimedByName) return <Tag tone="info">{row.claimedByName}</Tag>;
  return <Tag>{t("desk:queue.free")}</Tag>;
}

/** The open reviews: what, whose, since when, and who has it. */
export function QueueTable({ caption, rows, now }: { caption: string; rows: readonly Row[]; now: string }) {
  const t = useT();
  const language = useLanguage();
  const what = (row: Row) =>
    row.kind === "certificate" ? (language === "vi" ? row.schemeVi : row.schemeEn) : row.marketplace;
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
            <a href={`/tham-dinh/${places[row.kind]}/${row.subjectId}`}>
              {what(row)}
              {row.kind === "certificate" && `, ${row.label}`}
            </a>
          ),
        },
        { key: "products", header: t("desk:queue.products"), cell: (row) => row.products.join(", ") },
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
          key: "age",
          header: t("desk:queue.waitingSince"),
          noWrap: true,
          cell: (row) => (
            <time dateTime={row.openedAt} title={formatInstant(row.openedAt, language)}>
              {formatAge(row.openedAt, now, language)}
            </time>
          ),
        },
        { key: "holder", header: t("desk:queue.holder"), cell: (row) => <Holder row={row} /> },
      ]}
    />
  );
}
