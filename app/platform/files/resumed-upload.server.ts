import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { z } from "zod";
import { dataPath, makeDirectory } from "./data-directory.server";
import { cleanFileName } from "./file-name";

/** A file that was sent ahead of its form, whole, in the incoming room under the name of who sent it. */
export interface ResumedUpload {
  id: string;
  path: string;
  fileName: string;
  sizeBytes: number;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const idForm = new RegExp(`^(${uuid})\\.${uuid}$`);

/** An id says whose upload it is, so that no other account can name it. */
export const newUploadId = (accountId: string): string => `${accountId}.${randomUUID()}`;

export const isUploadOf = (id: string, accountId: string): boolean => idForm.exec(id)?.[1] === accountId;

// What the upload store writes beside each file.
const noteSchema = z.object({
  size: z.number().int().min(0),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
});

async function noteOf(id: string): Promise<z.output<typeof noteSchema> | undefined> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(dataPath("incoming", `${id}.json`), "utf8")));
  } catch {
    return undefined;
  }
}

/** The upload of this id, if it is the account's own and has come in whole; undefined also when it has been swept. */
export async function findResumedUpload(id: string, accountId: string): Promise<ResumedUpload | undefined> {
  if (!isUploadOf(id, accountId)) return undefined;
  const path = dataPath("incoming", id);
  const [note, file] = await Promise.all([noteOf(id), stat(path).catch(() => undefined)]);
  if (!note || file?.size !== note.size) return undefined;
  return { id, path, fileName: cleanFileName(note.metadata?.filename ?? ""), sizeBytes: note.size };
}

export async function removeResumedUpload(id: string): Promise<void> {
  await Promise.all(["", ".json"].map((suffix) => rm(dataPath("incoming", `${id}${suffix}`), { force: true })));
}

/** How many uploads of an account lie in the incoming room, and how many bytes they announced. */
export async function uploadsOf(accountId: string): Promise<{ count: number; bytes: number }> {
  const names = await readdir(await makeDirectory(dataPath("incoming")));
  const ids = names.filter((name) => isUploadOf(name, accountId));
  const notes = await Promise.all(ids.map(noteOf));
  return { count: ids.length, bytes: notes.reduce((sum, note) => sum + (note?.size ?? 0), 0) };
}
