import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { formatDay } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageHead } from "~/platform/http/page-head";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { CountedFilters } from "~/targets/components/counted-filters";
import { CountedEnterprises, CountedProducts } from "~/targets/components/counted-tables";
import { type CountedQuery, countedHref } from "~/targets/counted-href";
import { readCountedList } from "~/targets/read-counted-list.server";
import type { SetWord } from "~/targets/read-counted-query.server";
import { scopeParameter } from "~/targets/scope";
import { readFilterChoices } from "~/targets/target-queries.server";
import { Breadcrumbs, ButtonLink, EmptyState, PageHeader, Split, Stack, Tabs } from "~/ui";

const pageSize = 50;

/** The list behind a figure: of a target by its code, or of an indicator as it stands today. */
export const loader = door("public").load(async (visit) => {
  const { url, t, language } = visit;
  const list = await readCountedList(visit);
  const { code, title, isProducts, scope, question, level } = list;
  const page = pageOf(url, pageSize);
  const [choices, products, enterprises] = await Promise.all([
    readFilterChoices(),
    isProducts ? list.products(page) : null,
    isProducts ? null : list.enterprises(page),
  ]);
  const total = products?.total ?? enterprises?.total ?? 0;
  const asked: CountedQuery = {
    nhom: question.word,
    ngay: question.day === list.ownDay ? null : question.day,
    "pham-vi": scopeParameter(scope.code),
    tinh: question.formerProvince,
    huyen: question.formerDistrict,
    loai: question.schemeCode,
    "nhom-hang": question.group,
    san: question.marketplaceCode,
    muc: isProducts ? null : level,
  };
  const path = `/chi-tieu/${code}`;
  return {
    title,
    description: t("targets:list.description", { title, day: formatDay(question.day, language) }),
    canonical: canonicalUrl(path, { ...asked, trang: page.page === 1 ? null : page.page }),
    code,
    path,
    isProducts,
    level,
    question,
    asked,
    choices,
    products: products?.items ?? [],
    enterprises: enterprises?.items ?? [],
    total,
    page: pageInList(url, page, total),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function Counted() {
  const t = useT();
  const language = useLanguage();
  const data = useLoaderData<typeof loader>();
  const { title, code, isProducts, level, question, asked, total, products, enterprises } = data;
  const day = formatDay(question.day, language);
  return (
    <>
      <Breadcrumbs
        label={t("targets:list.here")}
        items={[{ href: "/", label: t("targets:list.back") }, { label: title }]}
      />
      <PageHeader
        title={title}
        lead={t(isProducts ? "targets:list.products" : "targets:list.enterprises", { count: total, day })}
      />
      <Tabs
        label={t("targets:list.sets")}
        items={setWords(isProducts).map((word) => ({
          href: countedHref(code, { ...asked, nhom: word }),
          label: isProducts
            ? t(`targets:list.product.${productSets[word]}`)
            : t(`targets:list.sme.${smeSets[word]}`, { level }),
          current: word === question.word,
        }))}
      />
      <Split
        side="start"
        aside={
          <CountedFilters
            question={question}
            choices={data.choices}
            isProducts={isProducts}
            level={level}
            path={data.path}
            scopeParameter={asked["pham-vi"] ? String(asked["pham-vi"]) : null}
          />
        }
      >
        <Stack>
          {total === 0 ? (
            <EmptyState
              title={t("targets:list.empty")}
              actions={
                <ButtonLink variant="secondary" href="/">
                  {t("targets:list.back")}
                </ButtonLink>
              }
            >
              {t("targets:list.emptyText")}
            </EmptyState>
          ) : isProducts ? (
            <CountedProducts caption={title} items={products} />
          ) : (
            <CountedEnterprises caption={title} items={enterprises} />
          )}
          <ListPages page={data.page} total={total} exportable />
        </Stack>
      </Split>
    </>
  );
}

const smeSets = { dem: "counted", "con-thieu": "missing", "mau-so": "all", "chua-ro-quy-mo": "unsized" } as const;
const productSets = { ...smeSets, "chua-ro-quy-mo": "counted" } as const;

const setWords = (isProducts: boolean): SetWord[] =>
  isProducts ? ["dem", "con-thieu", "mau-so"] : ["dem", "con-thieu", "mau-so", "chua-ro-quy-mo"];
