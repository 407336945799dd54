import { usePageContext } from "~/platform/http/page-context";
import { useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Stack } from "~/ui";

/** The same words whether or not the address is known. */
export function MailSent({ text }: { text: string }) {
  const t = useT();
  const { isDemo } = usePageContext();
  return (
    <Stack>
      <PageHeader title={t("accounts:sent.title")} lead={text} />
      {isDemo && (
        <Notice title={t("accounts:sent.demo")}>
          <a href="/demo/mail">{t("accounts:sent.demoLink")}</a>
        </Notice>
      )}
      <p>{t("accounts:sent.nothing")}</p>
      <p>
        <ButtonLink href="/dang-nhap" variant="secondary">
          {t("accounts:sent.toSignIn")}
        </ButtonLink>
      </p>
    </Stack>
  );
}
