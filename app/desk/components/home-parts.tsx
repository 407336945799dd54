import type { Care, WaitingKind } from "~/desk/home-queries.server";
import { formatAge, formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, EmptyState, Figure, Figures, Section } from "~/ui";

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
              href="/tham-dinh"
            />
          ))}
          <Figure label={t("desk:home.mine")} value={formatNumber(mine, language)} href="/tham-dinh" />
        </Figures>
      )}
    </Section>
  );
}

export function LeaderPart() {
  const t = useT();
  return (
    <Section title={t("desk:home.figures")} lead={t("desk:home.figuresText")}>
      <ButtonLink variant="secondary" icon="chart" href="/">
        {t("desk:home.openFigures")}
      </ButtonLink>
    </Section>
  );
}

export function AdministratorPart({ care }: { care: Care }) {
  const t = useT();
  const language = useLanguage();
  const places = {
    mailsFailed: "/quan-tri/thu",
    invitations: "/quan-tri/loi-moi",
    unconfirmed: "/quan-tri/tai-khoan",
    accounts: "/quan-tri/tai-khoan",
  } as const;
  return (
    <Section title={t("desk:home.care")}>
      <Figures>
        {(["mailsFailed", "invitations", "unconfirmed", "accounts"] as const).map((key) => (
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
