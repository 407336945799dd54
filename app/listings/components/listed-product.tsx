import { formatMoney } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { photoImage } from "~/products/components/photo-image";
import type { Photo } from "~/products/product-queries.server";
import { Section, Stack, SummaryList } from "~/ui";

export interface ListedProductFacts {
  name: string;
  code: string;
  description: string;
  price: number | null;
  unit: string;
  gtin: string | null;
  photo: Photo | null;
}

/** The product as it was registered, to be held beside the marketplace's page. */
export function ListedProduct({ product, enterpriseName }: { product: ListedProductFacts; enterpriseName: string }) {
  const t = useT();
  const language = useLanguage();
  const price = product.price === null ? t("listings:confirm.noPrice") : formatMoney(product.price, language);
  return (
    <Section title={t("listings:confirm.facts")}>
      <Stack>
        {product.photo && (
          <img
            className="ui-media-img"
            {...photoImage(product.photo, "")}
            alt={t("listings:confirm.photo", { name: product.name })}
          />
        )}
        <SummaryList
          items={[
            { key: "name", term: t("listings:confirm.name"), value: `${product.name} (${product.code})` },
            { key: "enterprise", term: t("listings:confirm.enterprise"), value: enterpriseName },
            {
              key: "price",
              term: t("listings:confirm.price"),
              value:
                product.price !== null && product.unit
                  ? t("listings:confirm.perUnit", { price, unit: product.unit })
                  : price,
            },
            ...(product.gtin ? [{ key: "gtin", term: t("listings:confirm.gtin"), value: product.gtin }] : []),
            ...(product.description
              ? [{ key: "description", term: t("listings:confirm.description"), value: product.description }]
              : []),
          ]}
        />
      </Stack>
    </Section>
  );
}
