import { useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Stack, TextField } from "~/ui";

/** The only page that ever shows a key. */
export function IssuedApiKey({ partner, text }: { partner: string; text: string }) {
  const t = useT();
  return (
    <Stack gap="loose">
      <PageHeader title={t("accounts:apiKey.issuedTitle", { partner })} />
      <Notice tone="warning" live>
        {t("accounts:apiKey.issued")}
      </Notice>
      <TextField
        name="key"
        label={t("accounts:apiKey.text")}
        hint={t("accounts:apiKey.usage")}
        defaultValue={text}
        autoComplete="off"
        spellCheck={false}
        readOnly
      />
      <p>
        <ButtonLink href="/quan-tri/khoa-api">{t("accounts:apiKey.done")}</ButtonLink>
      </p>
    </Stack>
  );
}
