import QRCode from "qrcode";
import { door, notFound } from "~/accounts/door.server";
import { environment } from "~/platform/env.server";
import { findRegisteredCode } from "~/products/product-queries.server";

/** The address of the product's public page as a QR code, for packaging. */
export const loader = door("public").load(async ({ params }) => {
  const product = await findRegisteredCode((params.code ?? "").slice(0, 20));
  if (!product) throw notFound();
  const svg = await QRCode.toString(`${environment().PUBLIC_ORIGIN}/san-pham/${product.code}`, {
    type: "svg",
    errorCorrectionLevel: "M",
    margin: 4,
  });
  return new Response(svg, {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "public, max-age=86400",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
