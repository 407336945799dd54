import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { NextButton } from "~/desk/components/outlook";
import { OwnChange } from "~/desk/components/own-change";
import { OwnProductFacts } from "~/desk/components/own-product-facts";
import { OwnProductProofs } from "~/desk/components/own-product-proofs";
import { OwnProductSteps } from "~/desk/components/own-product-steps";
import { ProductStatusForms } from "~/desk/components/product-status-forms";
import { judgeProduct } from "~/desk/judge-product";
import { listOwnProducts } from "~/desk/own-product-queries.server";
import { outlookTurns } from "~/desk/product-outlook";
import { shownFields } from "~/desk/shown-change.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { discardProduct } from "~/products/discard-product.server";
import { memberProduct } from "~/products/member-product.server";
import { productActionsOpen } from "~/products/product";
import { registerProduct } from "~/products/register-product.server";
import { withdrawProduct } from "~/products/withdraw-product.server";
import { findChangeOf } from "~/reviews/change-queries.server";
import { diffOf } from "~/reviews/proposed-change";
import { Breadcrumbs, ErrorSummary, Notice, PageHeader, Section, Stack, Tag } from "~/ui";

const done = ["them", "sua", "de-xuat", "sua-va-de-xuat", "dang-ky", "rut"] as const;

const statusSchema = z
  .object({
    intent: z.enum(["register", "withdraw", "discard"]),
    version: versionField,
    confirm: z.string().max(10).optional(),
  })
  .refine(({ intent, confirm }) => intent === "register" || confirm !== undefined, {
    path: ["confirm"],
    error: "desk:ownProduct.notConfirmed",
  });

const useCases = { register: registerProduct, withdraw: withdrawProduct, discard: discardProduct };
const outcomes = { register: "?da=dang-ky", withdraw: "?da=rut" } as const;

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const today = dayOf(visit.now);
  const [facts] = await listOwnProducts(visit.actor.accountId, enterprise.id, product.id);
  if (!facts) throw notFound();
  const judged = judgeProduct(facts, today, visit.now);
  const wanted = judged.outlook === "correctCertificate" ? "returned" : "draft";
  const change = await findChangeOf("product", product.id);
  const { t, language, actor } = visit;
  const reader = { t, language, accountId: actor.accountId, isStaff: false, today };
  return {
    title: product.name,
    today,
    change: change && { change, fields: await shownFields("product", diffOf(change.before, change.after), reader) },
    enterprise: { id: enterprise.id, name: enterprise.name },
    product,
    judged,
    open: productActionsOpen(product.status),
    certificateId: judged.coverages.find(({ status }) => status === wanted)?.certificateId ?? null,
    done: done.find((known) => known === visit.url.searchParams.get("da")) ?? null,
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const { language, actor, acting } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, statusSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { intent, version } = submitted.value;
  const place = { enterpriseId: enterprise.id, productId: product.id, version };
  const changed = await useCases[intent](place, actor, acting);
  if (!changed.ok) {
    if (changed.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "products", code: changed.code });
  }
  const here = `/quan-ly/${enterprise.id}`;
  return redirect(
    intent === "discard" ? `${here}?da=bo-nhap` : `${here}/san-pham/${product.id}${outcomes[intent]}`,
    303,
  );
});

export const meta = titleOf;

export default function ProductDesk() {
  const {
    enterprise,
    product,
    change,
    judged,
    today,
    open,
    certificateId,
    done: notice,
  } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const t = useT();
  const { outlook } = judged;
  const isOwnersTurn = outlookTurns[outlook] === "owner";
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: enterprise.name, href: `/quan-ly/${enterprise.id}` }, { label: product.name }]}
      />
      <PageHeader
        title={product.name}
        tags={
          <>
            <Tag>{t(`products:group.${product.group}`)}</Tag>
            <Tag tone={product.status === "registered" ? "success" : "neutral"}>
              {t(`products:status.${product.status}`)}
            </Tag>
          </>
        }
      />
      <Stack gap="loose">
        <Stack>
          <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
          {notice && form.errors.length === 0 && (
            <Notice tone="success" live>
              {t(`desk:ownProduct.done.${notice}`)}
            </Notice>
          )}
          <Notice
            tone={outlook === "counted" ? "success" : isOwnersTurn ? "warning" : "info"}
            title={t(`desk:own.outlook.${outlook}`)}
          >
            <Stack gap="tight">
              <p>{t(`desk:own.todo.${outlook}`)}</p>
              {isOwnersTurn && (
                <p>
                  <NextButton place={{ enterpriseId: enterprise.id, productId: product.id, outlook, certificateId }} />
                </p>
              )}
            </Stack>
          </Notice>
        </Stack>
        {change && (
          <Section title={t("desk:change.crumb")} id="de-xuat">
            <OwnChange {...change} />
          </Section>
        )}
        <div>
          <OwnProductSteps status={product.status} judged={judged} />
          <OwnProductProofs enterpriseId={enterprise.id} product={product} judged={judged} today={today} />
          <OwnProductFacts enterpriseId={enterprise.id} product={product} canEdit={open.includes("edit")} />
          <ProductStatusForms version={product.version} open={open} form={form} />
        </div>
      </Stack>
    </>
  );
}
