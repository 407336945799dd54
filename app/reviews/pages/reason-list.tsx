import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { listEveryReason } from "~/reviews/reason-queries.server";
import { ButtonLink, Notice, PageHeader, Table, Tag } from "~/ui";

export const loader = door("bench.administer").load(async ({ t, url }) => ({
  title: t("reviews:catalogue.title"),
  reasons: await listEveryReason(),
  isSaved: url.searchParams.has("da"),
}));

export const meta = titleOf;

export default function ReasonList() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { title, reasons, isSaved } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("reviews:catalogue.lead")}
        actions={<ButtonLink href="/quan-tri/ly-do/moi">{t("reviews:catalogue.add")}</ButtonLink>}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{t("reviews:catalogue.saved")}</p>
        </Notice>
      )}
      <Table
        caption={t("reviews:catalogue.caption")}
        captionHidden
        rows={reasons}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "words",
            header: t("reviews:catalogue.words"),
            primary: true,
            cell: ({ id, wordsVi, wordsEn }) => (
              <a href={`/quan-tri/ly-do/${id}`}>{isVietnamese ? wordsVi : wordsEn}</a>
            ),
          },
          { key: "kind", header: t("reviews:catalogue.kind"), cell: ({ kind }) => t(`reviews:kind.${kind}`) },
          {
            key: "advice",
            header: t("reviews:catalogue.advice"),
            cell: ({ adviceVi, adviceEn }) => (isVietnamese ? adviceVi : adviceEn) || t("reviews:mistakes.noAdvice"),
          },
          {
            key: "state",
            header: t("reviews:catalogue.state"),
            cell: ({ active }) => (
              <Tag tone={active ? "success" : "neutral"}>
                {t(active ? "reviews:catalogue.active" : "reviews:catalogue.inactive")}
              </Tag>
            ),
          },
        ]}
      />
    </>
  );
}
