import { mayEnter } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { findReadableFile } from "~/certification/certificate-queries.server";
import { fileResponse } from "~/platform/files/file-response.server";
import { uuidParam } from "~/platform/http/params.server";

export const loader = door("account.use").load(async ({ params, actor, request }) => {
  const file = await findReadableFile(uuidParam(params.fileId), actor.accountId, mayEnter(actor.role, "register.read"));
  if (!file) throw notFound();
  return fileResponse({
    sha256: file.sha256,
    mediaType: file.mediaType,
    originalName: file.name,
    disposition: file.mediaType === "application/pdf" ? "attachment" : "inline-image",
    cache: "private",
    request,
  });
});
