import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { dayOf } from "~/platform/day";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { pageHead } from "~/platform/http/page-head";
import { useLanguage, useT } from "~/platform/i18n";
import { type CommonMistake, leastShown, listCommonMistakes } from "~/reviews/mistake-queries.server";
import { EmptyState, PageHeader, Section, Stack, Table } from "~/ui";

export const loader = door("public").load(async ({ t, now }) => ({
  title: t("reviews:mistakes.title"),
  description: t("reviews:mistakes.description"),
  canonical: canonicalUrl("/loi-thuong-gap"),
  mistakes: await listCommonMistakes(dayOf(now)),
  least: leastShown,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function CommonMistakes() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { title, mistakes, least } = useLoaderData<typeof loader>();
  const nameOf = ({ kind, schemeVi, schemeEn }: CommonMistake) =>
    (isVietnamese ? schemeVi : schemeEn) ?? t(`reviews:kind.${kind}`);
  const names = [...new Set(mistakes.map(nameOf))];
  return (
    <>
      <PageHeader title={title} lead={t("reviews:mistakes.lead")} />
      <Stack gap="loose">
        {names.length === 0 && <EmptyState title={t("reviews:mistakes.none")} />}
        {names.map((scheme) => (
          <Section key={scheme} title={scheme}>
            <Table
              caption={t("reviews:mistakes.caption", { scheme })}
              captionHidden
              rows={mistakes.filter((mistake) => nameOf(mistake) === scheme)}
              rowKey={({ kind, wordsVi }) => `${kind} ${wordsVi}`}
              columns={[
                {
                  key: "words",
                  header: t("reviews:mistakes.column.words"),
                  primary: true,
                  cell: ({ wordsVi, wordsEn }) => (isVietnamese ? wordsVi : wordsEn),
                },
                {
                  key: "count",
                  header: t("reviews:mistakes.column.count"),
                  noWrap: true,
                  cell: ({ count }) => t("reviews:mistakes.count", { count }),
                },
                {
                  key: "advice",
                  header: t("reviews:mistakes.column.advice"),
                  cell: ({ adviceVi, adviceEn }) =>
                    (isVietnamese ? adviceVi : adviceEn) || t("reviews:mistakes.noAdvice"),
                },
              ]}
            />
          </Section>
        ))}
        <p className="ui-soft">{t("reviews:mistakes.rare", { count: least })}</p>
      </Stack>
    </>
  );
}
