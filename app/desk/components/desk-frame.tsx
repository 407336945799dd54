import type { ReactNode } from "react";
import { mayEnter, type Permission, type Role } from "~/accounts/access";
import { useLanguage, useT } from "~/platform/i18n";
import { countWords } from "~/reviews/capped-count";
import { AccountMenu, Button, DeskShell } from "~/ui";
import { Demo, Footer, LanguageSwitch, useBrand } from "./frame-parts";

const places = [
  { href: "/ban-lam-viec", label: "home", permission: "account.use" },
  { href: "/hop-thu", label: "inbox", permission: "account.use" },
  { href: "/quan-ly/co-so-moi", label: "newEnterprise", permission: "enterprise.register" },
  { href: "/nhap-lieu", label: "imports", permission: "account.use" },
  { href: "/ho-tro", label: "assist", permission: "registration.assist" },
  { href: "/tham-dinh", label: "queue", permission: "review.work" },
  { href: "/tham-dinh/kiem-tra-lai", label: "rechecks", permission: "bench.watch" },
  { href: "/tham-dinh/so-lieu", label: "benchFigures", permission: "bench.watch" },
  { href: "/so/co-so", label: "enterprises", permission: "register.read" },
  { href: "/so/chung-nhan", label: "certificates", permission: "register.read" },
  { href: "/so/tin-dang", label: "listings", permission: "register.read" },
  { href: "/quan-tri/tai-khoan", label: "accounts", permission: "account.administer" },
  { href: "/quan-tri/loi-moi", label: "invite", permission: "account.administer" },
  { href: "/quan-tri/khoa-api", label: "apiKeys", permission: "api-key.administer" },
  { href: "/quan-tri/danh-muc", label: "checklist", permission: "checklist.administer" },
  { href: "/quan-tri/loai-chung-nhan", label: "schemes", permission: "scheme.administer" },
  { href: "/quan-tri/san", label: "marketplaces", permission: "marketplace.administer" },
  { href: "/quan-tri/ly-do", label: "reasons", permission: "bench.administer" },
  { href: "/quan-tri/ngay-nghi", label: "holidays", permission: "bench.administer" },
  { href: "/quan-tri/kiem-tra-lai", label: "recheckShare", permission: "bench.administer" },
  { href: "/quan-tri/chi-tieu", label: "targets", permission: "target.administer" },
  { href: "/quan-tri/nhat-ky", label: "journal", permission: "journal.read" },
  { href: "/quan-tri/thu", label: "mail", permission: "mail.read" },
  { href: "/quan-tri/tin-nhan", label: "texts", permission: "mail.read" },
] as const satisfies readonly { href: string; label: string; permission: Permission }[];

interface DeskFrameProps {
  path: string;
  actor: { name: string; role: Role };
  /** What the menu counts at a place. */
  counts: { queue?: number; inbox?: number };
  children: ReactNode;
}

/** The frame of every signed-in page: only the places that the role may enter. */
export function DeskFrame({ path, actor, counts, children }: DeskFrameProps) {
  const t = useT();
  const language = useLanguage();
  const countOf = (count: number | undefined) => (count === undefined ? undefined : countWords(count, language));
  const here = path.split("?")[0] ?? "";
  const allowed = places.filter(({ permission }) => mayEnter(actor.role, permission));
  const current = allowed
    .filter(({ href }) => here === href || here.startsWith(`${href}/`))
    .reduce((longest, { href }) => (href.length > longest.length ? href : longest), "");
  // What is worked on, what is looked up, what is set up.
  const groupOf = (href: string | undefined) => href?.match(/^\/(?:so|quan-tri)\//)?.[0];
  return (
    <DeskShell
      brand={useBrand()}
      skipLabel={t("desk:skip")}
      navLabel={t("desk:menu")}
      nav={allowed.map(({ href, label }, index) => ({
        href,
        label: t(`desk:nav.${label}`),
        current: href === current,
        startsGroup: index > 0 && groupOf(href) !== groupOf(allowed[index - 1]?.href),
        count: countOf(label === "queue" || label === "inbox" ? counts[label] : undefined),
      }))}
      account={
        <AccountMenu name={actor.name} roleName={t(`accounts:role.${actor.role}`)}>
          <a href="/tai-khoan">{t("desk:nav.account")}</a>
          <form method="post" action="/dang-xuat">
            <Button variant="quiet">{t("desk:nav.signOut")}</Button>
          </form>
        </AccountMenu>
      }
      languageSwitch={<LanguageSwitch path={path} />}
      demoBanner={<Demo />}
      footer={<Footer />}
    >
      {children}
    </DeskShell>
  );
}
