import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { photoWidths } from "~/platform/files/derived-photo.server";
import { fileResponse } from "~/platform/files/file-response.server";
import { uuidParam } from "~/platform/http/params.server";
import { findPhoto } from "~/products/product-queries.server";

/** Photos of registered products are anyone's; the others are for members of the enterprise and for those who read the registers. */
export const loader = door("open").load(async ({ params, actor, request }) => {
  const width = photoWidths.find((known) => String(known) === params.width);
  const photo = width && (await findPhoto(uuidParam(params.fileId), actor?.accountId ?? null));
  if (!photo) throw notFound();
  const { isPublic, isMember, ...file } = photo;
  if (!isPublic && !isMember && !(actor && may(actor.role, "register.read"))) throw notFound();
  return fileResponse({
    ...file,
    narrowTo: width,
    disposition: "inline-image",
    cache: isPublic ? "immutable" : "private",
    request,
  });
});
