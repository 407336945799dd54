import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { PhotoSizeCard } from "~/products/components/photo-size-card";
import { memberProduct } from "~/products/member-product.server";
import { cutOf, photoFits, photoSizes } from "~/products/photo-cut";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  CardGrid,
  EmptyState,
  Form,
  FormActions,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
} from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const asked = visit.url.searchParams;
  return {
    title: visit.t("products:cuts.title"),
    enterprise: { id: enterprise.id, name: enterprise.name },
    product: { id: product.id, name: product.name, photos: product.photos },
    photo: product.photos.find(({ fileId }) => fileId === asked.get("anh")) ?? product.photos[0] ?? null,
    fit: photoFits.find((known) => known === asked.get("cach")) ?? "cat",
  };
});

export const meta = titleOf;

export default function PhotoSizes() {
  const { title, enterprise, product, photo, fit } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: product.name, href: here },
          { label: t("products:photos.title"), href: `${here}/anh` },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t("products:cuts.lead")} />
      {photo ? (
        <Stack gap="loose">
          <Form method="get" label={t("products:cuts.choose")}>
            <SelectField
              name="anh"
              label={t("products:cuts.photo")}
              defaultValue={photo.fileId}
              options={product.photos.map(({ fileId, width, height }, index) => ({
                value: fileId,
                label: t("products:cuts.numbered", { number: index + 1, width, height }),
              }))}
            />
            <RadioGroup
              name="cach"
              label={t("products:cuts.fit")}
              defaultValue={fit}
              choices={photoFits.map((value) => ({ value, label: t(`products:cuts.fits.${value}`) }))}
            />
            <FormActions>
              <Button variant="secondary">{t("products:cuts.show")}</Button>
            </FormActions>
          </Form>
          <Section title={t("products:cuts.list")} lead={t("products:cuts.zipHint")}>
            <Stack>
              <FormActions>
                <ButtonLink href={`${here}/anh-san/tat-ca.zip?cach=${fit}`} download>
                  {t("products:cuts.zip")}
                </ButtonLink>
              </FormActions>
              <CardGrid>
                {photoSizes.map((size) => (
                  <PhotoSizeCard
                    key={size.code}
                    size={size}
                    cut={cutOf(photo, size, fit)}
                    address={`${here}/anh-san/${photo.fileId}/${size.code}`}
                    name={product.name}
                  />
                ))}
              </CardGrid>
            </Stack>
          </Section>
        </Stack>
      ) : (
        <EmptyState
          icon="upload"
          title={t("products:photos.empty")}
          actions={<ButtonLink href={`${here}/anh`}>{t("products:photos.add")}</ButtonLink>}
        />
      )}
    </>
  );
}
