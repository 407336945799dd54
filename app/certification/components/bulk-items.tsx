import type { BulkItem } from "~/certification/bulk-decision-queries.server";
import { levelWords } from "~/certification/level";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, type Column, Table } from "~/ui";

interface BulkItemsProps {
  caption: string;
  items: readonly BulkItem[];
  /** Whether the officer may still take certificates out and put them back. */
  open: boolean;
}

/** Certificates of a bulk decision, each with the way to it; before the start also with the way out of the list. */
export function BulkItems({ caption, items, open }: BulkItemsProps) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<BulkItem>[] = [
    {
      key: "number",
      header: t("certification:field.number"),
      primary: true,
      cell: ({ certificateId, number }) => <a href={`/tham-dinh/chung-nhan/${certificateId}`}>{number}</a>,
    },
    {
      key: "enterprise",
      header: t("certification:register.enterprise"),
      cell: ({ enterpriseName, products }) => (
        <>
          {enterpriseName}
          <br />
          <span className="ui-soft">{products}</span>
        </>
      ),
    },
    {
      key: "level",
      header: t("certification:field.level"),
      cell: ({ level }) => (level ? levelWords(t, level) : t("certification:noLevel")),
    },
    {
      key: "issuedOn",
      header: t("certification:field.issuedOn"),
      noWrap: true,
      cell: ({ issuedOn }) => formatDay(issuedOn, language),
    },
  ];
  if (items.some(({ reason }) => reason !== null)) {
    columns.push({
      key: "reason",
      header: t("certification:bulk.reasonLabel"),
      cell: ({ reason }) => reason && t(`certification:bulk.reason.${reason}`),
    });
  }
  if (open && items.some(({ status }) => status === "chosen" || status === "left-out")) {
    columns.push({
      key: "choose",
      header: t("certification:bulk.leaveOut"),
      headerHidden: true,
      cell: ({ certificateId, status, number }) => (
        <Button variant="secondary" name={status === "chosen" ? "leaveOut" : "putBack"} value={certificateId}>
          {t(status === "chosen" ? "certification:bulk.leaveOut" : "certification:bulk.putBack")}
          <span className="ui-hidden"> {number}</span>
        </Button>
      ),
    });
  }
  return (
    <form method="post">
      <Table
        caption={caption}
        captionHidden
        rows={items}
        rowKey={({ certificateId }) => certificateId}
        columns={columns}
      />
    </form>
  );
}
