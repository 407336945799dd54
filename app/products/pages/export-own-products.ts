import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { listMemberProducts, type ProductRow } from "~/products/product-queries.server";

/** An enterprise's own products as a file that can be changed and imported again. */
export const loader = door("enterprise.manage").load(async (visit) => {
  const { t, actor } = visit;
  const { id, name } = await memberEnterprise(visit);
  return exportList<ProductRow>(visit, {
    title: t("products:export.own", { enterprise: name }),
    key: ({ code }) => code,
    page: (window) => listMemberProducts(id, actor.accountId, window),
    columns: [
      { title: t("products:fact.code"), width: 14, cell: ({ code }) => code },
      { title: t("products:fact.name"), width: 40, cell: ({ name: title }) => title },
      { title: t("products:fact.group"), cell: ({ group }) => t(`products:group.${group}`) },
      { title: t("products:fact.description"), width: 60, cell: ({ description }) => description },
      { title: t("products:fact.price"), kind: "money", cell: ({ price }) => price },
      { title: t("products:fact.unit"), width: 14, cell: ({ unit }) => unit },
      { title: t("products:fact.gtin"), cell: ({ gtin }) => gtin },
      { title: t("products:export.status"), cell: ({ status }) => t(`products:status.${status}`) },
    ],
  });
});
