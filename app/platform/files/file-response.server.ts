import { stat } from "node:fs/promises";
import { parseByteRange } from "./byte-range";
import { openContent } from "./content.server";
import { contentPath } from "./data-directory.server";
import { derivedPhoto, type PhotoWidth } from "./derived-photo.server";
import { contentDisposition } from "./file-name";

export interface FileAnswer {
  sha256: string;
  mediaType: string;
  originalName: string;
  /** Only images are ever shown in the page; anything else is handed over as a download, whatever is asked. */
  disposition: "attachment" | "inline-image";
  /** "private" is asked again each time and never kept by a proxy; "immutable" is for photos that anyone may see. */
  cache: "private" | "immutable";
  request: Request;
  /** A photo's narrower copy instead of the photo itself. */
  narrowTo?: PhotoWidth;
  /** A picture made from the content, WebP unless it says so, answered in its place; `key` tells it from the others. */
  picture?: { path: string; key: string; mediaType?: "image/jpeg" };
}

/**
 * Answers a request for a stored file, streaming. Whether the caller may have it is decided before.
 * 404 when the content is not there, 304 when the caller has it already, 206 and 416 for a range of bytes.
 */
export async function fileResponse(answer: FileAnswer): Promise<Response> {
  const { request } = answer;
  const { file, key } = await whatToSend(answer);
  const found = file ? await stat(file).catch(() => undefined) : undefined;
  if (!file || !found) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

  const etag = `"${answer.sha256}${key}"`;
  const headers = answerHeaders(answer, etag);
  if (isKnown(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });

  const condition = request.headers.get("If-Range");
  const wanted = condition === null || condition === etag ? request.headers.get("Range") : null;
  const range = parseByteRange(wanted, found.size);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${found.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("Content-Range", `bytes ${range.first}-${range.last}/${found.size}`);
  headers.set("Content-Length", String(range ? range.last - range.first + 1 : found.size));
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });

  const content = await openContent(file, range);
  return content ? new Response(content.stream, { status, headers }) : new Response(null, { status: 404 });
}

async function whatToSend({
  sha256,
  narrowTo,
  picture,
}: FileAnswer): Promise<{ file: string | undefined; key: string }> {
  if (picture) return { file: picture.path, key: `-${picture.key}` };
  if (narrowTo) return { file: await derivedPhoto(sha256, narrowTo), key: `-${narrowTo}` };
  return { file: contentPath("files", sha256), key: "" };
}

function answerHeaders(answer: FileAnswer, etag: string): Headers {
  const { originalName, disposition, cache } = answer;
  const made = answer.narrowTo || answer.picture ? (answer.picture?.mediaType ?? "image/webp") : undefined;
  const type = made ?? answer.mediaType;
  const shown = disposition === "inline-image" && /^image\/(jpeg|png|webp)$/.test(type);
  return new Headers({
    "Content-Type": type,
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": contentDisposition(shown ? "inline" : "attachment", originalName),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": cache === "private" ? "same-origin" : "cross-origin",
    "Cache-Control": cache === "private" ? "private, no-cache" : "public, max-age=31536000, immutable",
    "Accept-Ranges": "bytes",
    ETag: etag,
  });
}

function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const known = header.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
