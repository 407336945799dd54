import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { listChecklistItems } from "~/enterprises/checklist-queries.server";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Stack, Table, Tag } from "~/ui";

export const loader = door("checklist.administer").load(async ({ t, url }) => ({
  isSaved: url.searchParams.has("da"),
  title: t("enterprises:checklist.form.list"),
  items: await listChecklistItems(),
}));

export const meta = titleOf;

export default function ChecklistItemList() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { title, items, isSaved } = useLoaderData<typeof loader>();
  const yes = (value: boolean) => t(value ? "enterprises:checklist.form.yes" : "enterprises:checklist.form.no");
  return (
    <Stack>
      <PageHeader
        title={title}
        lead={t("enterprises:checklist.form.lead")}
        actions={<ButtonLink href="/quan-tri/danh-muc/moi">{t("enterprises:checklist.form.add")}</ButtonLink>}
      />
      {isSaved && (
        <Notice tone="success" live>
          {t("enterprises:checklist.form.saved")}
        </Notice>
      )}
      <Table
        caption={title}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("enterprises:checklist.form.name"),
            primary: true,
            cell: ({ id, nameVi, nameEn }) => <a href={`/quan-tri/danh-muc/${id}`}>{isVietnamese ? nameVi : nameEn}</a>,
          },
          {
            key: "kind",
            header: t("enterprises:checklist.form.kind"),
            cell: ({ kind }) => <Tag>{t(`enterprises:checklist.kind.${kind}`)}</Tag>,
          },
          { key: "required", header: t("enterprises:checklist.form.required"), cell: (item) => yes(item.required) },
          { key: "active", header: t("enterprises:checklist.form.active"), cell: (item) => yes(item.active) },
        ]}
      />
    </Stack>
  );
}
