import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { longestCaption } from "~/products/photo-order";
import type { Photo } from "~/products/product-queries.server";
import { Button, CardGrid, Cluster, HiddenField, Stack, Tag, TextField, VisuallyHidden } from "~/ui";
import { photoAlt, photoImage } from "./photo-image";

/** A product's photos in their order, each with what it shows and buttons to move or remove it. */
export function PhotoList({ photos, name, form }: { photos: readonly Photo[]; name: string; form: PageForm }) {
  const t = useT();
  // Of all captions on the page only the one that was just sent and refused is what the errors are about.
  const caption = ({ fileId, caption: stored }: Photo) =>
    form.value("fileId") === fileId
      ? form.field("caption")
      : { name: "caption", id: `caption-${fileId}`, defaultValue: stored };
  return (
    <CardGrid>
      {photos.map((photo, index) => {
        const number = t("products:photos.number", { number: index + 1 });
        const step = (value: "earlier" | "later" | "remove") => (
          <Button variant={value === "remove" ? "danger" : "quiet"} name="step" value={value}>
            {t(`products:photos.${value}`)}
            <VisuallyHidden> {number}</VisuallyHidden>
          </Button>
        );
        return (
          <article className="ui-card" key={photo.fileId}>
            <img
              className="ui-media-img"
              {...photoImage(photo, name)}
              alt={photoAlt(photo, `${name}, ${number}`)}
              loading="lazy"
            />
            <div className="ui-card-body">
              {index === 0 && (
                <div className="ui-tags">
                  <Tag tone="accent">{t("products:photos.first")}</Tag>
                </div>
              )}
              <form method="post" aria-label={t("products:photos.captionOf", { number })}>
                <HiddenField name="fileId" value={photo.fileId} />
                <Stack gap="tight">
                  <TextField
                    {...caption(photo)}
                    label={t("products:photos.caption")}
                    hint={t("products:photos.captionHint")}
                    optionalLabel={t("platform:form.optional")}
                    maxLength={longestCaption}
                  />
                  <Cluster>
                    <Button variant="secondary" name="step" value="caption">
                      {t("products:photos.saveCaption")}
                      <VisuallyHidden> {number}</VisuallyHidden>
                    </Button>
                  </Cluster>
                </Stack>
              </form>
              <form method="post" aria-label={number}>
                <HiddenField name="fileId" value={photo.fileId} />
                <Cluster>
                  {index > 0 && step("earlier")}
                  {index < photos.length - 1 && step("later")}
                  {step("remove")}
                </Cluster>
              </form>
            </div>
          </article>
        );
      })}
    </CardGrid>
  );
}
