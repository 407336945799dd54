import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { listAreas } from "~/areas/area-queries.server";
import { districtNames } from "~/areas/area-query";
import { listSchemeChoices } from "~/certification/certificate-queries.server";
import { QueueFilterForm } from "~/desk/components/queue-filter-form";
import { QueueTable } from "~/desk/components/queue-table";
import { QueueViewForms, QueueViewTabs } from "~/desk/components/queue-views";
import { countQueue, listQueue } from "~/desk/queue-queries.server";
import { dayOf } from "~/platform/day";
import { formatNumber } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Translate } from "~/platform/i18n";
import { useLanguage, useT } from "~/platform/i18n";
import { loadCalendar } from "~/reviews/calendar-queries.server";
import { mostCounted } from "~/reviews/capped-count";
import { DoneNotice } from "~/reviews/components/review-desk";
import { ShortcutHelp, shortcutData } from "~/reviews/components/shortcut-help";
import {
  dropQueueView,
  findDefaultView,
  keepQueueView,
  listQueueViews,
  queueViewSchema,
} from "~/reviews/keep-queue-view.server";
import { queuePath } from "~/reviews/next-review.server";
import { districtValue, type QueueAddress, queueAskedBy, queueQuery, readQueueAddress } from "~/reviews/queue-address";
import { everyDecision } from "~/reviews/review-decision";
import { serviceTimeOn } from "~/reviews/service-time";
import {
  Button,
  ButtonLink,
  Cluster,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
} from "~/ui";

const pageSize = 30;
const done = ["release", "kept", "dropped"] as const;

export const loader = door("bench.watch").load(async ({ url, t, actor, now }) => {
  if (url.search === "") {
    const view = await findDefaultView(actor.accountId);
    if (view) throw redirect(queuePath(view.query));
  }
  const address = readQueueAddress((name) => url.searchParams.get(name));
  const page = pageOf(url, pageSize);
  const today = dayOf(now);
  const [{ rows, total }, counts, calendar, views, schemes, areas] = await Promise.all([
    listQueue(
      queueAskedBy(address, actor.accountId),
      { officerId: actor.accountId, now },
      page,
      page.offset + mostCounted + 1,
    ),
    countQueue(actor.accountId, today),
    loadCalendar(),
    listQueueViews(actor.accountId),
    listSchemeChoices(),
    listAreas(),
  ]);
  return {
    title: t("desk:queue.title"),
    address,
    query: queueQuery(address),
    rows: rows.map((row) => ({ ...row, time: serviceTimeOn(today, row, calendar) })),
    total,
    counts,
    views,
    page: pageInList(url, page, total),
    schemes,
    areas: areaChoices(areas, t),
    done: done.find((one) => one === url.searchParams.get("da")) ?? null,
    decided: everyDecision.find((one) => one === url.searchParams.get("da")) ?? null,
    mayWork: may(actor.role, "review.work"),
    isEnd: url.searchParams.has("het"),
  };
});

/** The districts that people still think in, each as a whole, and the units of today. */
function areaChoices(areas: Awaited<ReturnType<typeof listAreas>>, t: Translate) {
  const districts = new Set(areas.flatMap(({ formerDistrict }) => formerDistrict.split("; ")));
  return [
    {
      label: t("desk:queue.districts"),
      options: [...districts]
        .filter(Boolean)
        .sort((a, b) => a.localeCompare(b, "vi"))
        .map((name) => ({
          value: districtValue(name),
          label: t("desk:queue.district", { name: districtNames(name) }),
        })),
    },
    { label: t("desk:queue.units"), options: areas.map((area) => ({ value: area.id, label: areaLabel(area, t) })) },
  ];
}

const viewStep = z.object({ action: z.literal("drop-view"), id: z.uuid() });

export const action = door("review.work").act(async ({ request, url, actor, acting, language }) => {
  const { form } = await readForm(request);
  const query = queueQuery(readQueueAddress((name) => url.searchParams.get(name)));
  const dropped = viewStep.safeParse(Object.fromEntries(form));
  if (dropped.success) {
    await dropQueueView(dropped.data.id, actor, acting);
    return redirect(queuePath(query, { da: "dropped" }));
  }
  const submitted = parseForm(form, queueViewSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { name, isDefault } = submitted.value;
  const kept = await keepQueueView({ name, query, isDefault: isDefault === "on" }, actor, acting);
  if (kept.ok) return redirect(queuePath(query, { da: "kept" }));
  if (kept.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: kept.code });
});

export const meta = titleOf;

export default function ReviewQueue() {
  const t = useT();
  const language = useLanguage();
  const isVietnamese = language === "vi";
  const { title, address, query, rows, total, counts, views, page, schemes, areas, ...said } =
    useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const isMore = total > page.size * (page.number - 1) + mostCounted;
  return (
    <>
      <PageHeader
        title={title}
        lead={
          total > mostCounted
            ? t("desk:queue.leadMany", { total: formatNumber(mostCounted, language) })
            : t("desk:queue.lead", { count: total })
        }
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <DoneNotice done={said.decided} isNext={false} />
      {said.done && (
        <Notice tone="success" live>
          <p>{t(`desk:queue.done.${said.done}`)}</p>
        </Notice>
      )}
      {said.isEnd && (
        <Notice live title={t("desk:queue.endTitle")}>
          <p>{t("desk:queue.end")}</p>
        </Notice>
      )}
      <Stack>
        <QueueViewTabs views={views} query={query} counts={counts} />
        {said.mayWork && (
          <>
            <Form action="/tham-dinh/tiep" label={t("desk:queue.takeNext")}>
              <HiddenField name="hang" value={query} />
              <FormActions>
                <Button icon="arrow" data={shortcutData("N")}>
                  {t("desk:queue.takeNext")}
                </Button>
              </FormActions>
            </Form>
            <ShortcutHelp keys={[{ shortcut: "N", does: t("desk:queue.takeNext") }]} />
          </>
        )}
        <QueueFilterForm
          address={address}
          schemes={schemes.map(({ id, nameVi, nameEn }) => ({ value: id, label: isVietnamese ? nameVi : nameEn }))}
          areas={areas}
          isFiltered={query !== ""}
        />
        {said.mayWork && <ByOneDocument address={address} query={query} />}
        {rows.length === 0 ? (
          <EmptyState title={t(query ? "platform:list.none" : "desk:queue.emptyTitle")} icon="check">
            {t(query ? "desk:queue.noneText" : "desk:queue.empty")}
          </EmptyState>
        ) : (
          <>
            <QueueTable caption={title} rows={rows} query={query} />
            <ListPages page={page} total={total} isMore={isMore} exportable />
          </>
        )}
        {said.mayWork && <QueueViewForms form={form} views={views} query={query} />}
      </Stack>
    </>
  );
}

/** What is filtered as the certificates of one signed decision can be decided by it. */
function ByOneDocument({ address, query }: { address: QueueAddress; query: string }) {
  const t = useT();
  const isOfCertificates = address.loai === "certificate" || (address.loai === null && query !== "");
  return (
    <Cluster>
      {isOfCertificates && (
        <ButtonLink variant="secondary" icon="document" href={`/tham-dinh/theo-van-ban/moi?${query}`}>
          {t("certification:bulk.title")}
        </ButtonLink>
      )}
      <a href="/tham-dinh/theo-van-ban">{t("certification:bulk.list")}</a>
    </Cluster>
  );
}
