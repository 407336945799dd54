import type { ReactNode } from "react";
import type { CertificateField } from "~/certification/certificate-form";
import { levelWords } from "~/certification/level";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { reasonText, type SaidReason } from "~/reviews/reason";
import { SummaryList, Tag } from "~/ui";
import { RecognitionWords, type RecognitionWordsProps } from "./recognition-words";

export interface Facts {
  schemeVi: string;
  schemeEn: string;
  issuerVi: string;
  issuerEn: string;
  counts: boolean;
  number: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  recognition: RecognitionWordsProps["recognition"] | null;
  products: { id: string; name: string; status: string }[];
}

/** What the certificate says, as it was claimed, with a reviewer's reasons at the fields they are about. */
export function CertificateFacts({
  certificate,
  remarks = [],
  isStaff = false,
}: {
  certificate: Facts;
  remarks?: readonly SaidReason[];
  /** Staff may open the signed decision. */
  isStaff?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const item = (field: CertificateField, value: ReactNode) => ({
    key: field,
    term: t(`certification:field.${field}`),
    value,
    errors: remarks.filter((remark) => remark.field === field).map((remark) => reasonText(remark, language)),
  });
  const isVietnamese = language === "vi";
  return (
    <SummaryList
      items={[
        item(
          "schemeId",
          <>
            {isVietnamese ? certificate.schemeVi : certificate.schemeEn}{" "}
            {certificate.counts && <Tag tone="accent">{t("certification:counts")}</Tag>}
            <br />
            <span className="ui-soft">{isVietnamese ? certificate.issuerVi : certificate.issuerEn}</span>
          </>,
        ),
        item("number", certificate.number),
        ...(certificate.level ? [item("level", levelWords(t, certificate.level))] : []),
        item("issuedOn", formatDay(certificate.issuedOn, language)),
        item("validFrom", formatDay(certificate.validFrom, language)),
        item(
          "validTo",
          certificate.validTo ? formatDay(certificate.validTo, language) : t("certification:standing.validForever"),
        ),
        ...(certificate.recognition
          ? [
              {
                key: "recognition",
                term: t("certification:recognition.verifiedBy"),
                value: <RecognitionWords recognition={certificate.recognition} withPaper={isStaff} />,
              },
            ]
          : []),
        item(
          "products",
          certificate.products.length === 0 ? (
            t("certification:noProducts")
          ) : (
            <ul>
              {certificate.products.map((product) => (
                <li key={product.id}>{product.name}</li>
              ))}
            </ul>
          ),
        ),
      ]}
    />
  );
}
