import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { formatDay } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { pageHead } from "~/platform/http/page-head";
import { useLanguage, useT } from "~/platform/i18n";
import { listCountingSchemes, listRecognisedMarketplaces } from "~/targets/target-queries.server";
import { PageHeader, Prose, Section, Table, Tag } from "~/ui";

export const loader = door("public").load(async ({ t }) => {
  const [schemes, marketplaces] = await Promise.all([listCountingSchemes(), listRecognisedMarketplaces()]);
  return {
    title: t("targets:method.title"),
    description: t("targets:method.description"),
    canonical: canonicalUrl("/phuong-phap"),
    schemes,
    marketplaces,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function Method() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("targets:method.lead")} />
      <Section title={t("targets:method.certified.title")}>
        <Prose>
          <p>{t("targets:method.certified.intro")}</p>
          <ul>
            <li>{t("targets:method.certified.registered")}</li>
            <li>{t("targets:method.certified.covered")}</li>
            <li>{t("targets:method.certified.verified")}</li>
            <li>{t("targets:method.certified.valid")}</li>
          </ul>
        </Prose>
      </Section>
      <Section title={t("targets:method.listed.title")}>
        <Prose>
          <p>{t("targets:method.listed.intro")}</p>
          <p>{t("targets:method.listed.window")}</p>
          <p>{t("targets:method.listed.owner")}</p>
          <p>{t("targets:method.listed.once")}</p>
        </Prose>
      </Section>
      <Section title={t("targets:method.share.title")}>
        <Prose>
          <p>{t("targets:method.share.listing")}</p>
          <p>{t("targets:method.share.rounding")}</p>
          <p>{t("targets:method.share.empty")}</p>
          <p>{t("targets:method.share.standing")}</p>
        </Prose>
      </Section>
      <Section title={t("targets:method.sme.title")}>
        <Prose>
          <p>{t("targets:method.sme.level")}</p>
          <p>{t("targets:method.sme.denominators")}</p>
          <p>{t("targets:method.sme.size")}</p>
        </Prose>
      </Section>
      <Section title={t("targets:method.times.title")}>
        <Prose>
          <p>{t("targets:method.times.text")}</p>
        </Prose>
      </Section>
      <Schemes />
      <Marketplaces />
      <Section title={t("targets:method.limits.title")}>
        <Prose>
          <ul>
            <li>{t("targets:method.limits.registered")}</li>
            <li>{t("targets:method.limits.baseline")}</li>
            <li>{t("targets:method.limits.level")}</li>
            <li>{t("targets:method.limits.sales")}</li>
            <li>{t("targets:method.limits.area")}</li>
          </ul>
        </Prose>
      </Section>
    </>
  );
}

function Schemes() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { schemes } = useLoaderData<typeof loader>();
  return (
    <Section title={t("targets:method.schemes.title")} lead={t("targets:method.schemes.lead")}>
      <Table
        caption={t("targets:method.schemes.title")}
        captionHidden
        rows={schemes}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "name",
            header: t("targets:method.schemes.name"),
            primary: true,
            cell: ({ nameVi, nameEn }) => (isVietnamese ? nameVi : nameEn),
          },
          {
            key: "issuer",
            header: t("targets:method.schemes.issuer"),
            cell: ({ issuerVi, issuerEn }) => (isVietnamese ? issuerVi : issuerEn),
          },
          {
            key: "validity",
            header: t("targets:method.schemes.validity"),
            cell: ({ validityMonths }) =>
              validityMonths === null
                ? t("targets:method.schemes.forever")
                : t("targets:method.schemes.months", { count: validityMonths }),
          },
          {
            key: "counts",
            header: t("targets:method.schemes.counts"),
            cell: ({ counts }) => (
              <Tag tone={counts ? "success" : "neutral"} icon={counts ? "check" : "close"}>
                {t(counts ? "targets:method.schemes.yes" : "targets:method.schemes.no")}
              </Tag>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Marketplaces() {
  const t = useT();
  const language = useLanguage();
  const { marketplaces } = useLoaderData<typeof loader>();
  return (
    <Section title={t("targets:method.marketplaces.title")} lead={t("targets:method.marketplaces.lead")}>
      <Table
        caption={t("targets:method.marketplaces.title")}
        captionHidden
        rows={marketplaces}
        rowKey={({ code }) => code}
        columns={[
          { key: "name", header: t("targets:method.marketplaces.name"), primary: true, cell: ({ name }) => name },
          {
            key: "from",
            header: t("targets:method.marketplaces.from"),
            noWrap: true,
            cell: ({ recognisedFrom }) => formatDay(recognisedFrom, language),
          },
          {
            key: "to",
            header: t("targets:method.marketplaces.to"),
            noWrap: true,
            cell: ({ recognisedTo }) =>
              recognisedTo === null ? t("targets:method.marketplaces.now") : formatDay(recognisedTo, language),
          },
          {
            key: "window",
            header: t("targets:method.marketplaces.window"),
            numeric: true,
            cell: ({ windowDays }) => t("targets:method.marketplaces.days", { count: windowDays }),
          },
        ]}
      />
    </Section>
  );
}
