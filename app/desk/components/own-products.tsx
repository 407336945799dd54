import type { Outlook } from "~/desk/product-outlook";
import { useT } from "~/platform/i18n";
import { type Column, Stack, Table, Tag } from "~/ui";
import { OutlookTag } from "./outlook";

export interface OwnProductRow {
  id: string;
  name: string;
  hasPhoto: boolean;
  outlook: Outlook;
  certificateId: string | null;
}

/** The products of an enterprise with how far each has come. */
export function OwnProducts({ enterpriseId, products }: { enterpriseId: string; products: readonly OwnProductRow[] }) {
  const t = useT();
  const columns: Column<OwnProductRow>[] = [
    {
      key: "name",
      header: t("desk:own.column.product"),
      primary: true,
      cell: ({ id, name }) => <a href={`/quan-ly/${enterpriseId}/san-pham/${id}`}>{name}</a>,
    },
    {
      key: "state",
      header: t("desk:own.column.state"),
      cell: ({ outlook, hasPhoto }) => (
        <Stack gap="tight">
          <OutlookTag outlook={outlook} />
          {!hasPhoto && outlook !== "withdrawn" && <Tag>{t("desk:own.noPhoto")}</Tag>}
        </Stack>
      ),
    },
    {
      key: "next",
      header: t("desk:own.column.next"),
      cell: ({ outlook }) => t(`desk:own.todo.${outlook}`),
    },
  ];
  return (
    <Table
      caption={t("desk:own.productsCaption")}
      captionHidden
      columns={columns}
      rows={products}
      rowKey={({ id }) => id}
    />
  );
}
