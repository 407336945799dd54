import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, Card, FormActions, HiddenField, Stack, Tag, VisuallyHidden } from "~/ui";

export interface ShownNotice {
  id: string;
  subject: string;
  text: string;
  createdAt: string;
  isRead: boolean;
  enterprise: string | null;
}

/** Notices one below the other; opening one is a form, because it marks it as read. */
export function NoticeList({ notices }: { notices: readonly ShownNotice[] }) {
  const t = useT();
  return (
    <Stack>
      {notices.map((notice) => (
        <Card
          key={notice.id}
          headingLevel={2}
          title={notice.subject}
          tags={!notice.isRead && <Tag tone="info">{t("accounts:inbox.unread")}</Tag>}
          footer={<NoticeActions notice={notice} />}
        >
          <Provenance notice={notice} />
          <p className="whitespace-pre-line wrap-anywhere">{notice.text}</p>
        </Card>
      ))}
    </Stack>
  );
}

function Provenance({ notice: { createdAt, enterprise } }: { notice: ShownNotice }) {
  const at = formatInstant(createdAt, useLanguage());
  return <p className="ui-soft">{enterprise ? `${at} · ${enterprise}` : at}</p>;
}

function NoticeActions({ notice: { id, subject, isRead } }: { notice: ShownNotice }) {
  const t = useT();
  const about = <VisuallyHidden>: {subject}</VisuallyHidden>;
  return (
    <form method="post">
      <HiddenField name="id" value={id} />
      <FormActions>
        <Button variant={isRead ? "secondary" : "primary"} name="viec" value="mo">
          {t("accounts:inbox.open")}
          {about}
        </Button>
        {!isRead && (
          <Button variant="quiet" name="viec" value="da-doc">
            {t("accounts:inbox.read")}
            {about}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
