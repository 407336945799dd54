import { useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Stack, SummaryList } from "~/ui";

/** The sheet that an owner is handed to choose their password with; shown once, made to be printed. */
export function ActivationSheet(props: { code: string; page: string; contact: string; back: string }) {
  const t = useT();
  return (
    <Stack>
      <PageHeader
        title={t("accounts:activation.sheetTitle")}
        lead={t("accounts:activation.sheetLead")}
        actions={
          <ButtonLink variant="secondary" href={props.back}>
            {t("assistance:sheet.back")}
          </ButtonLink>
        }
      />
      <SummaryList
        items={[
          { key: "page", term: t("accounts:activation.sheetPage"), value: props.page },
          { key: "code", term: t("accounts:activation.sheetCode"), value: <strong>{props.code}</strong> },
          { key: "contact", term: t("accounts:activation.sheetContact"), value: props.contact },
        ]}
      />
      <Notice>{t("accounts:activation.sheetOnce")}</Notice>
    </Stack>
  );
}
