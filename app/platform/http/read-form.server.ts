import { rm } from "node:fs/promises";
import { cleanFileName } from "../files/file-name";
import { incomingPath, spool } from "../files/incoming.server";
import { findResumedUpload, removeResumedUpload } from "../files/resumed-upload.server";
import { cleanText } from "../vietnamese-text";
import { MalformedMultipart, multipartParts } from "./multipart.server";

/** A file that came with a form, held in the incoming room until the form is disposed of. */
export interface Upload {
  field: string;
  fileName: string;
  path: string;
  sizeBytes: number;
  /** Its id, when it was sent ahead of the form; it stays until it is disposed of or swept. */
  resumed?: string;
}

export interface FormProblem {
  /** The field concerned; empty when it is the form as a whole. */
  field: string;
  code: "file.tooLarge" | "file.tooMany" | "file.gone" | "form.tooLarge";
}

export interface ReadForm {
  /** Text fields only, composed (NFC) and cleaned; passwords exactly as typed. */
  form: FormData;
  uploads: Upload[];
  problems: FormProblem[];
  /**
   * Removes the uploads; call it when the request is answered, whatever the answer. What was sent ahead may be spared
   * when the form comes back with errors, which then need not cost it again.
   */
  dispose(spare?: "resumed"): Promise<void>;
}

export interface FormLimits {
  maxFileBytes?: number;
  /** None unless the page says how many: a form that expects no file must not fill the disk. */
  maxFiles?: number;
  maxFieldBytes?: number;
  /** The whole body; what comes after is read and thrown away, up to as much again. */
  maxTotalBytes?: number;
  /** The account whose files, sent ahead, this form may name in fields called after their file field, `scanUpload`. */
  resumedFor?: string;
}

const mebibyte = 1024 * 1024;
const maxFields = 2_000;
type AllLimits = Required<Omit<FormLimits, "resumedFor">> & Pick<FormLimits, "resumedFor">;
const defaults: AllLimits = {
  maxFileBytes: 20 * mebibyte,
  maxFiles: 0,
  maxFieldBytes: mebibyte / 4,
  maxTotalBytes: 128 * mebibyte,
};

class BodyTooLarge extends Error {}

/**
 * Reads a submitted form, uploads straight to disk and never whole in memory. What exceeds a limit becomes a problem at
 * its field and the rest of the form is still read, so that nothing typed is lost.
 * Throws a Response: 415 for another kind of body, 400 for a malformed or interrupted one.
 */
export async function readForm(request: Request, limits: FormLimits = {}): Promise<ReadForm> {
  const { type, boundary } = contentType(request);
  const result = emptyForm();
  if (!request.body) return result;
  const wanted = { ...defaults, ...limits };
  const body = limitedBody(request.body, wanted.maxTotalBytes);
  try {
    if (type === "application/x-www-form-urlencoded") await readUrlEncoded(body.chunks(), result);
    else await readMultipart(multipartParts(body.chunks(), boundary), result, wanted);
    await addResumed(result, wanted);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) {
      await result.dispose();
      throw error instanceof MalformedMultipart ? new Response(null, { status: 400 }) : error;
    }
    result.problems.push({ field: "", code: "form.tooLarge" });
  } finally {
    await body.drain();
  }
  return result;
}

function contentType(request: Request): { type: string; boundary: string } {
  const header = request.headers.get("Content-Type") ?? "";
  const type = (header.split(";")[0] ?? "").trim().toLowerCase();
  if (type === "application/x-www-form-urlencoded") return { type, boundary: "" };
  const match = /;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(header);
  const boundary = match?.[1] ?? match?.[2];
  if (type !== "multipart/form-data") throw new Response(null, { status: 415 });
  if (boundary === undefined) throw new Response(null, { status: 400 });
  return { type, boundary };
}

function emptyForm(): ReadForm {
  const uploads: Upload[] = [];
  const form = new FormData();
  return {
    form,
    uploads,
    problems: [],
    dispose: async (spare) => {
      await Promise.all(
        uploads.map(({ field, path, resumed }) => {
          if (resumed === undefined) return rm(path, { force: true });
          if (spare === "resumed") return undefined;
          form.delete(`${field}Upload`);
          return removeResumedUpload(resumed);
        }),
      );
    },
  };
}

function limitedBody(stream: ReadableStream<Uint8Array>, maxBytes: number) {
  const reader = stream.getReader();
  let total = 0;
  return {
    async *chunks(): AsyncGenerator<Uint8Array, void, void> {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        total += next.value.byteLength;
        if (total > maxBytes) throw new BodyTooLarge();
        yield next.value;
      }
    },
    /** A browser that is still sending does not read the answer: take the rest, within reason, then hang up. */
    async drain(): Promise<void> {
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          total += next.value.byteLength;
          if (total > 2 * maxBytes) return await reader.cancel();
        }
      } catch {
        // The sender has gone away: there is nothing left to take.
      }
    },
  };
}

async function readUrlEncoded(chunks: AsyncIterable<Uint8Array>, result: ReadForm): Promise<void> {
  const text = await textOf(chunks, mebibyte);
  if (text === undefined) throw new BodyTooLarge();
  for (const [name, value] of new URLSearchParams(text)) append(result, name, value);
}

async function readMultipart(
  parts: ReturnType<typeof multipartParts>,
  result: ReadForm,
  limits: AllLimits,
): Promise<void> {
  let files = 0;
  for await (const part of parts) {
    if (part.fileName === undefined) {
      const text = await textOf(part.content, limits.maxFieldBytes);
      if (text === undefined) addProblem(result, part.field, "form.tooLarge");
      else append(result, part.field, text);
      continue;
    }
    const full = files >= limits.maxFiles;
    const path = await incomingPath();
    const sizeBytes = await spool(part.content, path, full ? 0 : limits.maxFileBytes);
    const chosen = part.fileName !== "" || sizeBytes !== 0;
    if (chosen) files += 1;
    if (chosen && !full && sizeBytes !== "tooLarge") {
      result.uploads.push({ field: part.field, fileName: cleanFileName(part.fileName), path, sizeBytes });
      continue;
    }
    await rm(path, { force: true });
    if (chosen) addProblem(result, part.field, full ? "file.tooMany" : "file.tooLarge");
  }
}

const resumedField = /^(\w+)Upload$/;

/** Adds the files that were sent ahead; their fields hold an id and, for the reader of the page, a name. */
async function addResumed(result: ReadForm, { resumedFor, maxFiles, maxFileBytes }: AllLimits): Promise<void> {
  if (resumedFor === undefined) return;
  const named = [...result.form].filter(([name]) => resumedField.test(name));
  for (const [name] of named) result.form.delete(name);
  for (const [name, value] of named) {
    const field = resumedField.exec(name)?.[1] ?? "";
    const found = await findResumedUpload(String(value).split(" ")[0] ?? "", resumedFor);
    if (!found) addProblem(result, field, "file.gone");
    else if (found.sizeBytes > maxFileBytes) addProblem(result, field, "file.tooLarge");
    else if (result.uploads.length >= maxFiles) addProblem(result, field, "file.tooMany");
    else {
      const { id, ...upload } = found;
      result.uploads.push({ field, ...upload, resumed: id });
      // Only what can be used comes back with the page.
      result.form.append(name, value);
    }
  }
}

/** The chunks as text, or undefined when they exceed the limit; read to their end in either case. */
async function textOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string | undefined> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    // A copy: a slice would keep the whole chunk of the body it was cut from.
    if (size <= maxBytes) held.push(Buffer.from(chunk));
  }
  return size <= maxBytes ? Buffer.concat(held).toString("utf8") : undefined;
}

function append(result: ReadForm, name: string, value: string): void {
  const field = cleanText(name);
  if ([...result.form.keys()].length >= maxFields) throw new BodyTooLarge();
  result.form.append(field, field.startsWith("password") ? value : cleanText(value));
}

function addProblem(result: ReadForm, field: string, code: FormProblem["code"]): void {
  if (!result.problems.some((known) => known.field === field && known.code === code)) {
    result.problems.push({ field, code });
  }
}
