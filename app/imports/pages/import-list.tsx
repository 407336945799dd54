import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { ImportStatusTag } from "~/imports/components/import-status-tag";
import { type ListedImport, listImports } from "~/imports/import-queries.server";
import { isOver, remaining } from "~/imports/import-workflow";
import { importKind, kindsFor } from "~/imports/kinds.server";
import { formatInstant, formatNumber } from "~/platform/format";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, type Column, EmptyState, PageHeader, Section, Stack, Table } from "~/ui";

const pageSize = 25;

export const loader = door("account.use").load(async ({ actor, url, t }) => {
  const page = pageOf(url, pageSize);
  const { imports, total } = await listImports(actor, page);
  return {
    title: t("imports:list.title"),
    kinds: kindsFor(actor.role).map(({ slug, title, lead }) => ({ slug, title: t(title), lead: t(lead) })),
    imports: imports.map((one) => ({ ...one, kindTitle: t(importKind(one.kind).title) })),
    total,
    page: pageInList(url, page, total),
  };
});

export const meta = titleOf;

export default function ImportList() {
  const { title, kinds, imports, total, page } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={title} lead={t("imports:list.lead")} />
      <Stack gap="loose">
        {kinds.map(({ slug, title: name, lead }) => (
          <Section
            key={slug}
            title={name}
            lead={lead}
            actions={
              <ButtonLink icon="upload" href={`/nhap-lieu/moi/${slug}`}>
                {t("imports:list.start")}
              </ButtonLink>
            }
          >
            <p>
              {t("imports:template.title")}: <a href={`/nhap-lieu/mau/${slug}/xlsx`}>{t("imports:template.xlsx")}</a> ·{" "}
              <a href={`/nhap-lieu/mau/${slug}/csv`}>{t("imports:template.csv")}</a>
            </p>
          </Section>
        ))}
        <Section title={t("imports:list.caption")}>
          {total === 0 ? (
            <EmptyState icon="upload" title={t("imports:list.empty")} headingLevel={3}>
              {t("imports:list.emptyText")}
            </EmptyState>
          ) : (
            <Stack>
              <Imports imports={imports} />
              <ListPages page={page} total={total} exportable />
            </Stack>
          )}
        </Section>
      </Stack>
    </>
  );
}

type Shown = Omit<ListedImport, "createdAt"> & { createdAt: string; kindTitle: string };

function Imports({ imports }: { imports: readonly Shown[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<Shown>[] = [
    {
      key: "file",
      header: t("imports:list.file"),
      primary: true,
      cell: ({ id, fileName, kindTitle, enterpriseName }) => (
        <>
          <a href={`/nhap-lieu/${id}`}>{fileName}</a>
          <br />
          <span className="ui-soft">{[kindTitle, enterpriseName].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "status", header: t("imports:list.status"), cell: ({ status }) => <ImportStatusTag status={status} /> },
    {
      key: "rows",
      header: t("imports:list.rows"),
      cell: (one) => {
        if (one.status === "uploaded" || one.status === "mapped") return t("imports:list.notChecked");
        const done = isOver(one.status);
        const outlook = remaining(one);
        const taken = done ? one.created + one.updated : outlook.create + outlook.update;
        const refused = done ? one.refused : outlook.refuse;
        return t(done ? "imports:list.taken" : "imports:list.willTake", {
          taken: formatNumber(taken, language),
          refused: formatNumber(refused, language),
        });
      },
    },
    { key: "by", header: t("imports:list.by"), cell: ({ uploaderName }) => uploaderName },
    {
      key: "at",
      header: t("imports:list.at"),
      noWrap: true,
      cell: ({ createdAt }) => formatInstant(new Date(createdAt), language),
    },
  ];
  return (
    <Table caption={t("imports:list.caption")} captionHidden columns={columns} rows={imports} rowKey={({ id }) => id} />
  );
}
