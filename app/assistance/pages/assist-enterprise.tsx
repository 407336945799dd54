import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { assistEnterprise } from "~/assistance/save-assisted.server";
import { TaxCodeField } from "~/enterprises/components/enterprise-fields";
import { readTaxCode } from "~/enterprises/tax-code";
import { dayOf } from "~/platform/day";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, Button, ErrorSummary, Form, FormActions, HiddenField, PageHeader } from "~/ui";

const schema = z.object({
  id: z.uuid(),
  taxCode: z.string({ error: "enterprises:taxCode.empty" }).max(300, { error: "enterprises:taxCode.format" }),
});

export const loader = door("registration.assist").load(async ({ t, heldForm }) => ({
  title: t("assistance:existing.title"),
  id: randomUUID(),
  held: await heldForm(),
}));

export const action = door("registration.assist").act(async ({ request, actor, acting, language, now }) => {
  const submitted = parseForm((await readForm(request)).form, schema, language);
  if (!submitted.value) return badForm(submitted);
  const taxCode = readTaxCode(submitted.value.taxCode, dayOf(now));
  if (!taxCode.ok) return badForm(submitted, { taxCode: [`enterprises:${taxCode.code}`] });
  const { id } = submitted.value;
  const started = await assistEnterprise({ id, taxCode: taxCode.value.value }, actor, acting);
  if (started.ok) return redirect(`/ho-tro/${id}/san-pham`, 303);
  if (started.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "assistance", code: started.code });
});

export const meta = titleOf;

export default function AssistEnterprise() {
  const t = useT();
  const { id, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, { id });
  return (
    <>
      <Breadcrumbs
        label={t("assistance:crumbs")}
        items={[{ label: t("assistance:list.title"), href: "/ho-tro" }, { label: t("assistance:existing.title") }]}
      />
      <PageHeader title={t("assistance:existing.title")} lead={t("assistance:existing.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? id} />
        <TaxCodeField form={form} />
        <FormActions>
          <Button>{t("assistance:existing.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
