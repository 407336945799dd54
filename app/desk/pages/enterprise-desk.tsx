import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { EnterpriseFacts } from "~/desk/components/enterprise-facts";
import { NextButton } from "~/desk/components/outlook";
import { OwnCertificates } from "~/desk/components/own-certificates";
import { OwnProducts } from "~/desk/components/own-products";
import { judgeProduct } from "~/desk/judge-product";
import { listOwnCertificates } from "~/desk/own-certificate-queries.server";
import { listOwnProducts, mostOwnProducts } from "~/desk/own-product-queries.server";
import { outlookTurns } from "~/desk/product-outlook";
import { checklistProgress } from "~/enterprises/checklist-queries.server";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { phoneAsWritten } from "~/enterprises/contact";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { dayOf } from "~/platform/day";
import { ExportLinks } from "~/platform/http/export-links";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ButtonLink, EmptyState, Notice, PageHeader, Section, Stack, Tag } from "~/ui";

const done = ["dang-ky", "sua", "quy-mo", "bo-nhap"] as const;
const localPrefixes = ["41", "59"];

export const loader = door("enterprise.manage").load(async (visit) => {
  const enterprise = await memberEnterprise(visit);
  const { actor, now, url, t } = visit;
  const today = dayOf(now);
  const [products, certificates, progress] = await Promise.all([
    listOwnProducts(actor.accountId, enterprise.id),
    listOwnCertificates(enterprise.id, actor.accountId, today),
    checklistProgress([enterprise.id], today),
  ]);
  const prefix = enterprise.taxCode.slice(0, 2);
  return {
    title: enterprise.name,
    today,
    enterprise: {
      ...enterprise,
      area: areaLabel(enterprise.area, t),
      phone: enterprise.phone && phoneAsWritten(enterprise.phone),
    },
    certificates,
    progress: progress.get(enterprise.id),
    products: products.map((product) => {
      const { outlook, coverages } = judgeProduct(product, today, now);
      const wanted = outlook === "correctCertificate" ? "returned" : "draft";
      return {
        id: product.id,
        name: product.name,
        isRegistered: product.status === "registered",
        hasPhoto: product.photo !== null,
        outlook,
        certificateId: coverages.find(({ status }) => status === wanted)?.certificateId ?? null,
      };
    }),
    mayHaveMore: products.length === mostOwnProducts,
    done: done.find((known) => known === url.searchParams.get("da")) ?? null,
    foreignPrefix: enterprise.taxCodeKind !== "personal" && !localPrefixes.includes(prefix) ? prefix : null,
  };
});

export const meta = titleOf;

export default function EnterpriseDesk() {
  const {
    enterprise,
    products,
    certificates,
    today,
    progress,
    mayHaveMore,
    done: notice,
    foreignPrefix,
  } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `/quan-ly/${enterprise.id}`;
  const registered = products.filter(({ isRegistered }) => isRegistered);
  const counted = products.filter(({ outlook }) => outlook === "counted");
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: t("desk:home.title"), href: "/ban-lam-viec" }, { label: enterprise.name }]}
      />
      <PageHeader
        title={enterprise.name}
        tags={
          <>
            <Tag>{t(`enterprises:legalForm.${enterprise.legalForm}`)}</Tag>
            {enterprise.size && <Tag tone="accent">{t(`enterprises:sizeName.${enterprise.size.size}`)}</Tag>}
            <ChecklistTag progress={progress} href={`${here}/danh-muc`} />
          </>
        }
        lead={
          registered.length > 0
            ? t("desk:own.countedOf", { counted: counted.length, of: registered.length })
            : enterprise.area
        }
        actions={
          <ButtonLink variant="quiet" href={`${here}/thanh-vien`}>
            {t("enterprises:members.open")}
          </ButtonLink>
        }
      />
      <Stack gap="loose">
        <Stack>
          {notice && (
            <Notice tone="success" live>
              {t(`desk:own.done.${notice}`)}
            </Notice>
          )}
          {notice === "dang-ky" && foreignPrefix && (
            <Notice tone="warning">{t("enterprises:taxCode.elsewhere", { prefix: foreignPrefix })}</Notice>
          )}
          <NextStep />
        </Stack>
        <div>
          <Section
            title={t("desk:own.products")}
            actions={
              products.length > 0 && (
                <>
                  <ButtonLink variant="secondary" href={`${here}/san-pham/moi`}>
                    {t("desk:own.addProduct")}
                  </ButtonLink>
                  <a href={`/nhap-lieu/moi/san-pham?co-so=${enterprise.id}`}>{t("desk:own.importProducts")}</a>
                </>
              )
            }
          >
            {products.length > 0 ? (
              <OwnProducts enterpriseId={enterprise.id} products={products} />
            ) : (
              <EmptyState
                icon="leaf"
                title={t("desk:own.noProducts")}
                headingLevel={3}
                actions={
                  <>
                    <ButtonLink href={`${here}/san-pham/moi`}>{t("desk:own.addProduct")}</ButtonLink>
                    <a href={`/nhap-lieu/moi/san-pham?co-so=${enterprise.id}`}>{t("desk:own.importProducts")}</a>
                  </>
                }
              >
                {t("desk:own.noProductsText")}
              </EmptyState>
            )}
            {mayHaveMore && <p className="ui-soft">{t("desk:own.more")}</p>}
            <ExportLinks total={products.length} path={`${here}/san-pham`} />
          </Section>
          <Section
            id="chung-nhan"
            title={t("desk:own.certificates")}
            actions={
              products.length > 0 && (
                <ButtonLink variant="secondary" href={`${here}/chung-nhan/moi`}>
                  {t("desk:own.addCertificate")}
                </ButtonLink>
              )
            }
          >
            {certificates.length > 0 ? (
              <OwnCertificates enterpriseId={enterprise.id} certificates={certificates} today={today} />
            ) : (
              <EmptyState icon="shield" title={t("desk:own.noCertificates")} headingLevel={3}>
                {t("desk:own.noCertificatesText")}
              </EmptyState>
            )}
          </Section>
          <EnterpriseFacts enterprise={enterprise} />
        </div>
      </Stack>
    </>
  );
}

/** The one thing to do now: the first product that waits for its owner. */
function NextStep() {
  const { enterprise, products, certificates } = useLoaderData<typeof loader>();
  const t = useT();
  if (products.length === 0) return null;
  const next = products.find(({ outlook }) => outlookTurns[outlook] === "owner");
  if (!next) {
    const all = products.every(({ isRegistered, outlook }) => !isRegistered || outlook === "counted");
    return all ? <Notice tone="success">{t("desk:own.allDone")}</Notice> : <Notice>{t("desk:own.waiting")}</Notice>;
  }
  const { id: productId, name, outlook, certificateId } = next;
  const unfinished = certificates.find(({ status, products: covered }) => status === "draft" && covered === 0);
  if (outlook === "addCertificate" && unfinished) {
    return (
      <Notice tone="warning" title={t("desk:own.next")}>
        <Stack gap="tight">
          <p>{t("desk:own.unfinished", { number: unfinished.number })}</p>
          <p>
            <ButtonLink href={`/quan-ly/${enterprise.id}/chung-nhan/${unfinished.id}`}>
              {t("desk:own.openCertificate")}
            </ButtonLink>
          </p>
        </Stack>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={t("desk:own.next")}>
      <Stack gap="tight">
        <p>
          <a href={`/quan-ly/${enterprise.id}/san-pham/${productId}`}>{name}</a>: {t(`desk:own.todo.${outlook}`)}
        </p>
        <p>
          <NextButton place={{ enterpriseId: enterprise.id, productId, outlook, certificateId }} />
        </p>
      </Stack>
    </Notice>
  );
}
