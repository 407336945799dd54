import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/accounts/access";
import { contactAsWritten } from "~/accounts/contact";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { areaLabel } from "~/areas/area-label";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import {
  findEnterpriseRecord,
  listRecordAssessments,
  listRecordCertificates,
  listRecordListings,
  listRecordProducts,
} from "~/desk/enterprise-record-queries.server";
import { actOnBehalf } from "~/enterprises/act-on-behalf.server";
import { checklistProgress } from "~/enterprises/checklist-queries.server";
import { ActOnBehalfForm } from "~/enterprises/components/act-on-behalf-form";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { MandateList } from "~/enterprises/components/mandate-list";
import { phoneAsWritten } from "~/enterprises/contact";
import { listMandates } from "~/enterprises/mandate-queries.server";
import { maskTaxCode } from "~/enterprises/personal-number";
import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, PageHeader, Section, SummaryList, Table, Tag } from "~/ui";

export const loader = door("register.read").load(async ({ params, url, actor, now, heldForm }) => {
  const found = await findEnterpriseRecord(uuidParam(params.enterpriseId));
  if (!found) throw notFound();
  const today = dayOf(now);
  const [products, certificates, listings, assessments, mandates, isOwn, progress] = await Promise.all([
    listRecordProducts(found.id),
    listRecordCertificates(found.id),
    listRecordListings(found.id, today),
    listRecordAssessments(found.id),
    listMandates(found.id),
    belongsTo(actor.accountId, found.id),
    checklistProgress([found.id], today),
  ]);
  return {
    title: found.name,
    enterprise: { ...found, taxCode: maskTaxCode(found.taxCode) },
    today,
    products,
    certificates,
    listings,
    assessments,
    mandates,
    progress: progress.get(found.id),
    mayAssess: may(actor.role, "assessment.record", isOwn),
    mayOpenAccount: may(actor.role, "enterprise.open-account"),
    mayActOnBehalf: may(actor.role, "enterprise.act-on-behalf"),
    hasEnded: url.searchParams.get("da") === "thoi-lam-thay",
    newId: randomUUID(),
    held: await heldForm(),
  };
});

const actSchema = z.object({
  id: z.uuid(),
  reason: z
    .string({ error: "enterprises:mandate.reasonMissing" })
    .trim()
    .min(10, { error: "enterprises:mandate.reasonMissing" })
    .max(300, { error: "enterprises:field.tooLong" }),
});

export const action = door("enterprise.act-on-behalf").act(async ({ request, params, actor, acting, language }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const submitted = parseForm((await readForm(request)).form, actSchema, language);
  if (!submitted.value) return badForm(submitted);
  const opened = await actOnBehalf({ ...submitted.value, enterpriseId }, actor, acting);
  if (!opened.ok) {
    if (opened.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code: opened.code });
  }
  return redirect(`/quan-ly/${enterpriseId}`);
});

export const meta = titleOf;

export default function EnterpriseRecord() {
  const t = useT();
  const language = useLanguage();
  const { enterprise, today, products, certificates, listings, assessments, mandates, held, ...page } =
    useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  return (
    <>
      <Breadcrumbs
        label={t("desk:crumbs")}
        items={[{ label: t("desk:nav.enterprises"), href: "/so/co-so" }, { label: enterprise.name }]}
      />
      <PageHeader
        title={enterprise.name}
        tags={
          <>
            {enterprise.size && <Tag tone="info">{t(`enterprises:sizeName.${enterprise.size}`)}</Tag>}
            <ChecklistTag progress={page.progress} />
          </>
        }
        actions={
          <>
            <ButtonLink variant="secondary" href={`/co-so/${enterprise.code}`}>
              {t("desk:record.publicPage")}
            </ButtonLink>
            {page.mayAssess && (
              <ButtonLink variant="secondary" href={`/tham-dinh/danh-gia/${enterprise.id}`}>
                {t("desk:record.assess")}
              </ButtonLink>
            )}
          </>
        }
      />
      {page.hasEnded && (
        <Notice tone="success" live>
          {t("enterprises:mandate.ended")}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <SummaryList
        items={[
          { key: "taxCode", term: t("enterprises:fact.taxCode"), value: enterprise.taxCode },
          {
            key: "form",
            term: t("enterprises:fact.legalForm"),
            value: t(`enterprises:legalForm.${enterprise.legalForm}`),
          },
          { key: "sector", term: t("enterprises:fact.sector"), value: t(`enterprises:sector.${enterprise.sector}`) },
          { key: "area", term: t("enterprises:fact.area"), value: areaLabel(enterprise.area, t) },
          {
            key: "address",
            term: t("enterprises:fact.address"),
            value: enterprise.address || t("enterprises:fact.none"),
          },
          {
            key: "phone",
            term: t("enterprises:fact.phone"),
            value: phoneAsWritten(enterprise.phone) || t("enterprises:fact.none"),
          },
          {
            key: "since",
            term: t("enterprises:fact.registeredOn"),
            value: formatDay(enterprise.registeredOn, language),
          },
          {
            key: "members",
            term: t("desk:record.members"),
            value: (
              <>
                {enterprise.members
                  .map(({ name, ...contact }) => `${name} (${contactAsWritten(contact)})`)
                  .join(", ") || t("enterprises:fact.none")}
                {page.mayOpenAccount && (
                  <>
                    {" "}
                    <a href={`/so/co-so/${enterprise.id}/tai-khoan`}>{t("enterprises:ownerAccount.record")}</a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <Section title={t("desk:record.certificates")}>
        {certificates.length === 0 ? (
          <p>{t("platform:list.none")}</p>
        ) : (
          <Table
            caption={t("desk:record.certificates")}
            captionHidden
            rows={certificates}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "number",
                header: t("certification:field.number"),
                primary: true,
                cell: ({ id, number }) => <a href={`/tham-dinh/chung-nhan/${id}`}>{number}</a>,
              },
              {
                key: "scheme",
                header: t("certification:field.schemeId"),
                cell: ({ schemeVi, schemeEn }) => (language === "vi" ? schemeVi : schemeEn),
              },
              {
                key: "standing",
                header: t("certification:register.standing"),
                cell: (certificate) => <CertificateStandingTag certificate={certificate} today={today} />,
              },
            ]}
          />
        )}
      </Section>
      <Section title={t("desk:record.products")}>
        {products.length === 0 ? (
          <p>{t("platform:list.none")}</p>
        ) : (
          <Table
            caption={t("desk:record.products")}
            captionHidden
            rows={products}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("products:fact.name"),
                primary: true,
                cell: ({ code, name, status }) =>
                  status === "draft" ? name : <a href={`/san-pham/${code}`}>{name}</a>,
              },
              { key: "status", header: t("desk:record.status"), cell: ({ status }) => t(`products:status.${status}`) },
              {
                key: "listings",
                header: t("desk:record.listings"),
                numeric: true,
                cell: (product) => product.listings,
              },
            ]}
          />
        )}
      </Section>
      <Section title={t("desk:record.listings")}>
        {listings.length === 0 ? (
          <p>{t("platform:list.none")}</p>
        ) : (
          <Table
            caption={t("desk:record.listings")}
            captionHidden
            rows={listings}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "product",
                header: t("products:fact.name"),
                primary: true,
                cell: ({ id, productName }) => <a href={`/tham-dinh/tin-dang/${id}`}>{productName}</a>,
              },
              { key: "marketplace", header: t("desk:record.marketplace"), cell: ({ marketplace }) => marketplace },
              {
                key: "status",
                header: t("desk:record.status"),
                cell: (listing) => <ListingStatusTag standing={listing} />,
              },
            ]}
          />
        )}
      </Section>
      <Section title={t("desk:record.assessments")}>
        {assessments.length === 0 ? (
          <p>{t("platform:list.none")}</p>
        ) : (
          <ul>
            {assessments.map(({ id, level, assessedOn, source }) => (
              <li key={id}>{t("desk:record.assessment", { level, day: formatDay(assessedOn, language), source })}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("enterprises:mandate.title")}>
        <MandateList mandates={mandates} />
        {page.mayActOnBehalf && <ActOnBehalfForm form={form} id={page.newId} />}
      </Section>
    </>
  );
}
