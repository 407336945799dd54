import type { ReactNode } from "react";
import { formatDay, formatNumber, formatShare } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { countedHref } from "~/targets/counted-href";
import { type ScopeCode, scopeParameter } from "~/targets/scope";
import type { TargetRow } from "~/targets/target-queries.server";
import type { Course, Judged } from "~/targets/target-view";
import { Card, TargetMeter } from "~/ui";
import { useGoalWords, useShareWords } from "./share-words";
import { StandingTag } from "./standing-tag";

type Target = Pick<
  TargetRow,
  | "code"
  | "indicator"
  | "basisPoints"
  | "deadline"
  | "baselineOn"
  | "nameVi"
  | "nameEn"
  | "legalBasisVi"
  | "legalBasisEn"
>;

interface TargetCardProps {
  target: Target;
  course: Course;
  scope: ScopeCode;
  children: ReactNode;
}

/** One target: what it asks for and when, around the meters that show how far things have come. */
export function TargetCard({ target, course, scope, children }: TargetCardProps) {
  const t = useT();
  const language = useLanguage();
  const isVietnamese = language === "vi";
  const day = formatDay(course.day, language);
  return (
    <Card
      title={isVietnamese ? target.nameVi : target.nameEn}
      href={countedHref(target.code, { nhom: "dem", "pham-vi": scopeParameter(scope) })}
      footer={
        <p className="ui-soft">
          {t("targets:target.basis")}: {isVietnamese ? target.legalBasisVi : target.legalBasisEn}
        </p>
      }
    >
      {children}
      <p className="ui-soft">
        {t(course.isOver ? "targets:target.asOfDeadline" : "targets:target.asOfToday", { day })}{" "}
        {course.expected !== null &&
          t("targets:target.expected", {
            from: formatDay(target.baselineOn, language),
            share: formatShare(course.expected, language),
          })}
      </p>
    </Card>
  );
}

interface ShareMeterProps {
  target: Target;
  course: Course;
  judged: Judged;
  title: string;
  /** Opens what was counted; without it the words stay plain, as for a number that the portal did not count. */
  lists: { counted: string; all?: string; missing?: string };
}

/** A share against its target, its counts, and how many more are needed; every number opens its list. */
export function ShareMeter({ target, course, judged, title, lists }: ShareMeterProps) {
  const t = useT();
  const language = useLanguage();
  const words = useShareWords();
  const { share, standing, needed } = judged;
  const value = words(share);
  const goal = useGoalWords()(target.basisPoints);
  const day = formatDay(target.deadline, language);
  const isProducts = target.indicator === "listing-share";
  const counts = t(isProducts ? "targets:ofProducts" : "targets:ofSmes", {
    counted: formatNumber(share.counted, language),
    of: formatNumber(share.of, language),
  });
  return (
    <TargetMeter
      title={title}
      headingLevel={3}
      share={share.basisPoints}
      target={target.basisPoints}
      value={value}
      targetLabel={t("targets:target.mark", { share: goal, day })}
      description={t("targets:target.drawing", { value, target: goal, day })}
      href={share.of === 0 ? undefined : lists.counted}
      verdict={<StandingTag standing={standing} />}
      detail={
        share.of === 0 ? (
          t("targets:target.nothing")
        ) : (
          <>
            {lists.all ? <a href={lists.all}>{counts}</a> : counts}.{" "}
            {needed === 0
              ? t("targets:target.reached", { target: goal })
              : needed !== null &&
                lists.missing && (
                  <a href={lists.missing}>{t(neededKey(isProducts, course.isOver), { count: needed, target: goal })}</a>
                )}
          </>
        )
      }
    />
  );
}

function neededKey(isProducts: boolean, isOver: boolean) {
  if (isProducts) return isOver ? "targets:target.lacked" : "targets:target.needed";
  return isOver ? "targets:target.lackedSmes" : "targets:target.neededSmes";
}
