import { door } from "~/accounts/door.server";
import { importOfVisit } from "~/imports/import-of-visit.server";
import { fileResponse } from "~/platform/files/file-response.server";

export const loader = door("account.use").load(async (visit) => {
  const { found } = await importOfVisit(visit);
  return fileResponse({
    sha256: found.sha256,
    mediaType: found.mediaType,
    originalName: found.fileName,
    disposition: "attachment",
    cache: "private",
    request: visit.request,
  });
});
