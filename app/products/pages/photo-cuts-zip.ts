import { door, notFound } from "~/accounts/door.server";
import { contentDisposition } from "~/platform/files/file-name";
import { memberProduct } from "~/products/member-product.server";
import { photoFits } from "~/products/photo-cut";
import { listSourcePhotos } from "~/products/product-queries.server";
import { zipOfCuts } from "~/products/zip-cuts.server";

/** All photos of a product in all sizes, made and sent one after another. */
export const loader = door("enterprise.manage").load(async (visit) => {
  const { product } = await memberProduct(visit);
  const fit = photoFits.find((known) => known === (visit.url.searchParams.get("cach") ?? "cat"));
  const photos = await listSourcePhotos(product.id);
  if (!fit || photos.length === 0) throw notFound();
  return new Response(zipOfCuts(product.code, photos, fit), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": contentDisposition("attachment", `${product.code}-anh.zip`),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
