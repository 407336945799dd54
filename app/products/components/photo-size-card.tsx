import { useT } from "~/platform/i18n";
import { type PhotoCut, type PhotoSize, previewOf } from "~/products/photo-cut";
import { ButtonLink, Tag } from "~/ui";

interface PhotoSizeCardProps {
  size: PhotoSize;
  cut: PhotoCut;
  /** The address of the picture, without its question. */
  address: string;
  name: string;
}

/** A photo in one size: how it looks, what it is for, and whether it is large enough for that. */
export function PhotoSizeCard({ size, cut, address, name }: PhotoSizeCardProps) {
  const t = useT();
  const asked = `${address}?cach=${cut.fit}`;
  const { width, height } = previewOf(cut);
  const called = t("products:cuts.size", { width: size.width, height: size.height });
  const marketplaces = size.marketplaces.join(", ");
  return (
    <article className="ui-card">
      <img
        className="ui-cut"
        src={`${asked}&xem=1`}
        alt={t("products:cuts.alt", { name, size: called })}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
      <div className="ui-card-body">
        <h3 className="ui-card-title">{called}</h3>
        <p className="ui-soft">{marketplaces}</p>
        {cut.isTooSmall ? (
          <>
            <div className="ui-tags">
              <Tag tone="warning">{t("products:cuts.tooSmall", { marketplaces, least: size.leastWidth })}</Tag>
            </div>
            <p>{t(cut.fit === "cat" ? "products:cuts.tooSmallCut" : "products:cuts.tooSmallWhole")}</p>
          </>
        ) : (
          cut.width < size.width && (
            <p>
              {t("products:cuts.made", { width: cut.width, height: cut.height })}. {t("products:cuts.smaller")}
            </p>
          )
        )}
      </div>
      <div className="ui-card-foot">
        <ButtonLink variant="secondary" href={asked} download>
          {t("products:cuts.download")} <span className="ui-hidden">{called}</span>
        </ButtonLink>
      </div>
    </article>
  );
}
