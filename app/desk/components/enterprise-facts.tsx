import { SizeRule } from "~/enterprises/components/size-rule";
import type { MemberEnterprise } from "~/enterprises/enterprise-queries.server";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Section, SummaryList } from "~/ui";

/** What is known of an enterprise, for its members; `area` and `phone` as people read them. */
export function EnterpriseFacts({ enterprise }: { enterprise: Omit<MemberEnterprise, "area"> & { area: string } }) {
  const t = useT();
  const language = useLanguage();
  const here = `/quan-ly/${enterprise.id}`;
  const { website } = enterprise;
  const none = t("enterprises:fact.none");
  return (
    <>
      <Section
        title={t("desk:own.facts")}
        actions={
          <ButtonLink variant="secondary" href={`${here}/thong-tin`}>
            {t("desk:own.edit")}
          </ButtonLink>
        }
      >
        <SummaryList
          items={[
            { key: "taxCode", term: t("enterprises:fact.taxCode"), value: enterprise.taxCode },
            { key: "sector", term: t("enterprises:fact.sector"), value: t(`enterprises:sector.${enterprise.sector}`) },
            { key: "area", term: t("enterprises:fact.area"), value: enterprise.area },
            { key: "address", term: t("enterprises:fact.address"), value: enterprise.address || none },
            { key: "phone", term: t("enterprises:fact.phone"), value: enterprise.phone || none },
            {
              key: "website",
              term: t("enterprises:fact.website"),
              value: website ? (
                <a href={website} rel="noreferrer">
                  {website}
                </a>
              ) : (
                none
              ),
            },
            {
              key: "registeredOn",
              term: t("enterprises:fact.registeredOn"),
              value: formatDay(enterprise.registeredOn, language),
            },
            {
              key: "public",
              term: t("desk:own.publicPage"),
              value: <a href={`/co-so/${enterprise.code}`}>{t("desk:own.openPublic")}</a>,
            },
          ]}
        />
      </Section>
      <Section
        title={t("desk:own.size")}
        actions={
          <ButtonLink variant="secondary" href={`${here}/quy-mo`}>
            {t("desk:own.declare")}
          </ButtonLink>
        }
      >
        <SizeRule size={enterprise.size} sector={enterprise.sector} />
      </Section>
    </>
  );
}
