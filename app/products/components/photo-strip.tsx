import { useT } from "~/platform/i18n";
import type { Photo } from "~/products/product-queries.server";
import { Grid } from "~/ui";
import { photoAlt, photoImage } from "./photo-image";

/** Photos in their order, to be looked at only. */
export function PhotoStrip({ photos, name }: { photos: readonly Photo[]; name: string }) {
  const t = useT();
  return (
    <Grid>
      {photos.map((photo, index) => (
        <img
          key={photo.fileId}
          className="ui-media-img"
          {...photoImage(photo, name)}
          alt={photoAlt(photo, `${name}, ${t("products:photos.number", { number: index + 1 })}`)}
          loading="lazy"
        />
      ))}
    </Grid>
  );
}
