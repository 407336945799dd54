import sharp from "sharp";
import phash from "sharp-phash";
import { imageHeader } from "./image.server";

// Of a certificate's page, the part in which holder, product and number stand. Hashes of whole pages are the same for all
// certificates of one template, as measured; see docs/decisions/0014.
const band = { left: 0.1, top: 0.35, width: 0.8, height: 0.3 };

/** 64 bits, as a signed number, that differ little between pictures that look alike; undefined for what is no picture. */
export async function pictureHash(path: string): Promise<bigint | undefined> {
  const header = await imageHeader(path);
  if (!header) return undefined;
  const { width, height } = header;
  const middle = await sharp(path)
    .extract({
      left: Math.floor(width * band.left),
      top: Math.floor(height * band.top),
      width: Math.max(1, Math.floor(width * band.width)),
      height: Math.max(1, Math.floor(height * band.height)),
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return BigInt.asIntN(64, BigInt(`0b${await phash(middle)}`));
}
