import "../../../tests/integration/own-portal";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import {
  avif,
  blackPng,
  heicHeader,
  htmlPage,
  jpeg,
  noise,
  pdf,
  phonePhoto,
  png,
  svg,
  transparentPng,
  webp,
} from "../../../tests/fixtures/files";
import { contentPath, dataPath } from "./data-directory.server";
import { incomingPath } from "./incoming.server";
import { acceptPhoto, acceptScan, openStoredFile, type PreparedFile } from "./store.server";

const sent = async (content: Uint8Array, fileName = "tệp.pdf") => {
  const file = await incomingPath();
  await writeFile(file, content);
  return { path: file, fileName };
};
const scan = async (content: Uint8Array, fileName?: string) => acceptScan(await sent(content, fileName));
const photo = async (content: Uint8Array, fileName?: string) => acceptPhoto(await sent(content, fileName));

function taken(result: Awaited<ReturnType<typeof acceptScan>>): PreparedFile {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
const stored = (file: PreparedFile): Promise<Buffer> => readFile(contentPath("files", file.sha256) ?? "");

beforeAll(() => mkdir(dataPath("incoming"), { recursive: true }));

describe("a scan", () => {
  test("that is a PDF is kept byte for byte, whatever its name says", async () => {
    const content = pdf({ sizeBytes: 300_000 });
    const file = taken(await scan(content, "anh.jpg"));
    expect(file).toMatchObject({
      mediaType: "application/pdf",
      sizeBytes: 300_000,
      width: null,
      originalName: "anh.jpg",
    });
    expect(content.equals(await stored(file))).toBe(true);
  });

  test.each([
    ["JPEG", jpeg, "image/jpeg"],
    ["PNG", png, "image/png"],
    ["WebP", webp, "image/webp"],
  ])("that is a %s stays one, written anew", async (_kind, make, mediaType) => {
    const content = await make({ width: 640, height: 480 });
    const file = taken(await scan(content, "giay.pdf"));
    expect(file).toMatchObject({ mediaType, width: 640, height: 480 });
    expect(`image/${(await sharp(await stored(file)).metadata()).format}`).toBe(mediaType);
  });

  test("larger than 4000 pixels is reduced to that", async () => {
    expect(taken(await scan(await jpeg({ width: 6000, height: 3000 })))).toMatchObject({ width: 4000, height: 2000 });
  });

  test("of a black-and-white page of many pixels is taken", async () => {
    expect(taken(await scan(blackPng(4960, 7016)))).toMatchObject({ width: 2828, height: 4000 });
  });

  test("carries nothing that was hidden behind the picture", async () => {
    const content = Buffer.concat([await jpeg(), htmlPage(), pdf()]);
    const file = taken(await scan(content));
    expect((await stored(file)).includes("<script>")).toBe(false);
    expect((await stored(file)).includes("%PDF")).toBe(false);
  });

  test.each([
    ["cut off", pdf({ sizeBytes: 50_000 }).subarray(0, 40_000), "file.damaged"],
    ["one that asks for a password", pdf({ encrypted: true }), "file.encrypted"],
    ["one with its password entry across two reads", encryptedAcrossReads(), "file.encrypted"],
  ])("that is a PDF %s is refused", async (_what, content, code) => {
    expect(await scan(content)).toEqual({ ok: false, code });
  });

  test("that is an AVIF or half a JPEG is refused", async () => {
    expect(await scan(await avif())).toEqual({ ok: false, code: "file.type" });
    const whole = await sharp(noise(600 * 400 * 3), { raw: { width: 600, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect(await scan(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, code: "file.damaged" });
  });
});

describe("a scan and a photo alike", () => {
  test.each([
    ["an HTML page named .pdf", htmlPage(), "file.type"],
    ["an HTML page that mentions a PDF further down", Buffer.concat([htmlPage(), pdf()]), "file.type"],
    ["an SVG", svg(), "file.type"],
    ["random bytes", noise(5000), "file.type"],
    ["a GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "file.type"],
    ["an empty file", Buffer.alloc(0), "file.empty"],
    ["a file of 21 MB", pdf({ sizeBytes: 21 * 1024 * 1024 }), "file.tooLarge"],
    ["an iPhone's HEIC", heicHeader(), "file.heic"],
    ["a PNG whose header claims 60,000 × 60,000 pixels", blackPng(60_000, 60_000, 1), "file.tooManyPixels"],
    ["a real PNG of 20,000 × 20,000 pixels", blackPng(20_000, 20_000), "file.tooManyPixels"],
    ["a PNG cut off", blackPng(2000, 2000, 40), "file.damaged"],
  ])("cannot be %s, and nothing of it is kept", async (_what, content, code) => {
    const before = await keptFiles();
    expect(await scan(content, "giay.pdf")).toEqual({ ok: false, code });
    expect(await photo(content, "anh.jpg")).toEqual({ ok: false, code });
    expect(await keptFiles()).toEqual(before);
  });
});

const keptFiles = () => readdir(dataPath("files"), { recursive: true }).catch(() => []);

function encryptedAcrossReads(): Buffer {
  const content = pdf({ sizeBytes: 200_000 });
  content.write("/Encrypt 4 0 R", 64 * 1024 - 6, "latin1");
  return content;
}

describe("a photo", () => {
  test("loses the place it was taken and the camera's name, and stands upright", async () => {
    const original = await phonePhoto();
    const before = await sharp(original).metadata();
    expect(before.exif?.includes("TestPhone"), "the photo sent does carry them").toBe(true);
    expect(before.orientation).toBe(6);
    const positionTag = [Buffer.from("8825", "hex"), Buffer.from("2588", "hex")];
    expect(positionTag.some((tag) => before.exif?.includes(tag))).toBe(true);

    const file = taken(await photo(original, "IMG_0001.JPG"));
    expect(file).toMatchObject({ mediaType: "image/jpeg", width: 800, height: 1200, originalName: "IMG_0001.JPG" });
    const after = await sharp(await stored(file)).metadata();
    expect(after.exif).toBeUndefined();
    expect(after.orientation).toBeUndefined();
    expect((await stored(file)).includes("TestPhone")).toBe(false);
  });

  test("larger than 2400 pixels is reduced to that", async () => {
    expect(taken(await photo(await png({ width: 3000, height: 5000 })))).toMatchObject({ width: 1440, height: 2400 });
  });

  test("that is see-through stays so", async () => {
    const file = taken(await photo(await transparentPng()));
    expect(file.mediaType).toBe("image/webp");
    expect((await sharp(await stored(file)).metadata()).hasAlpha).toBe(true);
  });

  test("cannot be a PDF", async () => {
    expect(await photo(pdf())).toEqual({ ok: false, code: "file.type" });
  });
});

describe("the store", () => {
  test("keeps the same content once, also when it comes twice at the same moment", async () => {
    const content = pdf({ sizeBytes: 90_000 });
    const files = await Promise.all([1, 2, 3].map(async () => taken(await scan(content))));
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(1);
    const directory = path.dirname(contentPath("files", files[0]?.sha256 ?? "") ?? "");
    expect(await readdir(directory)).toEqual([files[0]?.sha256]);
  });

  test("leaves what was sent where it was, and nothing else", async () => {
    await rm(dataPath("incoming"), { recursive: true, force: true });
    for (const content of [pdf({ sizeBytes: 4000 }), await jpeg({ background: "#123456" }), htmlPage()]) {
      const incoming = await sent(content);
      await acceptScan(incoming);
      expect(await readdir(dataPath("incoming"))).toEqual([path.basename(incoming.path)]);
      await rm(incoming.path);
    }
  });

  test("opens what it keeps, and nothing by a name that is no SHA-256", async () => {
    const content = pdf({ sizeBytes: 70_000 });
    const file = taken(await scan(content));
    const opened = await openStoredFile(file.sha256);
    expect(opened?.sizeBytes).toBe(70_000);
    expect(content.equals(Buffer.from(await new Response(opened?.stream).arrayBuffer()))).toBe(true);
    expect(await openStoredFile("0".repeat(64))).toBeUndefined();
    expect(await openStoredFile("../../../etc/passwd")).toBeUndefined();
  });
});
