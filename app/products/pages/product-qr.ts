import { door, notFound } from "~/accounts/door.server";
import { qrResponse } from "~/platform/http/qr-response.server";
import { findRegisteredCode } from "~/products/product-queries.server";

/** The address of the product's public page, for packaging. */
export const loader = door("public").load(async ({ params }) => {
  const product = await findRegisteredCode((params.code ?? "").slice(0, 20));
  if (!product) throw notFound();
  return qrResponse(`/san-pham/${product.code}`);
});
