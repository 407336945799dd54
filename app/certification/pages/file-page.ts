import { z } from "zod";
import { mayEnter } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { findReadableFile } from "~/certification/certificate-queries.server";
import { scanPicture } from "~/certification/scan-pictures.server";
import { fileResponse } from "~/platform/files/file-response.server";
import { uuidParam } from "~/platform/http/params.server";

const turnParam = z.enum(["0", "90", "180", "270"]).transform(Number);

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

export const loader = door("account.use").load(async ({ params, actor, request, url }) => {
  const file = await findReadableFile(uuidParam(params.fileId), actor.accountId, mayEnter(actor.role, "register.read"));
  const page = wholeNumber.safeParse(params.page);
  const width = wholeNumber.safeParse(url.searchParams.get("rong") ?? "1200");
  const turn = turnParam.safeParse(url.searchParams.get("xoay") ?? "0");
  if (!file || !page.success || !width.success || !turn.success) throw notFound();
  const picture = await scanPicture(file, { page: page.data, width: width.data, turn: turn.data });
  if (!picture) throw notFound();
  return fileResponse({
    sha256: file.sha256,
    mediaType: file.mediaType,
    originalName: `${file.name}.${page.data}.webp`,
    disposition: "inline-image",
    cache: "private",
    picture,
    request,
  });
});
