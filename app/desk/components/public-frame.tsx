import type { ReactNode } from "react";
import { useT } from "~/platform/i18n";
import { ButtonLink, PublicShell } from "~/ui";
import { Demo, Footer, LanguageSwitch, useBrand } from "./frame-parts";

interface PublicFrameProps {
  /** The page's own address with its query. */
  path: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** The frame of every page that anyone may see. */
export function PublicFrame({ path, intro, children }: PublicFrameProps) {
  const t = useT();
  const here = path.split("?")[0];
  return (
    <PublicShell
      brand={useBrand()}
      skipLabel={t("desk:skip")}
      navLabel={t("desk:menu")}
      nav={[
        { href: "/", label: t("desk:nav.dashboard"), current: here === "/" },
        { href: "/san-pham", label: t("desk:nav.directory"), current: here === "/san-pham" },
        { href: "/kiem-tra", label: t("desk:nav.check"), current: here === "/kiem-tra" },
        { href: "/phuong-phap", label: t("desk:nav.method"), current: here === "/phuong-phap" },
      ]}
      languageSwitch={<LanguageSwitch path={path} />}
      account={
        <ButtonLink variant="quiet" icon="user" href="/ban-lam-viec">
          {t("desk:nav.desk")}
        </ButtonLink>
      }
      demoBanner={<Demo />}
      intro={intro}
      footer={<Footer guest />}
    >
      {children}
    </PublicShell>
  );
}
