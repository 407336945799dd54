import { useT } from "~/platform/i18n";
import { ButtonLink, Card, Notice, PageHeader, Stack } from "~/ui";

/** The only page that ever shows a key. */
export function IssuedApiKey({ partner, text }: { partner: string; text: string }) {
  const t = useT();
  return (
    <Stack>
      <PageHeader title={t("accounts:apiKey.issuedTitle", { partner })} />
      <Notice tone="warning" live>
        {t("accounts:apiKey.issued")}
      </Notice>
      <Card title={t("accounts:apiKey.text")} headingLevel={2}>
        <code className="select-all wrap-anywhere text-lg">{text}</code>
        <p className="ui-soft">{t("accounts:apiKey.usage")}</p>
      </Card>
      <p>
        <ButtonLink href="/quan-tri/khoa-api">{t("accounts:apiKey.done")}</ButtonLink>
      </p>
    </Stack>
  );
}
