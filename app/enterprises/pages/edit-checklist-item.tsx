import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { findChecklistItem } from "~/enterprises/checklist-queries.server";
import { ChecklistItemFields } from "~/enterprises/components/checklist-item-fields";
import { checklistItemSchema, writeChecklistItem } from "~/enterprises/write-checklist-item.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, Button, ButtonLink, ErrorSummary, Form, FormActions, HiddenField, PageHeader, Stack } from "~/ui";

const newOne = "moi";
const list = "/quan-tri/danh-muc";

export const loader = door("checklist.administer").load(async ({ params, t, language, heldForm }) => {
  const item = params.itemId === newOne ? undefined : await findChecklistItem(uuidParam(params.itemId));
  if (!item && params.itemId !== newOne) throw notFound();
  return {
    title: item ? (language === "vi" ? item.nameVi : item.nameEn) : t("enterprises:checklist.form.add"),
    kind: item?.kind ?? null,
    defaults: item
      ? { ...item, required: item.required ? "on" : "", active: item.active ? "on" : "" }
      : { id: crypto.randomUUID(), version: 0, position: 100, active: "on" },
    held: await heldForm(),
  };
});

export const action = door("checklist.administer").act(async ({ request, params, actor, acting, language }) => {
  const submitted = parseForm((await readForm(request)).form, checklistItemSchema, language);
  if (!submitted.value) return badForm(submitted);
  const id = params.itemId === newOne ? undefined : uuidParam(params.itemId);
  const written = await writeChecklistItem(id, submitted.value, actor, acting);
  if (!written.ok) {
    if (written.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code: written.code });
  }
  return redirect(`${list}?da=luu`, 303);
});

export const meta = titleOf;

export default function EditChecklistItem() {
  const t = useT();
  const { title, kind, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  return (
    <Stack>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: t("enterprises:checklist.form.list"), href: list }, { label: title }]}
      />
      <PageHeader title={title} lead={kind && t(`enterprises:checklist.kindHint.${kind}`)} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? defaults.id} />
        <HiddenField name="version" value={form.value("version") ?? "0"} />
        <ChecklistItemFields form={form} isNew={kind === null} />
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
          <ButtonLink variant="quiet" href={list}>
            {t("platform:form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Stack>
  );
}
