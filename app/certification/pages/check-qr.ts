import { door, notFound } from "~/accounts/door.server";
import { findCheckableCode } from "~/certification/check-queries.server";
import { qrResponse } from "~/platform/http/qr-response.server";

/** The address where a certificate is checked. */
export const loader = door("public").load(async ({ params }) => {
  const certificate = await findCheckableCode((params.code ?? "").slice(0, 40));
  if (!certificate) throw notFound();
  return qrResponse(`/kiem-tra/${certificate.code}`);
});
