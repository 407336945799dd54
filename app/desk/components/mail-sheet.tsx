import type { ReactNode } from "react";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, Card, PageHeader, Stack, SummaryList } from "~/ui";
import type { MailPart } from "../mail-text";
import { MailStatus } from "./mail-table";

interface MailSheetProps {
  mail: { subject: string; recipient: string; createdAt: string; status: string; lastError: string | null };
  parts: readonly MailPart[];
  list: { href: string; label: string };
  children?: ReactNode;
}

/** One mail as its text; the HTML part says the same and is never shown inside the portal. */
export function MailSheet({ mail, parts, list, children }: MailSheetProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Stack>
      <Breadcrumbs label={t("desk:crumbs")} items={[list, { label: mail.subject }]} />
      <PageHeader title={mail.subject} tags={<MailStatus status={mail.status} />} />
      {children}
      <SummaryList
        items={[
          { key: "recipient", term: t("desk:mail.recipient"), value: mail.recipient },
          { key: "at", term: t("desk:mail.at"), value: formatInstant(mail.createdAt, language) },
          ...(mail.lastError
            ? [{ key: "error", term: t("desk:mail.error"), value: <code>{mail.lastError}</code> }]
            : []),
        ]}
      />
      <Card>
        <div className="whitespace-pre-line wrap-anywhere">
          {withKeys(parts).map(({ key, part }) =>
            part.href === undefined ? (
              <span key={key}>{part.text}</span>
            ) : (
              <a key={key} href={part.href}>
                {part.text}
              </a>
            ),
          )}
        </div>
      </Card>
    </Stack>
  );
}

const withKeys = (parts: readonly MailPart[]) => parts.map((part, index) => ({ key: `${index}`, part }));
