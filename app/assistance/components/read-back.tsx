import { useT } from "~/platform/i18n";
import { Stack, SummaryList } from "~/ui";

/** Words for what was typed; fields that were left empty are not read out. */
export interface ReadBackItem {
  key: string;
  term: string;
  value: string;
}

export interface ReadBackProduct {
  id: string;
  name: string;
  items: ReadBackItem[];
}

/** The enterprise as it was typed, to be read to its owner. */
export function ReadBackEnterprise({ items }: { items: readonly ReadBackItem[] }) {
  return <SummaryList items={[...items]} />;
}

/** The products as they were typed, each with what may be done to it. */
export function ReadBackProducts({
  products,
  action,
}: {
  products: readonly ReadBackProduct[];
  action?: (product: ReadBackProduct) => React.ReactNode;
}) {
  const t = useT();
  if (products.length === 0) return <p>{t("assistance:page.noProduct")}</p>;
  return products.map((product) => (
    <Stack gap="tight" key={product.id}>
      <h3>{product.name}</h3>
      <SummaryList items={product.items} />
      {action?.(product)}
    </Stack>
  ));
}
