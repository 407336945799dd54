import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftForm, SaveDraftButton } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { ProductFields } from "~/products/components/product-fields";
import { editProduct } from "~/products/edit-product.server";
import { memberProduct } from "~/products/member-product.server";
import { nextProductStatus } from "~/products/product";
import { editProductSchema } from "~/products/product-form";
import { isUnderVerifiedCertificate } from "~/products/product-queries.server";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
} from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  if (!nextProductStatus(product.status, "edit").ok) throw notFound();
  const { name, group, description, price, unit, gtin, version } = product;
  return {
    title: visit.t("products:edit.title"),
    enterprise: { id: enterprise.id, name: enterprise.name },
    product: { id: product.id, name },
    defaults: { name, group, description, price, unit, gtin, version },
    isCertified: await isUnderVerifiedCertificate(product.id),
    draft: await visit.draft(version),
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const { language, actor, acting } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, editProductSchema, language);
  if (!submitted.value) return badForm(submitted);
  const done = await editProduct(enterprise.id, product.id, submitted.value, actor, acting);
  if (done.ok) {
    await visit.dropDraft();
    return redirect(`/quan-ly/${enterprise.id}/san-pham/${product.id}?da=sua`, 303);
  }
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "products", code: done.code });
});

export const meta = titleOf;

export default function EditProduct() {
  const { enterprise, product, defaults, isCertified, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? draft.state, defaults);
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: product.name, href: here },
          { label: t("products:edit.title") },
        ]}
      />
      <PageHeader title={t("products:edit.title")} />
      <Stack>
        {isCertified && <Notice>{t("products:edit.certified")}</Notice>}
        <DraftForm draft={draft} answered={answer !== undefined}>
          <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
          <HiddenField name="version" value={form.value("version") ?? ""} />
          <ProductFields form={form} />
          <FormActions>
            <Button>{t("products:edit.submit")}</Button>
            <SaveDraftButton />
            <ButtonLink variant="quiet" href={here}>
              {t("platform:form.cancel")}
            </ButtonLink>
          </FormActions>
        </DraftForm>
      </Stack>
    </>
  );
}
