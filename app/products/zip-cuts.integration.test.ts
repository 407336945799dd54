import "../../tests/integration/own-portal";
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { expect, test } from "vitest";
import yauzl from "yauzl";
import { derivedCut } from "~/platform/files/derived-photo.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { acceptPhoto, type PreparedFile } from "~/platform/files/store.server";
import { jpeg, phonePhoto } from "../../tests/fixtures/files";
import { cutOf, type PhotoFit, photoSizes } from "./photo-cut";
import { zipOfCuts } from "./zip-cuts.server";

async function stored(content: Buffer): Promise<PreparedFile & { width: number; height: number }> {
  const path = await incomingPath();
  await writeFile(path, content);
  const accepted = await acceptPhoto({ path, fileName: "anh.jpg" });
  if (!accepted.ok) throw new Error(accepted.code);
  return { ...accepted.value, width: accepted.value.width ?? 0, height: accepted.value.height ?? 0 };
}

async function made(photo: Awaited<ReturnType<typeof stored>>, code: string, fit: PhotoFit): Promise<string> {
  const size = photoSizes.find((one) => one.code === code);
  const picture = size && (await derivedCut(photo.sha256, cutOf(photo, size, fit)));
  if (!picture) throw new Error("no picture");
  return picture.path;
}

test("a phone's photo is cut upright to the very size, in sRGB and without a word of where it was taken", async () => {
  const path = await made(await stored(await phonePhoto()), "vuong-800", "cat");
  const { width, height, format, space, exif, icc, orientation } = await sharp(path).metadata();
  expect({ width, height, format, space, exif, icc, orientation }).toEqual({
    width: 800,
    height: 800,
    format: "jpeg",
    space: "srgb",
  });
});

test("kept whole, a small photo lies unenlarged in the middle of white", async () => {
  const photo = await stored(await jpeg({ width: 600, height: 400, background: "#204060" }));
  const path = await made(photo, "vuong-1024", "vien");
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([1024, 1024]);
  const isWhite = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 240;
  expect([isWhite(205, 512), isWhite(220, 512), isWhite(805, 512), isWhite(820, 512)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([isWhite(512, 305), isWhite(512, 320)]).toEqual([true, false]);
});

test("colours of a wider profile arrive as the same colours of sRGB", async () => {
  const wide = sharp({ create: { width: 900, height: 900, channels: 3, background: { r: 200, g: 100, b: 100 } } });
  const photo = await stored(await wide.withIccProfile("p3", { attach: true }).jpeg({ quality: 100 }).toBuffer());
  const path = await made(photo, "vuong-800", "cat");
  const { dominant } = await sharp(path).stats();
  const source = await sharp(await wide.withIccProfile("p3").jpeg({ quality: 100 }).toBuffer())
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  expect(Math.abs(dominant.r - (source[0] ?? 0))).toBeLessThan(16);
  expect((await sharp(path).metadata()).icc).toBeUndefined();
});

test("the ZIP holds every size of every photo that is large enough, named by the product's code", async () => {
  const photos = [
    { ...(await stored(await jpeg({ width: 2400, height: 2400 }))), fileId: "a" },
    { ...(await stored(await jpeg({ width: 400, height: 400, background: "#333333" }))), fileId: "b" },
  ];
  const zip = await buffer(
    Readable.fromWeb(zipOfCuts("NEM42", photos, "cat") as Parameters<typeof Readable.fromWeb>[0]),
  );
  const names: string[] = [];
  await new Promise<void>((resolve, reject) => {
    yauzl.fromBuffer(zip, (error, file) => {
      if (error) return reject(error);
      file.on("entry", (entry: { fileName: string; uncompressedSize: number }) => {
        if (entry.uncompressedSize > 1000) names.push(entry.fileName);
      });
      file.on("end", resolve);
    });
  });
  expect(names).toEqual([...photoSizes.map(({ code }) => `NEM42-1-${code}.jpg`), "NEM42-2-vuong-800.jpg"]);
});

test("a ZIP whose photo has no content breaks off instead of passing for whole", async () => {
  const gone = { fileId: "a", sha256: "0".repeat(64), width: 2000, height: 2000 };
  const zip = zipOfCuts("NEM42", [gone], "cat");
  await expect(new Response(zip).arrayBuffer()).rejects.toThrow();
});
