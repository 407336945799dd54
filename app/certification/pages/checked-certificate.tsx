import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { findCheckable } from "~/certification/check-queries.server";
import { checkedOn } from "~/certification/checked-certificate";
import { CheckedCertificateFacts } from "~/certification/components/checked-certificate-facts";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { pageHead } from "~/platform/http/page-head";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, ButtonLink, Notice, PageHeader, Stack } from "~/ui";

/** Answered alike for a code that nobody has and for a certificate that was never verified. */
export const loader = door("public").load(async ({ params, t, now }) => {
  const today = dayOf(now);
  const found = await findCheckable((params.code ?? "").slice(0, 40));
  const head = { title: t("certification:check.result"), description: t("certification:check.lead"), today };
  if (!found) return json({ ...head, canonical: canonicalUrl("/kiem-tra"), certificate: null }, 404);
  const { code, schemeVi, schemeEn, issuerVi, issuerEn, number, level, issuedOn, validFrom, enterpriseName } = found;
  const told = { schemeVi, schemeEn, issuerVi, issuerEn, number, level, issuedOn, validFrom, enterpriseName };
  return json({
    ...head,
    title: `${head.title} ${number}`,
    canonical: canonicalUrl(`/kiem-tra/${code}`),
    certificate: { ...told, ...checkedOn(today, found) },
  });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

export default function CheckedCertificate() {
  const t = useT();
  const language = useLanguage();
  const { title, today, certificate } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: t("certification:check.title"), href: "/kiem-tra" }, { label: certificate?.number ?? title }]}
      />
      <PageHeader title={title} lead={t("certification:check.on", { day: formatDay(today, language) })} />
      <Stack gap="loose">
        {certificate ? (
          <CheckedCertificateFacts certificate={certificate} />
        ) : (
          <Notice tone="warning" title={t("certification:check.standing.unknown")}>
            <p>{t("certification:check.meaning.unknown")}</p>
          </Notice>
        )}
        <p>
          <ButtonLink variant="secondary" href="/kiem-tra">
            {t("certification:check.another")}
          </ButtonLink>
        </p>
      </Stack>
    </>
  );
}
