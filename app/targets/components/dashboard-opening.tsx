import type { Day } from "~/platform/day";
import { formatDay, formatNumber, formatShare } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { countedHref } from "~/targets/counted-href";
import { type ScopeCode, scopeParameter, scopes } from "~/targets/scope";
import { shareOf } from "~/targets/share";
import { Figure, Figures, PageHeader, Stack, Tabs } from "~/ui";
import { useGoalWords } from "./share-words";
import { Stalls } from "./stalls";

const labels = { "toan-tinh": "targets:scope.all", "binh-dinh": "targets:scope.binhDinh" } as const;
const ofScope = { "toan-tinh": "targets:scope.inAll", "binh-dinh": "targets:scope.inBinhDinh" } as const;

interface DashboardOpeningProps {
  now: { listed: number; certified: number };
  today: Day;
  scope: ScopeCode;
  /** The share to be reached, in basis points; null without a target. */
  goal: number | null;
}

/** The first thing anyone sees: the figure itself as the title, and a market of a hundred stalls. */
export function DashboardOpening({ now, today, scope, goal }: DashboardOpeningProps) {
  const t = useT();
  const language = useLanguage();
  const goalWords = useGoalWords();
  const share = shareOf(now.listed, now.certified);
  const number = (value: number) => formatNumber(value, language);
  const href = (nhom: string) => countedHref("listing-share", { nhom, "pham-vi": scopeParameter(scope) });
  return (
    <Stack>
      <ScopeSwitch scope={scope} />
      <PageHeader
        title={
          share.basisPoints === null
            ? t("targets:dashboard.headlineNone")
            : t("targets:dashboard.headline", { counted: number(share.counted), of: number(share.of) })
        }
        lead={
          share.basisPoints === null
            ? t("targets:dashboard.leadNone")
            : t("targets:dashboard.lead", { scope: t(ofScope[scope]), day: formatDay(today, language) })
        }
      />
      {share.basisPoints !== null && (
        <>
          {goal !== null && (
            <Stalls
              share={share.basisPoints}
              target={goal}
              caption={t("targets:dashboard.stalls", {
                open: Math.floor(share.basisPoints / 100),
                target: goalWords(goal),
              })}
            />
          )}
          <Figures>
            <Figure
              label={t("targets:dashboard.share")}
              value={formatShare(share.basisPoints, language)}
              href={href("dem")}
            />
            <Figure label={t("targets:dashboard.listed")} value={number(now.listed)} href={href("dem")} />
            <Figure
              label={t("targets:dashboard.notListed")}
              value={number(now.certified - now.listed)}
              href={href("con-thieu")}
            />
            <Figure label={t("targets:dashboard.certified")} value={number(now.certified)} href={href("mau-so")} />
          </Figures>
        </>
      )}
      <p>
        {t("targets:dashboard.owners")} <a href="/dang-ky">{t("targets:dashboard.signUp")}</a>
      </p>
    </Stack>
  );
}

function ScopeSwitch({ scope }: { scope: ScopeCode }) {
  const t = useT();
  return (
    <Tabs
      label={t("targets:scope.label")}
      items={scopes.map((code) => {
        const parameter = scopeParameter(code);
        return {
          href: parameter ? `/?pham-vi=${parameter}` : "/",
          label: t(labels[code]),
          current: code === scope,
        };
      })}
    />
  );
}
