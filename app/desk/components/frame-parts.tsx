import { usePageContext } from "~/platform/http/page-context";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, DemoBanner, HiddenField } from "~/ui";

export function useBrand() {
  const t = useT();
  return { name: t("desk:brand.name"), line: t("desk:brand.line"), href: "/" };
}

/** A button, not a link: choosing a language changes something. */
export function LanguageSwitch({ path }: { path: string }) {
  const t = useT();
  return (
    <form method="post" action="/ngon-ngu" aria-label={t("desk:language.label")}>
      <HiddenField name="tiep" value={path} />
      <Button variant="quiet" name="lang" value={useLanguage() === "vi" ? "en" : "vi"}>
        {t("desk:language.switch")}
      </Button>
    </form>
  );
}

export function Demo() {
  const t = useT();
  if (!usePageContext().isDemo) return null;
  return (
    <DemoBanner label={t("desk:demo.label")}>
      <p>
        {t("desk:demo.banner")} <a href="/demo/mail">{t("desk:demo.mail")}</a> ·{" "}
        <a href="/demo/tin-nhan">{t("desk:demo.texts")}</a>
      </p>
    </DemoBanner>
  );
}

/** `guest` also says where owners sign up. */
export function Footer({ guest = false }: { guest?: boolean }) {
  const t = useT();
  return (
    <>
      <p>{t("desk:footer.about")}</p>
      <p className="ui-foot-links">
        <a href="/phuong-phap">{t("desk:footer.method")}</a>
        <a href="/loi-thuong-gap">{t("desk:footer.mistakes")}</a>
        {guest && <a href="/dang-ky">{t("desk:footer.signUp")}</a>}
      </p>
    </>
  );
}
