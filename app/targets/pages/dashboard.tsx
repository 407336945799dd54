import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { districtNames } from "~/areas/area-query";
import { dayOf } from "~/platform/day";
import { formatDay, formatNumber } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { pageHead } from "~/platform/http/page-head";
import { useLanguage, useT } from "~/platform/i18n";
import { DashboardOpening } from "~/targets/components/dashboard-opening";
import { PartTable } from "~/targets/components/part-table";
import { useGoalWords, useShareWords } from "~/targets/components/share-words";
import { SmeLevels } from "~/targets/components/sme-levels";
import { ShareMeter, TargetCard } from "~/targets/components/target-card";
import { countedHref } from "~/targets/counted-href";
import { measuredSince } from "~/targets/counting-rules";
import { figureDay, monthEndsBefore } from "~/targets/figure-day";
import { breakDown, countFigures } from "~/targets/figures-queries.server";
import { readScope, scopeParameter } from "~/targets/scope";
import { shareOf } from "~/targets/share";
import { populationOn, readTargets } from "~/targets/target-queries.server";
import { courseOf, judge, judgeLevels } from "~/targets/target-view";
import { Section, ShareChart, Split, Stack } from "~/ui";

const noFigures = { certified: 0, listed: 0, smes: 0, smesAtLeast: [], unsized: 0 };

export const loader = door("public").load(async ({ url, t, now: knownAt }) => {
  const today = dayOf(knownAt);
  const scope = readScope(url.searchParams.get("pham-vi"));
  const { targets, populations } = await readTargets();
  const months = monthEndsBefore(today, measuredSince);
  const days = [...months, ...targets.map(({ deadline }) => figureDay(deadline, today)), today];
  const [figures, parts] = await Promise.all([
    countFigures([...new Set(days)], knownAt, scope),
    breakDown(today, knownAt, scope),
  ]);
  const byDay = new Map(figures.map((figure) => [figure.day, figure]));
  const on = (day: string) => byDay.get(day) ?? { day, ...noFigures };
  const listingTargets = targets.filter(({ indicator }) => indicator === "listing-share");
  return {
    title: t("targets:dashboard.title"),
    description: t("targets:dashboard.description"),
    canonical: canonicalUrl("/", { "pham-vi": scopeParameter(scope.code) }),
    scope: scope.code,
    today,
    now: on(today),
    goal: (listingTargets.find(({ deadline }) => deadline >= today) ?? listingTargets.at(-1))?.basisPoints ?? null,
    products: listingTargets.map((target) => {
      const course = courseOf(target, today);
      const { listed, certified } = on(course.day);
      return { target, course, judged: judge(target, shareOf(listed, certified), today) };
    }),
    smes: targets
      .filter(({ indicator }) => indicator === "sme-share")
      .map((target) => {
        const course = courseOf(target, today);
        // The official number is that of the whole province.
        const population = scope.formerProvince === null ? populationOn(populations, course.day) : null;
        const counted = on(course.day);
        const levels = judgeLevels(target, counted, population?.count ?? null, today);
        return { target, course, population, levels, unsized: counted.unsized };
      }),
    course: [...months, today].map((day) => {
      const { listed, certified } = on(day);
      return { day, ...shareOf(listed, certified) };
    }),
    parts,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export const handle = { Opening };

/** Drawn by the layout, above the page. */
function Opening() {
  const data = useRouteLoaderData<typeof loader>("targets/pages/dashboard");
  return data ? <DashboardOpening now={data.now} today={data.today} scope={data.scope} goal={data.goal} /> : null;
}

export default function Dashboard() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <Section title={t("targets:dashboard.targets")} lead={t("targets:dashboard.targetsLead")}>
        <Split side="even" aside={<SmeTargets />}>
          <Stack>
            <ProductTargets />
          </Stack>
        </Split>
      </Section>
      <Section title={t("targets:dashboard.course")} lead={t("targets:dashboard.courseLead")}>
        <CourseChart />
      </Section>
      {data.now.certified > 0 && (
        <Section title={t("targets:dashboard.parts")} lead={t("targets:dashboard.partsLead")}>
          <Parts />
        </Section>
      )}
    </>
  );
}

function ProductTargets() {
  const t = useT();
  const { products, scope } = useLoaderData<typeof loader>();
  return products.map(({ target, course, judged }) => {
    const href = (nhom: string) => countedHref(target.code, { nhom, "pham-vi": scopeParameter(scope) });
    return (
      <TargetCard key={target.code} target={target} course={course} scope={scope}>
        <ShareMeter
          target={target}
          course={course}
          judged={judged}
          title={t("targets:dashboard.share")}
          lists={{ counted: href("dem"), all: href("mau-so"), missing: href("con-thieu") }}
        />
      </TargetCard>
    );
  });
}

function SmeTargets() {
  const t = useT();
  const { smes, scope } = useLoaderData<typeof loader>();
  return smes.map(({ target, course, population, levels, unsized }) => {
    const href = (nhom: string) => countedHref(target.code, { nhom, "pham-vi": scopeParameter(scope) });
    const [own] = levels;
    return (
      <TargetCard key={target.code} target={target} course={course} scope={scope}>
        {own && (
          <ShareMeter
            target={target}
            course={course}
            judged={own.registered}
            title={t("targets:sme.registered")}
            lists={{ counted: href("dem"), all: href("mau-so"), missing: href("con-thieu") }}
          />
        )}
        {own?.official && population && (
          <ShareMeter
            target={target}
            course={course}
            judged={own.official}
            title={t("targets:sme.official", { year: population.year })}
            lists={{ counted: href("dem") }}
          />
        )}
        <SmeLevels code={target.code} levels={levels} population={population} unsized={unsized} scope={scope} />
      </TargetCard>
    );
  });
}

function CourseChart() {
  const t = useT();
  const language = useLanguage();
  const words = useShareWords();
  const { course, products, today } = useLoaderData<typeof loader>();
  const known = course.filter(({ basisPoints }) => basisPoints !== null);
  const [first = { day: "", basisPoints: null }] = known;
  const last = known.at(-1) ?? first;
  const goal = useGoalWords();
  const label = (day: string) => (day === today ? t("targets:chart.today") : `${day.slice(5, 7)}/${day.slice(0, 4)}`);
  return (
    <ShareChart
      title={t("targets:chart.title")}
      description={
        first.day === ""
          ? t("targets:none")
          : t("targets:chart.description", {
              from: formatDay(first.day, language),
              to: formatDay(last.day, language),
              first: words(first),
              last: words(last),
            })
      }
      points={course.map(({ day, counted, of, basisPoints }) => ({
        day,
        share: basisPoints,
        label: label(day),
        value:
          basisPoints === null
            ? t("targets:none")
            : t("targets:chart.value", {
                share: words({ basisPoints }),
                counted: formatNumber(counted, language),
                of: formatNumber(of, language),
              }),
      }))}
      targets={products.map(({ target }) => ({
        day: target.deadline,
        share: target.basisPoints,
        label: `${goal(target.basisPoints)} · ${target.deadline.slice(0, 4)}`,
      }))}
      tableLabel={t("targets:chart.table")}
      dayHeader={t("targets:chart.day")}
      shareHeader={t("targets:chart.share")}
    />
  );
}

function Parts() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { parts, scope } = useLoaderData<typeof loader>();
  const within = { "pham-vi": scopeParameter(scope) };
  const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) => (isVietnamese ? nameVi : nameEn);
  return (
    <Split
      side="even"
      aside={
        <Stack gap="loose">
          <PartTable
            title={t("targets:parts.schemes")}
            header={t("targets:parts.scheme")}
            note={t("targets:parts.schemesNote")}
            rows={parts.schemes.map((part) => ({ ...part, name: named(part), query: { ...within, loai: part.key } }))}
          />
          <PartTable
            title={t("targets:parts.marketplaces")}
            header={t("targets:parts.marketplace")}
            note={t("targets:parts.marketplacesNote")}
            rows={parts.marketplaces.map((part) => ({
              ...part,
              name: named(part),
              query: { ...within, san: part.key },
            }))}
          />
        </Stack>
      }
    >
      <Stack gap="loose">
        <PartTable
          title={t("targets:parts.groups")}
          header={t("targets:parts.group")}
          rows={parts.groups.map((part) => ({
            ...part,
            name: t(`products:group.${part.key}`),
            query: { ...within, "nhom-hang": part.key },
          }))}
        />
        <Districts />
      </Stack>
    </Split>
  );
}

/** A table for each former province: the whole of it first, then its former districts. */
function Districts() {
  const t = useT();
  const { parts, scope } = useLoaderData<typeof loader>();
  const provinces = [...new Set(parts.districts.map(({ province }) => province))];
  return provinces.map((province) => {
    const districts = parts.districts.filter((part) => part.province === province);
    const sum = (count: (part: { of: number; counted: number }) => number) =>
      districts.reduce((total, part) => total + count(part), 0);
    const query = { "pham-vi": scopeParameter(scope), tinh: province };
    return (
      <PartTable
        key={province}
        title={t("targets:parts.province", { province })}
        header={t("targets:parts.district")}
        rows={[
          {
            key: province,
            name: t("targets:parts.wholeProvince"),
            of: sum(({ of }) => of),
            counted: sum(({ counted }) => counted),
            query,
          },
          ...districts.map((part) => ({
            ...part,
            name: districtNames(part.key),
            query: { ...query, huyen: part.key },
          })),
        ]}
      />
    );
  });
}
