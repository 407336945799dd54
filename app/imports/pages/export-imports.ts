import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { type ListedImport, listImports } from "~/imports/import-queries.server";
import { importKind } from "~/imports/kinds.server";
import { formatInstant } from "~/platform/format";

/** The imports that one may see as a file. */
export const loader = door("account.use").load((visit) => {
  const { t, language, actor } = visit;
  return exportList<ListedImport>(visit, {
    title: t("imports:list.caption"),
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { imports, total } = await listImports(actor, { page: 1, limit, offset });
      return { rows: imports, total };
    },
    columns: [
      { title: t("imports:list.file"), width: 40, cell: ({ fileName }) => fileName },
      { title: t("imports:list.kind"), width: 30, cell: ({ kind }) => t(importKind(kind).title) },
      { title: t("imports:list.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("imports:list.status"), cell: ({ status }) => t(`imports:status.${status}`) },
      { title: t("imports:list.created"), width: 12, cell: ({ created }) => created },
      { title: t("imports:list.updated"), width: 12, cell: ({ updated }) => updated },
      { title: t("imports:list.refused"), width: 12, cell: ({ refused }) => refused },
      { title: t("imports:list.by"), width: 30, cell: ({ uploaderName }) => uploaderName },
      { title: t("imports:list.at"), cell: ({ createdAt }) => formatInstant(createdAt, language) },
    ],
  });
});
