import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Table, Tag, type TagTone } from "~/ui";

const statuses = {
  waiting: "info",
  sending: "info",
  sent: "success",
  stored: "neutral",
  failed: "danger",
  uncertain: "warning",
} as const satisfies Record<string, TagTone>;

const isStatus = (status: string): status is keyof typeof statuses => Object.hasOwn(statuses, status);

export function MailStatus({ status }: { status: string }) {
  const t = useT();
  return isStatus(status) ? <Tag tone={statuses[status]}>{t(`desk:mail.status.${status}`)}</Tag> : <Tag>{status}</Tag>;
}

interface ShownMail {
  id: string;
  recipient: string;
  subject: string;
  status: string;
  createdAt: string;
}

/** Mails as links to their pages under `base`. */
export function MailTable({ mails, base }: { mails: readonly ShownMail[]; base: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={t("desk:mail.caption")}
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "subject",
          header: t("desk:mail.subject"),
          primary: true,
          cell: ({ id, subject }) => <a href={`${base}/${id}`}>{subject}</a>,
        },
        { key: "recipient", header: t("desk:mail.recipient"), cell: ({ recipient }) => recipient },
        {
          key: "at",
          header: t("desk:mail.at"),
          noWrap: true,
          cell: ({ createdAt }) => formatInstant(createdAt, language),
        },
        { key: "status", header: t("desk:mail.state"), cell: ({ status }) => <MailStatus status={status} /> },
      ]}
    />
  );
}
