import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { DirectoryFilters } from "~/desk/components/directory-filters";
import { type DirectoryItem, listDirectory, readDirectoryChoices } from "~/desk/directory-queries.server";
import { directoryFilter, readDirectoryQuestion } from "~/desk/read-directory-question.server";
import { dayOf } from "~/platform/day";
import { formatMoney, formatNumber } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageHead } from "~/platform/http/page-head";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { photoImage } from "~/products/components/photo-image";
import { ButtonLink, CardGrid, EmptyState, MediaCard, PageHeader, Split, Stack, Tag } from "~/ui";

const pageSize = 24;
const firstRow = 3;

export const loader = door("public").load(async ({ url, t, now }) => {
  const question = readDirectoryQuestion(url.searchParams);
  const page = pageOf(url, pageSize);
  const [{ items, total }, choices] = await Promise.all([
    listDirectory(dayOf(now), directoryFilter(question), page),
    readDirectoryChoices(dayOf(now)),
  ]);
  return {
    title: t("desk:directory.title"),
    description: t("desk:directory.description"),
    canonical: canonicalUrl("/san-pham", { ...question, trang: page.page === 1 ? null : page.page }),
    question,
    items,
    total,
    choices,
    page: pageInList(url, page, total),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function Directory() {
  const t = useT();
  const language = useLanguage();
  const { title, question, items, total, choices, page } = useLoaderData<typeof loader>();
  const isNarrowed = Object.values(question).some((value) => value !== null && value !== "");
  return (
    <>
      <PageHeader
        title={title}
        lead={
          (total > 0 || isNarrowed) &&
          [
            t(isNarrowed ? "desk:directory.found" : "desk:directory.lead", {
              count: total,
              number: formatNumber(total, language),
            }),
            t("desk:directory.legend"),
          ].join(" ")
        }
      />
      <Split side="start" aside={<DirectoryFilters question={question} choices={choices} />}>
        <Stack>
          {total === 0 ? (
            <EmptyState
              title={t(isNarrowed ? "desk:directory.nothing" : "desk:directory.empty")}
              actions={
                isNarrowed && (
                  <ButtonLink variant="secondary" href="/san-pham">
                    {t("desk:directory.showAll")}
                  </ButtonLink>
                )
              }
            >
              {t(isNarrowed ? "desk:directory.nothingText" : "desk:directory.emptyText")}
            </EmptyState>
          ) : (
            <CardGrid>
              {items.map((item, index) => (
                <ProductCard key={item.code} item={item} eager={index < firstRow} />
              ))}
            </CardGrid>
          )}
          <ListPages page={page} total={total} exportable />
        </Stack>
      </Split>
    </>
  );
}

function ProductCard({ item, eager }: { item: DirectoryItem; eager: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { areaKind: kind, areaName: name, formerDistrict, price, unit } = item;
  return (
    <MediaCard
      title={item.name}
      href={`/san-pham/${item.code}`}
      headingLevel={2}
      image={item.photo ? photoImage(item.photo, "") : undefined}
      eager={eager}
      meta={
        <>
          <p>{item.enterpriseName}</p>
          <p>{areaLabel({ kind, name, formerDistrict }, t)}</p>
          {price !== null && (
            <p>
              {unit
                ? t("products:perUnit", { price: formatMoney(price, language), unit })
                : formatMoney(price, language)}
            </p>
          )}
        </>
      }
      tags={
        <>
          {item.schemes.map(({ nameVi, nameEn, counts }) => (
            <Tag key={nameVi} tone={counts ? "accent" : "neutral"} icon="shield">
              {language === "vi" ? nameVi : nameEn}
            </Tag>
          ))}
          {item.marketplaces.map((marketplace) => (
            <Tag key={marketplace} tone="info" icon="store">
              {marketplace}
            </Tag>
          ))}
        </>
      }
    />
  );
}
