import { mobileAsWritten } from "~/accounts/contact";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Table, Tag, type TagTone } from "~/ui";
import type { TextMessageRow, TextStatus } from "../text-message-queries.server";

const tones: Record<TextStatus, TagTone> = {
  waiting: "info",
  sending: "info",
  sent: "success",
  stored: "neutral",
  failed: "danger",
  uncertain: "warning",
};

type ShownMessage = Omit<TextMessageRow, "createdAt"> & { createdAt: string };

export function TextMessageTable({ messages }: { messages: readonly ShownMessage[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={t("desk:texts.caption")}
      rows={messages}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "recipient",
          header: t("desk:texts.recipient"),
          primary: true,
          noWrap: true,
          cell: ({ recipient }) => mobileAsWritten(recipient),
        },
        { key: "text", header: t("desk:texts.text"), cell: ({ text }) => text || t("desk:texts.hidden") },
        {
          key: "at",
          header: t("desk:texts.at"),
          noWrap: true,
          cell: ({ createdAt }) => formatInstant(createdAt, language),
        },
        {
          key: "status",
          header: t("desk:texts.state"),
          cell: ({ status, lastError }) => (
            <>
              <Tag tone={tones[status]}>{t(`desk:texts.status.${status}`)}</Tag>
              {lastError && <div className="ui-soft">{lastError}</div>}
            </>
          ),
        },
      ]}
    />
  );
}
