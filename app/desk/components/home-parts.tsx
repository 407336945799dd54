import type { Care, WaitingKind } from "~/desk/home-queries.server";
import { formatAge, formatNumber, formatShare } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { countedHref } from "~/targets/counted-href";
import { shareOf } from "~/targets/share";
import { ButtonLink, EmptyState, Figure, Figures, FormActions, Section, Stack } from "~/ui";

type Waiting = Omit<WaitingKind, "oldest"> & { oldest: string };

/** What waits for review, by kind, with the age of the oldest. */
export function OfficerPart({ waiting, now }: { waiting: readonly Waiting[]; now: string }) {
  const t = useT();
  const language = useLanguage();
  const mine = waiting.reduce((sum, kind) => sum + kind.mine, 0);
  return (
    <Section title={t("desk:home.queue")}>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={t("desk:home.nothing")} headingLevel={3} />
      ) : (
        <Figures>
          {waiting.map(({ kind, count, oldest }) => (
            <Figure
              key={kind}
              label={t(`desk:home.queueOf.${kind}`)}
              value={formatNumber(count, language)}
              sub={t("desk:home.oldest", { age: formatAge(oldest, now, language) })}
              href={`/tham-dinh?loai=${kind}`}
            />
          ))}
          <Figure label={t("desk:home.mine")} value={formatNumber(mine, language)} href="/tham-dinh?cuaToi=1" />
        </Figures>
      )}
    </Section>
  );
}

/** Where the digital team begins and finds what it typed. */
export function AssistPart() {
  const t = useT();
  return (
    <Section title={t("assistance:list.title")} lead={t("assistance:list.lead")}>
      <FormActions>
        <ButtonLink href="/ho-tro/moi">{t("assistance:list.start")}</ButtonLink>
        <ButtonLink variant="secondary" href="/ho-tro">
          {t("assistance:list.caption")}
        </ButtonLink>
      </FormActions>
    </Section>
  );
}

export interface Progress {
  certified: number;
  listed: number;
}

/** The listing share of today, each number opening its list, and the way to all figures. */
export function LeaderPart({ progress }: { progress: Progress }) {
  const t = useT();
  const language = useLanguage();
  const { basisPoints } = shareOf(progress.listed, progress.certified);
  const list = (nhom: string) => countedHref("listing-share", { nhom });
  return (
    <Section title={t("desk:home.figures")} lead={t("desk:home.figuresText")}>
      <Stack>
        <Figures>
          <Figure
            label={t("targets:dashboard.share")}
            value={basisPoints === null ? t("targets:none") : formatShare(basisPoints, language)}
            none={basisPoints === null}
            href={list("dem")}
          />
          <Figure
            label={t("targets:dashboard.notListed")}
            value={formatNumber(progress.certified - progress.listed, language)}
            href={list("con-thieu")}
          />
          <Figure
            label={t("targets:dashboard.certified")}
            value={formatNumber(progress.certified, language)}
            href={list("mau-so")}
          />
        </Figures>
        <FormActions>
          <ButtonLink variant="secondary" icon="chart" href="/">
            {t("desk:home.openFigures")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Section>
  );
}

export function AdministratorPart({ care }: { care: Care }) {
  const t = useT();
  const language = useLanguage();
  const places = {
    mailsFailed: "/quan-tri/thu?trang-thai=failed",
    mailsUncertain: "/quan-tri/thu?trang-thai=uncertain",
    invitations: "/quan-tri/loi-moi",
    unconfirmed: "/quan-tri/tai-khoan?trang-thai=unconfirmed",
    accounts: "/quan-tri/tai-khoan?trang-thai=active",
  } as const;
  return (
    <Section title={t("desk:home.care")}>
      <Figures>
        {(["mailsFailed", "mailsUncertain", "invitations", "unconfirmed", "accounts"] as const).map((key) => (
          <Figure
            key={key}
            label={t(`desk:home.${key}`)}
            value={formatNumber(care[key], language)}
            href={places[key]}
          />
        ))}
      </Figures>
    </Section>
  );
}
