import QRCode from "qrcode";
import { door, notFound } from "~/accounts/door.server";
import { findCheckableCode } from "~/certification/check-queries.server";
import { environment } from "~/platform/env.server";

/** The address where a certificate is checked as a QR code, for labels and shop windows. */
export const loader = door("public").load(async ({ params }) => {
  const certificate = await findCheckableCode((params.code ?? "").slice(0, 40));
  if (!certificate) throw notFound();
  const svg = await QRCode.toString(`${environment().PUBLIC_ORIGIN}/kiem-tra/${certificate.code}`, {
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
