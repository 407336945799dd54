import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { listSchemes } from "~/certification/certificate-queries.server";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Table, Tag } from "~/ui";

export const loader = door("scheme.administer").load(async ({ t, url }) => ({
  isSaved: url.searchParams.has("da"),
  title: t("certification:schemes.title"),
  schemes: await listSchemes(),
}));

export const meta = titleOf;

export default function SchemeList() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { title, schemes, isSaved } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("certification:schemes.lead")}
        actions={<ButtonLink href="/quan-tri/loai-chung-nhan/moi">{t("certification:schemes.add")}</ButtonLink>}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{t("certification:schemes.saved")}</p>
        </Notice>
      )}
      <Table
        caption={title}
        captionHidden
        rows={schemes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("certification:schemes.name"),
            primary: true,
            cell: (scheme) => (
              <a href={`/quan-tri/loai-chung-nhan/${scheme.id}`}>{isVietnamese ? scheme.nameVi : scheme.nameEn}</a>
            ),
          },
          {
            key: "issuer",
            header: t("certification:schemes.issuer"),
            cell: (scheme) => (isVietnamese ? scheme.issuerVi : scheme.issuerEn),
          },
          {
            key: "validity",
            header: t("certification:schemes.validity"),
            cell: (scheme) =>
              scheme.validityMonths === null
                ? t("certification:standing.validForever")
                : t("certification:schemes.months", { count: scheme.validityMonths }),
          },
          {
            key: "counts",
            header: t("certification:schemes.counts"),
            cell: (scheme) => (
              <Tag tone={scheme.counts ? "accent" : "neutral"}>
                {t(scheme.counts ? "certification:schemes.yes" : "certification:schemes.no")}
              </Tag>
            ),
          },
          {
            key: "certificates",
            header: t("certification:schemes.certificates"),
            numeric: true,
            cell: (scheme) => scheme.certificates,
          },
          {
            key: "active",
            header: t("certification:schemes.active"),
            cell: (scheme) => t(scheme.active ? "certification:schemes.yes" : "certification:schemes.no"),
          },
        ]}
      />
    </>
  );
}
