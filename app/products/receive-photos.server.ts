import { acceptPhoto, type FileRefusal, type PreparedFile } from "~/platform/files/store.server";
import type { FormProblem, Upload } from "~/platform/http/read-form.server";

export type PhotoProblem = FileRefusal | FormProblem["code"] | "file.missing";

/** Checks and stores the photos that came with a form: those that are fine, and what is wrong with the others by file name. */
export async function receivePhotos(
  uploads: readonly Upload[],
  problems: readonly FormProblem[],
): Promise<{ files: PreparedFile[]; refused: { fileName: string; code: PhotoProblem }[] }> {
  const files: PreparedFile[] = [];
  const refused: { fileName: string; code: PhotoProblem }[] = problems.map(({ code }) => ({ fileName: "", code }));
  for (const upload of uploads) {
    const accepted = await acceptPhoto(upload);
    if (accepted.ok) files.push(accepted.value);
    else refused.push({ fileName: upload.fileName, code: accepted.code });
  }
  if (uploads.length === 0 && problems.length === 0) refused.push({ fileName: "", code: "file.missing" });
  return { files, refused };
}
