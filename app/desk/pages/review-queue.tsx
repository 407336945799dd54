import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door } from "~/accounts/door.server";
import { listSchemeChoices } from "~/certification/certificate-queries.server";
import { QueueTable } from "~/desk/components/queue-table";
import { listQueue } from "~/desk/queue-queries.server";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { reviewSubjects } from "~/reviews/review";
import { Button, EmptyState, Notice, PageHeader, SelectField, Tabs } from "~/ui";

const pageSize = 30;
const decisions = ["verify", "return", "refuse", "confirm-live", "not-live", "release"] as const;

const filterSchema = z.object({
  loai: z.enum(reviewSubjects).nullable().catch(null),
  chungNhan: z.uuid().nullable().catch(null),
  cuaToi: z.literal("1").nullable().catch(null),
  da: z.enum(decisions).nullable().catch(null),
});

export const loader = door("review.work").load(async ({ url, t, actor, now }) => {
  const get = (name: string) => url.searchParams.get(name);
  const filter = filterSchema.parse({
    loai: get("loai"),
    chungNhan: get("chungNhan"),
    cuaToi: get("cuaToi"),
    da: get("da"),
  });
  const page = pageOf(url, pageSize);
  const { rows, total } = await listQueue(
    { kind: filter.loai, schemeId: filter.chungNhan, heldBy: filter.cuaToi ? actor.accountId : null },
    actor.accountId,
    page,
  );
  return {
    title: t("desk:queue.title"),
    now,
    filter,
    rows,
    total,
    page: pageInList(url, page, total),
    schemes: await listSchemeChoices(),
  };
});

export const meta = titleOf;

export default function ReviewQueue() {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const { title, now, filter, rows, total, page, schemes } = useLoaderData<typeof loader>();
  const isMineOnly = filter.cuaToi !== null;
  return (
    <>
      <PageHeader title={title} lead={t("desk:queue.lead", { count: total })} />
      {filter.da && (
        <Notice tone="success" live>
          <p>{t(`desk:queue.done.${filter.da}`)}</p>
        </Notice>
      )}
      <Tabs
        label={t("desk:queue.views")}
        items={[
          { href: "/tham-dinh", label: t("desk:queue.all"), current: !filter.loai && !isMineOnly },
          {
            href: "/tham-dinh?loai=certificate",
            label: t("desk:queue.kind.certificate"),
            current: filter.loai === "certificate",
          },
          { href: "/tham-dinh?loai=listing", label: t("desk:queue.kind.listing"), current: filter.loai === "listing" },
          { href: "/tham-dinh?cuaToi=1", label: t("desk:queue.mine"), current: isMineOnly },
        ]}
      />
      {filter.loai === "certificate" && (
        <form method="get" className="ui-cluster">
          <input type="hidden" name="loai" value="certificate" />
          <SelectField
            name="chungNhan"
            label={t("desk:queue.scheme")}
            emptyOption={t("platform:list.all")}
            defaultValue={filter.chungNhan ?? ""}
            options={schemes.map((scheme) => ({
              value: scheme.id,
              label: isVietnamese ? scheme.nameVi : scheme.nameEn,
            }))}
            width="medium"
          />
          <Button variant="secondary">{t("platform:list.apply")}</Button>
        </form>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("desk:queue.emptyTitle")} icon="check">
          {t("desk:queue.empty")}
        </EmptyState>
      ) : (
        <QueueTable caption={title} rows={rows} now={now} />
      )}
      <ListPages page={page} total={total} />
    </>
  );
}
