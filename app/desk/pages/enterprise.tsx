import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { findPublicEnterprise } from "~/desk/public-queries.server";
import { phoneAsWritten } from "~/enterprises/contact";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageHead } from "~/platform/http/page-head";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { photoImage } from "~/products/components/photo-image";
import {
  Breadcrumbs,
  CardGrid,
  EmptyState,
  MediaCard,
  Notice,
  PageHeader,
  Section,
  Split,
  Stack,
  SummaryList,
  Tag,
} from "~/ui";

const pageSize = 24;
const firstRow = 3;

export const loader = door("public").load(async ({ params, url, t, now }) => {
  const page = pageOf(url, pageSize);
  const enterprise = await findPublicEnterprise((params.code ?? "").slice(0, 40), dayOf(now), page);
  if (!enterprise) throw notFound();
  return {
    title: enterprise.name,
    description: t("desk:enterprise.description", { name: enterprise.name }),
    canonical: canonicalUrl(`/co-so/${enterprise.code}`, { trang: page.page === 1 ? null : page.page }),
    enterprise,
    page: pageInList(url, page, enterprise.total),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function Enterprise() {
  const t = useT();
  const language = useLanguage();
  const { enterprise } = useLoaderData<typeof loader>();
  const { areaKind: kind, areaName: name, formerDistrict } = enterprise;
  return (
    <>
      <Breadcrumbs
        label={t("targets:list.here")}
        items={[{ href: "/san-pham", label: t("desk:directory.title") }, { label: enterprise.name }]}
      />
      <PageHeader title={enterprise.name} lead={areaLabel({ kind, name, formerDistrict }, t)} />
      <Stack gap="loose">
        {enterprise.closedOn !== null && (
          <Notice
            tone="warning"
            title={t("desk:enterprise.closed", { day: formatDay(enterprise.closedOn, language) })}
          />
        )}
        <Split aside={<Facts />}>
          <Products />
        </Split>
      </Stack>
    </>
  );
}

function Products() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { enterprise, page } = useLoaderData<typeof loader>();
  return (
    <Section title={t("desk:enterprise.products")}>
      <Stack>
        {enterprise.total === 0 ? (
          <EmptyState title={t("desk:enterprise.noProducts")} headingLevel={3} />
        ) : (
          <CardGrid>
            {enterprise.products.map((product, index) => {
              const schemes = isVietnamese ? product.schemesVi : product.schemesEn;
              return (
                <MediaCard
                  key={product.code}
                  title={product.name}
                  href={`/san-pham/${product.code}`}
                  image={product.photo ? photoImage(product.photo, "") : undefined}
                  eager={index < firstRow}
                  meta={t(`products:group.${product.group}`)}
                  tags={
                    schemes.length === 0 ? (
                      <Tag>{t("desk:enterprise.noCertificate")}</Tag>
                    ) : (
                      schemes.map((scheme) => (
                        <Tag key={scheme} tone="success" icon="shield">
                          {scheme}
                        </Tag>
                      ))
                    )
                  }
                />
              );
            })}
          </CardGrid>
        )}
        <ListPages page={page} total={enterprise.total} />
      </Stack>
    </Section>
  );
}

function Facts() {
  const t = useT();
  const language = useLanguage();
  const { enterprise } = useLoaderData<typeof loader>();
  const { areaKind: kind, areaName: name, formerDistrict, taxCode, phone, website } = enterprise;
  return (
    <Section title={t("desk:enterprise.facts")}>
      <SummaryList
        items={[
          {
            key: "form",
            term: t("enterprises:fact.legalForm"),
            value: t(`enterprises:legalForm.${enterprise.legalForm}`),
          },
          { key: "sector", term: t("enterprises:fact.sector"), value: t(`enterprises:sector.${enterprise.sector}`) },
          { key: "area", term: t("enterprises:fact.area"), value: areaLabel({ kind, name, formerDistrict }, t) },
          ...(taxCode === null ? [] : [{ key: "tax", term: t("enterprises:fact.taxCode"), value: taxCode }]),
          ...(phone === null
            ? []
            : [
                {
                  key: "phone",
                  term: t("enterprises:fact.phone"),
                  value: <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phoneAsWritten(phone)}</a>,
                },
              ]),
          ...(website === ""
            ? []
            : [{ key: "website", term: t("enterprises:fact.website"), value: <Website address={website} /> }]),
          {
            key: "registered",
            term: t("enterprises:fact.registeredOn"),
            value: formatDay(enterprise.registeredOn, language),
          },
          { key: "code", term: t("desk:enterprise.code"), value: enterprise.code },
        ]}
      />
    </Section>
  );
}

/** The enterprise's own site; anything but a web address stays plain text. */
function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <a href={address} rel="nofollow noopener noreferrer external">
      {address.replace(/^https?:\/\//i, "")}
    </a>
  );
}
