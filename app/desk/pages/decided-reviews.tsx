import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { listDecided } from "~/desk/decided-queries.server";
import { findDecidedTitle } from "~/desk/decided-title.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { decidedFilter, readDecidedAddress } from "~/reviews/decided-address";
import { reviewPath } from "~/reviews/queue-address";
import { Breadcrumbs, EmptyState, PageHeader, Stack, Table, Tag } from "~/ui";

const pageSize = 30;

export const loader = door("bench.watch").load(async ({ url, actor, now, t, language }) => {
  const address = readDecidedAddress((name) => url.searchParams.get(name));
  const showsNames = may(actor.role, "progress.watch");
  // Who decided how much is leadership's to see, and each officer's of themselves.
  if (address.canBo && !showsNames && address.canBo !== actor.accountId) throw notFound();
  const page = pageOf(url, pageSize);
  const { rows, total } = await listDecided(decidedFilter(address, dayOf(now)), { showsNames }, page);
  return {
    title: t("reviews:decidedList.title"),
    narrowed: await findDecidedTitle(address, t, language),
    rows,
    total,
    showsNames,
    page: pageInList(url, page, total),
  };
});

export const meta = titleOf;

export default function DecidedReviews() {
  const t = useT();
  const language = useLanguage();
  const { title, narrowed, rows, total, showsNames, page } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        label={t("desk:crumbs")}
        items={[{ label: t("reviews:figures.title"), href: "/tham-dinh/so-lieu" }, { label: title }]}
      />
      <PageHeader title={title} lead={narrowed} />
      {rows.length === 0 ? (
        <EmptyState title={t("platform:list.none")} />
      ) : (
        <Stack>
          <Table
            caption={title}
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "subject",
                header: t("desk:queue.subject"),
                primary: true,
                cell: ({ kind, subjectId, label, enterpriseName }) => (
                  <>
                    <a href={reviewPath(kind, subjectId)}>{label || t("desk:queue.noLabel")}</a>
                    <br />
                    <span className="ui-soft">
                      {t(`desk:queue.kind.${kind}`)}, {enterpriseName}
                    </span>
                  </>
                ),
              },
              {
                key: "decision",
                header: t("reviews:decidedList.decision"),
                cell: ({ decision }) => translateCode(language, `reviews:decision.${decision}`),
              },
              {
                key: "day",
                header: t("reviews:decidedList.day"),
                noWrap: true,
                cell: ({ decidedOn, dueOn, isInTime }) => (
                  <>
                    {formatDay(decidedOn, language)}
                    <br />
                    {isInTime ? (
                      <span className="ui-soft">{t("desk:queue.due", { day: formatDay(dueOn, language) })}</span>
                    ) : (
                      <Tag tone="warning" icon="warning">
                        {t("desk:queue.due", { day: formatDay(dueOn, language) })}
                      </Tag>
                    )}
                  </>
                ),
              },
              ...(showsNames
                ? [
                    {
                      key: "by",
                      header: t("reviews:figures.officer"),
                      cell: ({ decidedByName }: (typeof rows)[number]) => decidedByName ?? "–",
                    },
                  ]
                : []),
            ]}
          />
          <ListPages page={page} total={total} exportable />
        </Stack>
      )}
    </>
  );
}
