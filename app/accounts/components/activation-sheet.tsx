import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Stack, SummaryList } from "~/ui";

export interface ShownActivation {
  code: string;
  name: string;
  contact: string;
  validUntil: string;
  /** The address of the page where the code is entered. */
  page: string;
}

/** The sheet that an owner is handed to choose their password with; shown once, made to be printed. */
export function ActivationSheet({ activation, back }: { activation: ShownActivation; back: string }) {
  const t = useT();
  const language = useLanguage();
  const { code, name, contact, validUntil, page } = activation;
  return (
    <Stack>
      <PageHeader
        title={t("accounts:activation.sheetTitle")}
        lead={name}
        actions={
          <ButtonLink variant="secondary" href={back}>
            {t("accounts:activation.sheetBack")}
          </ButtonLink>
        }
      />
      <div className="print:hidden">
        <Notice tone="warning" live>
          {t("accounts:activation.sheetOnce")}
        </Notice>
      </div>
      <ol className="ui-prose list-decimal ps-6">
        <li>{t("accounts:activation.stepPage")}</li>
        <li>{t("accounts:activation.stepCode")}</li>
        <li>{t("accounts:activation.stepPassword")}</li>
      </ol>
      <SummaryList
        items={[
          { key: "page", term: t("accounts:activation.sheetPage"), value: page },
          {
            key: "code",
            term: t("accounts:activation.sheetCode"),
            value: <strong className="font-mono text-2xl">{code}</strong>,
          },
          {
            key: "until",
            term: t("accounts:activation.sheetUntil"),
            value: formatInstant(validUntil, language),
          },
          { key: "contact", term: t("accounts:activation.sheetContact"), value: contact },
        ]}
      />
      <p>{t("accounts:activation.sheetSecret")}</p>
    </Stack>
  );
}
