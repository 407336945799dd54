import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { HistoryView } from "~/desk/components/history";
import { historyOf } from "~/desk/history.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { memberProduct } from "~/products/member-product.server";
import { nextProductStatus } from "~/products/product";
import { Breadcrumbs, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const { t, language, actor, now, url } = visit;
  const reader = { t, language, accountId: actor.accountId, isStaff: false, today: dayOf(now) };
  return {
    title: t("desk:history.title"),
    enterprise: { id: enterprise.id, name: enterprise.name },
    product: { id: product.id, name: product.name },
    mayEdit: nextProductStatus(product.status, "edit").ok,
    history: await historyOf({ kind: "product", id: product.id }, url, reader),
  };
});

export const meta = titleOf;

export default function ProductHistory() {
  const { title, enterprise, product, mayEdit, history } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: product.name, href: here },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t("desk:history.lead")} />
      <HistoryView history={history} restoreAt={mayEdit ? `${here}/sua` : null} />
    </>
  );
}
