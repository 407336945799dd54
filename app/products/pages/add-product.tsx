import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftForm, SaveDraftButton } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { addProduct } from "~/products/add-product.server";
import { ProductFields } from "~/products/components/product-fields";
import { addProductSchema } from "~/products/product-form";
import { Breadcrumbs, Button, ErrorSummary, FormActions, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { id, name } = await memberEnterprise(visit);
  return {
    title: visit.t("products:add.title"),
    enterprise: { id, name },
    id: randomUUID(),
    draft: await visit.draft(),
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const enterprise = await memberEnterprise(visit);
  const { language, actor, acting } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, addProductSchema, language);
  if (!submitted.value) return badForm(submitted);
  const done = await addProduct(enterprise.id, submitted.value, actor, acting);
  if (done.ok) {
    await visit.dropDraft();
    return redirect(`/quan-ly/${enterprise.id}/san-pham/${done.value.id}?da=them`, 303);
  }
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "products", code: done.code });
});

export const meta = titleOf;

export default function AddProduct() {
  const { enterprise, id, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? draft.state, { id });
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: enterprise.name, href: `/quan-ly/${enterprise.id}` }, { label: t("products:add.title") }]}
      />
      <PageHeader title={t("products:add.title")} lead={t("products:add.lead")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="id" value={form.value("id") ?? id} />
        <ProductFields form={form} />
        <FormActions>
          <Button name="intent" value="register">
            {t("products:add.register")}
          </Button>
          <Button variant="secondary" name="intent" value="draft">
            {t("products:add.draft")}
          </Button>
          <SaveDraftButton />
        </FormActions>
      </DraftForm>
    </>
  );
}
