import { door, notFound } from "~/accounts/door.server";
import { derivedCut } from "~/platform/files/derived-photo.server";
import { fileResponse } from "~/platform/files/file-response.server";
import { uuidParam } from "~/platform/http/params.server";
import { memberProduct } from "~/products/member-product.server";
import { cutName, cutOf, photoFits, photoSizes, previewOf } from "~/products/photo-cut";
import { listSourcePhotos } from "~/products/product-queries.server";

/** One photo cut to one size, to download, or with `xem` small enough to look at. */
export const loader = door("enterprise.manage").load(async (visit) => {
  const { params, url, request } = visit;
  const photoId = uuidParam(params.photoId);
  const { product } = await memberProduct(visit);
  const photos = await listSourcePhotos(product.id);
  const index = photos.findIndex(({ fileId }) => fileId === photoId);
  const photo = photos[index];
  const size = photoSizes.find(({ code }) => code === params.size);
  const fit = photoFits.find((known) => known === (url.searchParams.get("cach") ?? "cat"));
  if (!photo || !size || !fit) throw notFound();
  const isPreview = url.searchParams.has("xem");
  const cut = cutOf(photo, size, fit);
  const picture = await derivedCut(photo.sha256, isPreview ? previewOf(cut) : cut);
  if (!picture) throw notFound();
  return fileResponse({
    sha256: photo.sha256,
    mediaType: "image/jpeg",
    originalName: cutName(product.code, index + 1, size),
    disposition: isPreview ? "inline-image" : "attachment",
    cache: "private",
    picture,
    request,
  });
});
