import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { listAccountAreas } from "~/areas/account-area-queries.server";
import { areaName } from "~/areas/area-label";
import { assistedPerPage, listAssisted, withProgress } from "~/assistance/assisted-queries.server";
import { AssistedStatusTag } from "~/assistance/components/assisted-status-tag";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, EmptyState, Notice, PageHeader, Stack, Table } from "~/ui";

export const loader = door("registration.assist").load(async ({ actor, url, t, now }) => {
  const page = pageOf(url, assistedPerPage);
  const [areas, { rows, total }] = await Promise.all([
    listAccountAreas(actor.accountId),
    listAssisted(actor.accountId, page),
  ]);
  return {
    title: t("assistance:list.title"),
    areas: areas.map((area) => areaName(area, t)).join(", "),
    assisted: await withProgress(rows, dayOf(now)),
    total,
    page: pageInList(url, page, total),
  };
});

export const meta = titleOf;

export default function AssistedList() {
  const t = useT();
  const language = useLanguage();
  const { areas, assisted, total, page } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader
        title={t("assistance:list.title")}
        lead={t("assistance:list.lead")}
        actions={
          <>
            <ButtonLink href="/ho-tro/moi">{t("assistance:list.start")}</ButtonLink>
            <ButtonLink variant="secondary" href="/ho-tro/co-so-da-co">
              {t("assistance:list.existing")}
            </ButtonLink>
          </>
        }
      />
      {areas === "" ? (
        <Notice tone="warning">{t("assistance:list.noAreas")}</Notice>
      ) : (
        <p>{t("assistance:list.areas", { areas })}</p>
      )}
      {assisted.length === 0 ? (
        <EmptyState icon="document" title={t("assistance:list.none")}>
          {t("assistance:list.noneText")}
        </EmptyState>
      ) : (
        <Table
          caption={t("assistance:list.caption")}
          rows={assisted}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "enterprise",
              header: t("assistance:list.enterprise"),
              primary: true,
              cell: ({ id, enterpriseName }) => <a href={`/ho-tro/${id}`}>{enterpriseName}</a>,
            },
            { key: "owner", header: t("assistance:list.owner"), cell: ({ ownerName }) => ownerName },
            {
              key: "products",
              header: t("assistance:list.products"),
              numeric: true,
              cell: ({ products }) => products,
            },
            {
              key: "state",
              header: t("assistance:list.state"),
              cell: ({ status, progress }) => (
                <span className="ui-tags">
                  <AssistedStatusTag status={status} />
                  <ChecklistTag progress={progress} />
                </span>
              ),
            },
            {
              key: "savedAt",
              header: t("assistance:list.savedAt"),
              noWrap: true,
              cell: ({ savedAt }) => formatInstant(savedAt, language),
            },
          ]}
        />
      )}
      <ListPages page={page} total={total} exportable />
    </Stack>
  );
}
