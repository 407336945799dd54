import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { assistedProductSchema } from "~/assistance/assisted-form";
import { ownAssisted } from "~/assistance/own-assisted.server";
import { addAssistedProduct } from "~/assistance/save-assisted.server";
import { badForm, parseForm, refusedForm, typedValues } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { ProductFields } from "~/products/components/product-fields";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("registration.assist").load(async (visit) => {
  const assisted = await ownAssisted(visit);
  if (assisted.status !== "open") throw notFound();
  return {
    title: visit.t("assistance:product.title"),
    here: `/ho-tro/${assisted.id}`,
    id: randomUUID(),
    draft: await visit.draft(),
  };
});

export const action = door("registration.assist").act(async (visit) => {
  const { id, status } = await ownAssisted(visit);
  if (status !== "open") throw notFound();
  const { request, actor, acting, language } = visit;
  const { form } = await readForm(request);
  const submitted = parseForm(form, assistedProductSchema, language);
  if (!submitted.value) return badForm(submitted);
  const product = { id: submitted.value.id, typed: typedValues(form) };
  const added = await addAssistedProduct(id, product, actor, acting);
  if (added.ok) {
    await visit.dropDraft();
    return redirect(`/ho-tro/${id}?da=luu`, 303);
  }
  if (added.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "assistance", code: added.code });
});

export const meta = titleOf;

export default function AddAssistedProduct() {
  const t = useT();
  const { here, id, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? draft.state, { id });
  return (
    <>
      <Breadcrumbs
        label={t("assistance:crumbs")}
        items={[
          { label: t("assistance:list.title"), href: "/ho-tro" },
          { label: t("assistance:page.readBack"), href: here },
          { label: t("assistance:product.title") },
        ]}
      />
      <PageHeader title={t("assistance:product.title")} lead={t("assistance:product.lead")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="id" value={form.value("id") ?? id} />
        <ProductFields form={form} />
        <DraftActions submit={t("assistance:product.submit")} cancel={here} />
      </DraftForm>
    </>
  );
}
