import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { derivedCut } from "~/platform/files/derived-photo.server";
import { cutName, cutOf, type PhotoFit, photoSizes } from "./photo-cut";
import type { SourcePhoto } from "./product-queries.server";

const nothing = Readable.from([]);

/**
 * All photos of a product in all sizes as one ZIP, each picture made when its turn to be sent has come. What would be too
 * small for its marketplaces is left out.
 */
export function zipOfCuts(
  productCode: string,
  photos: readonly SourcePhoto[],
  fit: PhotoFit,
): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  for (const [index, photo] of photos.entries()) {
    for (const size of photoSizes) {
      const cut = cutOf(photo, size, fit);
      if (cut.isTooSmall) continue;
      // JPEG does not shrink further.
      zip.addReadStreamLazy(cutName(productCode, index + 1, size), { compress: false }, (done) => {
        derivedCut(photo.sha256, cut).then(
          (made) =>
            made ? done(null, createReadStream(made.path)) : done(new Error("a photo has no content"), nothing),
          (error: unknown) => done(error, nothing),
        );
      });
    }
  }
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  zip.end();
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}
