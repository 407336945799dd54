import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { standingOn } from "~/certification/certificate";
import { PublicCertificates } from "~/desk/components/public-certificates";
import { PublicListings } from "~/desk/components/public-listings";
import { productData } from "~/desk/product-data";
import { findPublicProduct } from "~/desk/public-queries.server";
import { listProductListings } from "~/listings/listing-queries.server";
import { dayOf } from "~/platform/day";
import { environment } from "~/platform/env.server";
import { formatDay, formatMoney } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { pageHead } from "~/platform/http/page-head";
import { useLanguage, useT } from "~/platform/i18n";
import { photoAlt, photoImage } from "~/products/components/photo-image";
import { Breadcrumbs, EmptyState, PageHeader, Section, Split, Stack, SummaryList, Tag } from "~/ui";

export const loader = door("public").load(async ({ params, t, now }) => {
  const today = dayOf(now);
  const product = await findPublicProduct((params.code ?? "").slice(0, 40), today);
  if (!product) throw notFound();
  const { id, ...shown } = product;
  const listings = product.status === "withdrawn" ? [] : await listProductListings(id, today);
  return {
    title: product.name,
    description: t("desk:product.description", { name: product.name, enterprise: product.enterpriseName }),
    canonical: canonicalUrl(`/san-pham/${product.code}`),
    today,
    product: shown,
    described: product.status === "withdrawn" ? null : productData(product, today, environment().PUBLIC_ORIGIN),
    isCertified: product.certificates.some((certificate) => standingOn(today, certificate) === "valid"),
    listings: listings.map((listing) => ({
      id: listing.id,
      marketplaceName: listing.marketplaceName,
      url: listing.url,
      status: listing.status,
      ageDays: listing.ageDays,
      lapsesOn: listing.lapsesOn,
      isRecognised: listing.isRecognised,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageHead(data),
  // Remix escapes it; data in a script element is no script, and the page's policy lets none run.
  ...(data?.described ? [{ "script:ld+json": data.described }] : []),
];

export default function Product() {
  const t = useT();
  const language = useLanguage();
  const { product, listings, today, isCertified } = useLoaderData<typeof loader>();
  const isWithdrawn = product.withdrawnOn !== null;
  return (
    <>
      <Breadcrumbs
        label={t("targets:list.here")}
        items={[{ href: "/san-pham", label: t("desk:directory.title") }, { label: product.name }]}
      />
      <PageHeader
        title={product.name}
        lead={<a href={`/co-so/${product.enterpriseCode}`}>{product.enterpriseName}</a>}
        tags={
          !isWithdrawn && (
            <Tag tone={isCertified ? "success" : "warning"} icon={isCertified ? "shield" : "warning"}>
              {t(isCertified ? "desk:product.valid" : "desk:product.notValid")}
            </Tag>
          )
        }
      />
      {product.withdrawnOn !== null ? (
        <EmptyState
          title={t("desk:product.withdrawn", { day: formatDay(product.withdrawnOn, language) })}
          icon="document"
        >
          {t("desk:product.withdrawnText")}
        </EmptyState>
      ) : (
        <Split
          aside={
            <Stack>
              <Facts />
              <QrCode />
            </Stack>
          }
        >
          <Stack gap="loose">
            <Photos />
            {product.description && <p className="ui-prose whitespace-pre-line">{product.description}</p>}
            <div>
              <PublicCertificates certificates={product.certificates} today={today} />
              <PublicListings listings={listings} />
            </div>
          </Stack>
        </Split>
      )}
    </>
  );
}

function Photos() {
  const t = useT();
  const { product } = useLoaderData<typeof loader>();
  const [first, ...others] = product.photos;
  if (!first) return null;
  const alt = (number: number) => t("desk:product.photo", { number, name: product.name });
  return (
    <div className="grid grid-cols-4 gap-2">
      <img
        {...photoImage(first, product.name)}
        alt={photoAlt(first, alt(1))}
        sizes="(min-width: 64rem) 46rem, 100vw"
        className="ui-media-img col-span-4 rounded-md"
      />
      {others.map((photo, index) => (
        <img
          key={photo.fileId}
          {...photoImage(photo, product.name)}
          alt={photoAlt(photo, alt(index + 2))}
          sizes="(min-width: 64rem) 11rem, 25vw"
          className="ui-media-img rounded-md"
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
}

function Facts() {
  const t = useT();
  const language = useLanguage();
  const { product } = useLoaderData<typeof loader>();
  const { areaKind: kind, areaName: name, formerDistrict, price, unit, gtin } = product;
  const money = price === null ? null : formatMoney(price, language);
  return (
    <Section title={t("desk:product.facts")}>
      <SummaryList
        items={[
          ...(money === null
            ? []
            : [
                {
                  key: "price",
                  term: t("products:fact.price"),
                  value: unit ? t("products:perUnit", { price: money, unit }) : money,
                },
              ]),
          { key: "group", term: t("products:fact.group"), value: t(`products:group.${product.group}`) },
          {
            key: "enterprise",
            term: t("desk:product.enterprise"),
            value: <a href={`/co-so/${product.enterpriseCode}`}>{product.enterpriseName}</a>,
          },
          { key: "area", term: t("enterprises:fact.area"), value: areaLabel({ kind, name, formerDistrict }, t) },
          ...(gtin === null ? [] : [{ key: "gtin", term: t("products:fact.gtin"), value: gtin }]),
          { key: "code", term: t("products:fact.code"), value: product.code },
          {
            key: "registered",
            term: t("products:fact.registeredOn"),
            value: formatDay(product.registeredOn, language),
          },
        ]}
      />
    </Section>
  );
}

function QrCode() {
  const t = useT();
  const { product } = useLoaderData<typeof loader>();
  return (
    <Section title={t("desk:product.qr")} level={3}>
      <img
        className="rounded-md bg-white"
        src={`/san-pham/${product.code}/qr.svg`}
        alt={t("desk:product.qrAlt", { name: product.name })}
        width={180}
        height={180}
        loading="lazy"
      />
      <p className="ui-soft mt-2">{t("desk:product.qrText")}</p>
    </Section>
  );
}
