import { useT } from "~/platform/i18n";
import type { Photo } from "~/products/product-queries.server";
import { Button, CardGrid, Cluster, HiddenField, Tag, VisuallyHidden } from "~/ui";
import { photoImage } from "./photo-image";

/** A product's photos in their order, each with buttons to move or remove it. */
export function PhotoList({ photos, name }: { photos: readonly Photo[]; name: string }) {
  const t = useT();
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
            <img className="ui-media-img" {...photoImage(photo, name)} alt={`${name}, ${number}`} loading="lazy" />
            <div className="ui-card-body">
              {index === 0 && (
                <div className="ui-tags">
                  <Tag tone="accent">{t("products:photos.first")}</Tag>
                </div>
              )}
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
