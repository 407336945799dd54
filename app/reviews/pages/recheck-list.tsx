import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { countRechecks, listRechecks } from "~/reviews/recheck-queries.server";
import { readRecheckView, recheckHref, recheckViews } from "~/reviews/recheck-view";
import { EmptyState, PageHeader, Stack, Table, Tabs } from "~/ui";

const pageSize = 30;

export const loader = door("bench.watch").load(async ({ actor, url, now, t }) => {
  const isOfficer = may(actor.role, "review.work");
  const asking = { officerId: isOfficer ? actor.accountId : null, today: dayOf(now) };
  const view = readRecheckView(url.searchParams.get("xem"), isOfficer);
  const page = pageOf(url, pageSize);
  const [{ rows, total }, counts] = await Promise.all([listRechecks(view, asking, page), countRechecks(asking)]);
  return {
    title: t("reviews:recheck.title"),
    view,
    rows,
    total,
    counts,
    page: pageInList(url, page, total),
    // What nobody has judged yet is shown only to who may judge it.
    mayOpen: isOfficer || view !== "cho-kiem",
  };
});

export const meta = titleOf;

export default function RecheckList() {
  const t = useT();
  const language = useLanguage();
  const { title, view, rows, total, counts, page, mayOpen } = useLoaderData<typeof loader>();
  const decision = (code: string | null) => code && translateCode(language, `reviews:decision.${code}`);
  return (
    <>
      <PageHeader title={title} lead={t("reviews:recheck.lead")} />
      <Stack>
        <Tabs
          label={t("reviews:recheck.views")}
          items={recheckViews.map((one) => ({
            href: recheckHref(one),
            label: t(`reviews:recheck.view.${one}`),
            count: counts[one],
            current: one === view,
          }))}
        />
        {rows.length === 0 ? (
          <EmptyState icon="check" title={t("reviews:recheck.none")} />
        ) : (
          <>
            <Table
              caption={t(`reviews:recheck.view.${view}`)}
              captionHidden
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "label",
                  header: t("reviews:recheck.subject"),
                  primary: true,
                  cell: ({ id, kind, label, enterpriseName }) => (
                    <>
                      {mayOpen ? <a href={`/tham-dinh/kiem-tra-lai/${id}`}>{label}</a> : label}
                      <br />
                      <span className="ui-soft">
                        {t(`reviews:kind.${kind}`)}, {enterpriseName}
                      </span>
                    </>
                  ),
                },
                ...(view === "cho-kiem"
                  ? [
                      {
                        key: "drawn",
                        header: t("reviews:recheck.drawn"),
                        noWrap: true,
                        cell: (row: (typeof rows)[number]) => formatInstant(row.drawnAt, language),
                      },
                    ]
                  : [
                      {
                        key: "first",
                        header: t("reviews:recheck.first"),
                        cell: ({ first, firstBy }: (typeof rows)[number]) =>
                          [decision(first), firstBy].filter(Boolean).join(", "),
                      },
                      {
                        key: "second",
                        header: t("reviews:recheck.second"),
                        cell: ({ second, secondBy }: (typeof rows)[number]) =>
                          [decision(second), secondBy].filter(Boolean).join(", "),
                      },
                      {
                        key: "why",
                        header: t("reviews:recheck.why"),
                        cell: ({ comment }: (typeof rows)[number]) => comment || "–",
                      },
                    ]),
              ]}
            />
            <ListPages page={page} total={total} exportable />
          </>
        )}
      </Stack>
    </>
  );
}
