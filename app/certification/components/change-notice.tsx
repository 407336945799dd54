import { useT } from "~/platform/i18n";
import type { ChangeStatus } from "~/reviews/proposed-change";
import { ButtonLink, Notice, type NoticeTone, Stack } from "~/ui";

const tones: Readonly<Partial<Record<ChangeStatus, NoticeTone>>> = { returned: "warning", refused: "danger" };

interface ChangeNoticeProps {
  change: { id: string; status: ChangeStatus; enterpriseId: string };
}

/** That a change of this certificate is proposed, and where its owner sees it. */
export function ChangeNotice({ change: { id, status, enterpriseId } }: ChangeNoticeProps) {
  const t = useT();
  return (
    <Notice
      tone={tones[status] ?? "info"}
      title={`${t("certification:propose.crumb")}: ${t(`reviews:change.status.${status}`)}`}
    >
      <Stack gap="tight">
        <p>{t("certification:propose.stays")}</p>
        <p>
          <ButtonLink variant="secondary" href={`/quan-ly/${enterpriseId}/de-xuat/${id}`}>
            {t("certification:propose.open")}
          </ButtonLink>
        </p>
      </Stack>
    </Notice>
  );
}
