import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { answerRecordForm, editedRecord } from "~/accounts/record-form.server";
import { findChecklistItem } from "~/enterprises/checklist-queries.server";
import { ChecklistItemFields } from "~/enterprises/components/checklist-item-fields";
import { checklistItemSchema, writeChecklistItem } from "~/enterprises/write-checklist-item.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { RecordPage } from "~/platform/http/record-page";
import { useT } from "~/platform/i18n";

const list = "/quan-tri/danh-muc";

export const loader = door("checklist.administer").load(async ({ params, t, language, heldForm }) => {
  const item = await editedRecord(params.itemId, findChecklistItem);
  return {
    title: item ? (language === "vi" ? item.nameVi : item.nameEn) : t("enterprises:checklist.form.add"),
    kind: item?.kind ?? null,
    defaults: item
      ? { ...item, required: item.required ? "on" : "", active: item.active ? "on" : "" }
      : { id: crypto.randomUUID(), version: 0, position: 100, active: "on" },
    held: await heldForm(),
  };
});

export const action = door("checklist.administer").act((visit) =>
  answerRecordForm(visit, visit.params.itemId, {
    schema: () => checklistItemSchema,
    write: writeChecklistItem,
    namespace: "enterprises",
    saved: "/quan-tri/danh-muc?da=luu",
  }),
);

export const meta = titleOf;

export default function EditChecklistItem() {
  const t = useT();
  const { title, kind, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  return (
    <RecordPage
      title={title}
      lead={kind && t(`enterprises:checklist.kindHint.${kind}`)}
      list={{ label: t("enterprises:checklist.form.list"), href: list }}
      crumbs={t("enterprises:crumbs")}
      form={form}
      id={defaults.id}
    >
      <ChecklistItemFields form={form} isNew={kind === null} />
    </RecordPage>
  );
}
