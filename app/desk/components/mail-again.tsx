import { useT } from "~/platform/i18n";
import { Button, Notice } from "~/ui";

interface MailAgainProps {
  status: string;
  isQueuedAgain: boolean;
}

/** Why a mail rests, and the button that sends it again; nothing for mails that take their course. */
export function MailAgain({ status, isQueuedAgain }: MailAgainProps) {
  const t = useT();
  if (status === "uncertain" || status === "failed") {
    return (
      <Notice tone="warning" title={t(`desk:mail.${status}Title`)}>
        <p>{t(`desk:mail.${status}Text`)}</p>
        <form method="post">
          <Button variant="secondary">{t("desk:mail.again")}</Button>
        </form>
      </Notice>
    );
  }
  return isQueuedAgain ? (
    <Notice tone="success" live>
      {t("desk:mail.sentAgain")}
    </Notice>
  ) : null;
}
