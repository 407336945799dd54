import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import type { OwnCertificate } from "~/desk/own-certificate-queries.server";
import type { Day } from "~/platform/day";
import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { type Column, Table } from "~/ui";

interface OwnCertificatesProps {
  enterpriseId: string;
  certificates: readonly OwnCertificate[];
  today: Day;
}

export function OwnCertificates({ enterpriseId, certificates, today }: OwnCertificatesProps) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<OwnCertificate>[] = [
    {
      key: "number",
      header: t("desk:own.column.number"),
      primary: true,
      cell: ({ id, number }) => <a href={`/quan-ly/${enterpriseId}/chung-nhan/${id}`}>{number}</a>,
    },
    {
      key: "scheme",
      header: t("desk:own.column.scheme"),
      cell: ({ schemeVi, schemeEn }) => (language === "vi" ? schemeVi : schemeEn),
    },
    {
      key: "standing",
      header: t("desk:own.column.state"),
      cell: (certificate) => <CertificateStandingTag certificate={certificate} today={today} />,
    },
    {
      key: "products",
      header: t("desk:own.column.products"),
      numeric: true,
      cell: ({ products }) => formatNumber(products, language),
    },
  ];
  return (
    <Table
      caption={t("desk:own.certificatesCaption")}
      captionHidden
      columns={columns}
      rows={certificates}
      rowKey={({ id }) => id}
    />
  );
}
