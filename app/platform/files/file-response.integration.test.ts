import "../../../tests/integration/own-portal";
import { stat, utimes, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { jpeg, pdf } from "../../../tests/fixtures/files";
import { pool } from "../db/client.server";
import { contentPath } from "./data-directory.server";
import { derivedPhoto } from "./derived-photo.server";
import { type FileAnswer, fileResponse } from "./file-response.server";
import { incomingPath } from "./incoming.server";
import { acceptPhoto, acceptScan, type PreparedFile } from "./store.server";
import { sweepUnreferenced } from "./sweep-unreferenced.server";

async function take(content: Uint8Array, accept: typeof acceptScan): Promise<PreparedFile> {
  const path = await incomingPath();
  await writeFile(path, content);
  const result = await accept({ path, fileName: "Giấy chứng nhận.pdf" });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const document = pdf({ sizeBytes: 10_000 });
let scan: PreparedFile;
let photo: PreparedFile;
beforeAll(async () => {
  scan = await take(document, acceptScan);
  photo = await take(await jpeg({ width: 1600, height: 1200 }), acceptPhoto);
});

function answer(file: PreparedFile, headers: Record<string, string> = {}, options: Partial<FileAnswer> = {}) {
  const request = new Request("http://localhost/tep/1", { headers, method: options.request?.method ?? "GET" });
  return fileResponse({ ...file, disposition: "inline-image", cache: "private", ...options, request });
}

describe("a stored file is answered", () => {
  test("a PDF only ever as a download under its own name, unable to run anything", async () => {
    const response = await answer(scan);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "10000",
      "content-disposition": `attachment; filename="Giay chung nhan.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20nh%E1%BA%ADn.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    expect(document.equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
  });

  test("an image in the page when asked so, as a download otherwise", async () => {
    expect((await answer(photo)).headers.get("Content-Disposition")).toMatch(/^inline;/);
    expect((await answer(photo, {}, { disposition: "attachment" })).headers.get("Content-Disposition")).toMatch(
      /^attachment;/,
    );
  });

  test("with 304 to whoever has it already", async () => {
    const etag = (await answer(scan)).headers.get("ETag") ?? "";
    expect(etag).toBe(`"${scan.sha256}"`);
    for (const known of [etag, `"other", W/${etag}`, "*"]) {
      const response = await answer(scan, { "If-None-Match": known });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
    }
    expect((await answer(scan, { "If-None-Match": '"other"' })).status).toBe(200);
  });

  test("in parts", async () => {
    const part = await answer(scan, { Range: "bytes=100-199" });
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe("bytes 100-199/10000");
    expect(document.subarray(100, 200).equals(Buffer.from(await part.arrayBuffer()))).toBe(true);
    expect((await answer(scan, { Range: "bytes=20000-" })).status).toBe(416);
    expect((await answer(scan, { Range: "bytes=0-1", "If-Range": '"older"' })).status).toBe(200);
  });

  test("without a body to a HEAD request", async () => {
    const response = await answer(scan, {}, { request: new Request("http://localhost/", { method: "HEAD" }) });
    expect(response.headers.get("Content-Length")).toBe("10000");
    expect(response.body).toBeNull();
  });

  test("with 404 when its content is not there", async () => {
    for (const sha256 of ["0".repeat(64), "../../secret"]) {
      expect((await answer({ ...scan, sha256 })).status).toBe(404);
      expect((await answer({ ...photo, sha256 }, {}, { narrowTo: 320 })).status).toBe(404);
    }
  });
});

describe("a photo's narrower copy", () => {
  test("is made once for all who ask at the same moment, and kept", async () => {
    const paths = await Promise.all(Array.from({ length: 8 }, () => derivedPhoto(photo.sha256, 320)));
    expect(new Set(paths).size).toBe(1);
    const file = paths[0] ?? "";
    expect(await sharp(file).metadata()).toMatchObject({ format: "webp", width: 320, height: 240 });
    const { ino } = await stat(file);
    await derivedPhoto(photo.sha256, 320);
    expect((await stat(file)).ino).toBe(ino);
  });

  test("is never wider than the photo", async () => {
    const small = await take(await jpeg({ width: 500, height: 500 }), acceptPhoto);
    expect((await sharp(await derivedPhoto(small.sha256, 1200)).metadata()).width).toBe(500);
  });

  test("is answered for anyone to keep", async () => {
    const response = await answer(photo, {}, { narrowTo: 640, cache: "immutable" });
    expect(response.headers.get("Content-Type")).toBe("image/webp");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("ETag")).toBe(`"${photo.sha256}-640"`);
    expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width).toBe(640);
  });
});

test("a sweep takes content that no row names and its copies, but nothing named, young or sent again", async () => {
  const orphan = await take(await jpeg({ background: "#aa0000" }), acceptPhoto);
  const again = await take(pdf({ sizeBytes: 5_001 }), acceptScan);
  const young = await take(pdf({ sizeBytes: 5_002 }), acceptScan);
  const copy = (await derivedPhoto(orphan.sha256, 320)) ?? "";
  await pool().query(
    `INSERT INTO files (id, sha256, purpose, media_type, size_bytes, original_name)
     VALUES (gen_random_uuid(), $1, 'scan', 'application/pdf', 10000, 'a.pdf'), (gen_random_uuid(), $2, 'photo', 'image/jpeg', 1, 'b.jpg')`,
    [scan.sha256, photo.sha256],
  );
  const longAgo = new Date(Date.now() - 72 * 3_600_000);
  for (const { sha256 } of [scan, photo, orphan, again]) await utimes(pathOf(sha256), longAgo, longAgo);
  await take(pdf({ sizeBytes: 5_001 }), acceptScan);

  expect(await sweepUnreferenced(pool(), 48)).toBe(1);
  const left = await Promise.all([scan, photo, orphan, again, young].map(({ sha256 }) => isThere(pathOf(sha256))));
  expect(left).toEqual([true, true, false, true, true]);
  expect(await isThere(copy)).toBe(false);
});

const pathOf = (sha256: string): string => contentPath("files", sha256) ?? "";
const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
