import QRCode from "qrcode";
import { environment } from "../env.server";

/** The address of a public page as a QR code, for labels and shop windows: an SVG that may be kept for a day. */
export async function qrResponse(path: string): Promise<Response> {
  const svg = await QRCode.toString(`${environment().PUBLIC_ORIGIN}${path}`, {
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
}
