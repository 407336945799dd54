import { formatDay, formatMoney } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { photoAlt, photoImage } from "~/products/components/photo-image";
import type { MemberProduct } from "~/products/product-queries.server";
import { ButtonLink, Cluster, EmptyState, Grid, Section, Stack, SummaryList } from "~/ui";

interface OwnProductFactsProps {
  enterpriseId: string;
  product: MemberProduct;
  canEdit: boolean;
}

/** A product's photos, what is said of it, and its public page with the QR code. */
export function OwnProductFacts({ enterpriseId, product, canEdit }: OwnProductFactsProps) {
  const t = useT();
  const language = useLanguage();
  const here = `/quan-ly/${enterpriseId}/san-pham/${product.id}`;
  const none = t("products:fact.none");
  const { price, unit, registeredOn, withdrawnOn, photos } = product;
  const money = price === null ? none : formatMoney(price, language);
  const days = [
    { key: "registeredOn", day: registeredOn },
    { key: "withdrawnOn", day: withdrawnOn },
  ] as const;
  return (
    <>
      <Section
        title={t("desk:ownProduct.photos")}
        actions={
          canEdit && (
            <ButtonLink variant="secondary" icon="upload" href={`${here}/anh`}>
              {t("desk:ownProduct.arrange")}
            </ButtonLink>
          )
        }
      >
        {photos.length > 0 ? (
          <Grid>
            {photos.map((photo, index) => (
              <img
                key={photo.fileId}
                className="ui-media-img"
                {...photoImage(photo, product.name)}
                alt={photoAlt(photo, `${product.name}, ${t("products:photos.number", { number: index + 1 })}`)}
                loading="lazy"
              />
            ))}
          </Grid>
        ) : (
          <EmptyState icon="upload" title={t("desk:ownProduct.noPhotos")} headingLevel={3}>
            {t("desk:ownProduct.noPhotosText")}
          </EmptyState>
        )}
      </Section>
      <Section
        title={t("desk:ownProduct.facts")}
        actions={
          canEdit && (
            <ButtonLink variant="secondary" href={`${here}/sua`}>
              {t("desk:ownProduct.edit")}
            </ButtonLink>
          )
        }
      >
        <p>
          <a href={`${here}/lich-su`}>{t("desk:history.title")}</a>
        </p>
        <SummaryList
          items={[
            { key: "description", term: t("products:fact.description"), value: product.description || none },
            {
              key: "price",
              term: t("products:fact.price"),
              value: price !== null && unit ? t("products:perUnit", { price: money, unit }) : money,
            },
            { key: "gtin", term: t("products:fact.gtin"), value: product.gtin ?? none },
            ...days.flatMap(({ key, day }) =>
              day === null ? [] : [{ key, term: t(`products:fact.${key}`), value: formatDay(day, language) }],
            ),
          ]}
        />
      </Section>
      {product.status === "registered" && (
        <Section title={t("desk:ownProduct.publicPage")}>
          <Stack>
            <p>{t("desk:ownProduct.publicText")}</p>
            <Cluster>
              <img
                src={`/san-pham/${product.code}/qr.svg`}
                alt={t("desk:ownProduct.publicPage")}
                width={160}
                height={160}
              />
              <ButtonLink variant="secondary" icon="external" href={`/san-pham/${product.code}`}>
                {t("desk:ownProduct.openPublic")}
              </ButtonLink>
              <ButtonLink
                variant="quiet"
                icon="qr"
                href={`/san-pham/${product.code}/qr.svg`}
                download={`qr-${product.code}.svg`}
              >
                {t("desk:ownProduct.qr")}
              </ButtonLink>
            </Cluster>
          </Stack>
        </Section>
      )}
    </>
  );
}
