import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { levelWords } from "~/certification/level";
import { memberCertificate } from "~/certification/member-certificate.server";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, PageHeader, Stack } from "~/ui";

/** A sheet to print and hang up: whoever scans it sees how the certificate stands on that day. */
export const loader = door("enterprise.manage").load(async ({ params, actor, t }) => {
  const certificate = await memberCertificate({ params, actor });
  const { id, code, number, level, schemeVi, schemeEn, enterpriseId, enterpriseName, products } = certificate;
  if (code === null) throw notFound();
  return {
    title: `${t("certification:check.sheet")} ${number}`,
    here: `/quan-ly/${enterpriseId}/chung-nhan/${id}`,
    code,
    address: canonicalUrl(`/kiem-tra/${code}`),
    number,
    level,
    schemeVi,
    schemeEn,
    enterpriseName,
    products: products.map(({ name }) => name),
  };
});

export const meta = titleOf;

export default function CertificateQr() {
  const t = useT();
  const language = useLanguage();
  const sheet = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: sheet.number, href: sheet.here }, { label: t("certification:check.sheet") }]}
      />
      <PageHeader title={sheet.enterpriseName} lead={sheet.products.join(", ")} />
      <Stack>
        <p>
          <strong>{language === "vi" ? sheet.schemeVi : sheet.schemeEn}</strong>
          {sheet.level && <> · {levelWords(t, sheet.level)}</>} · {sheet.number}
        </p>
        <img
          className="rounded-md bg-white"
          src={`/kiem-tra/${sheet.code}/qr.svg`}
          alt={t("certification:check.qrAlt", { number: sheet.number })}
          width={320}
          height={320}
        />
        <p>{t("certification:check.scan")}</p>
        <p className="break-all">{sheet.address}</p>
        <p className="ui-soft print:hidden">{t("certification:check.printHint")}</p>
      </Stack>
    </>
  );
}
