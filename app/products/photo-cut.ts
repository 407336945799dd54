/** A picture as marketplaces want it, in pixels. */
export interface PhotoSize {
  code: string;
  width: number;
  height: number;
  /** Narrower than this the marketplaces named turn the picture away, or show it blurred. */
  leastWidth: number;
  marketplaces: readonly string[];
}

/*
 * From the sellers' guides of the marketplaces as known in 2025. They change without notice: a size is changed here and
 * nowhere else. Lazada: square, 330 to 5000 px. Shopee: square, 500 px at least, 1024 px recommended. TikTok Shop: square,
 * 600 px at least; 3:4 for the second pictures. Amazon: zoom from 1000 px on the long edge, 2000 px recommended.
 */
export const photoSizes: readonly PhotoSize[] = [
  { code: "vuong-800", width: 800, height: 800, leastWidth: 330, marketplaces: ["Lazada", "Tiki"] },
  { code: "vuong-1024", width: 1024, height: 1024, leastWidth: 500, marketplaces: ["Shopee", "Buudien"] },
  { code: "vuong-1200", width: 1200, height: 1200, leastWidth: 600, marketplaces: ["TikTok Shop"] },
  { code: "vuong-2000", width: 2000, height: 2000, leastWidth: 1000, marketplaces: ["Amazon", "Alibaba"] },
  { code: "dung-3x4", width: 1200, height: 1600, leastWidth: 600, marketplaces: ["TikTok Shop", "Shopee"] },
  { code: "ngang-16x9", width: 1920, height: 1080, leastWidth: 1200, marketplaces: ["Shopee", "Lazada"] },
];

/** Cut away what does not fit, or keep the whole picture on white. */
export const photoFits = ["cat", "vien"] as const;
export type PhotoFit = (typeof photoFits)[number];

export interface PhotoCut {
  fit: PhotoFit;
  /** The finished picture. */
  width: number;
  height: number;
  /** The photo within it; the same where nothing is left white. */
  innerWidth: number;
  innerHeight: number;
  /** Fewer pixels of the photo than the marketplaces take: only good on white, or not at all. */
  isTooSmall: boolean;
}

interface Measures {
  width: number;
  height: number;
}

/**
 * How a photo becomes a picture of this size. A photo is never enlarged: cut, the picture gets as large as the photo allows;
 * on white, the photo keeps its own pixels and the white takes the rest.
 */
export function cutOf(photo: Measures, size: PhotoSize, fit: PhotoFit): PhotoCut {
  if (fit === "cat") {
    const most = Math.floor((photo.height * size.width) / size.height);
    const width = Math.max(1, Math.min(size.width, photo.width, most));
    const height = Math.max(1, Math.round((width * size.height) / size.width));
    return { fit, width, height, innerWidth: width, innerHeight: height, isTooSmall: width < size.leastWidth };
  }
  const scale = Math.min(1, size.width / photo.width, size.height / photo.height);
  const innerWidth = Math.max(1, Math.floor(photo.width * scale));
  const innerHeight = Math.max(1, Math.floor(photo.height * scale));
  const { width, height } = size;
  const leastHeight = (size.leastWidth * height) / width;
  // On white one edge may stay short, but not both.
  const isTooSmall = innerWidth < size.leastWidth && innerHeight < leastHeight;
  return { fit, width, height, innerWidth, innerHeight, isTooSmall };
}

const previewWidth = 320;

/** The same picture, small enough to look at on a phone. */
export function previewOf(cut: PhotoCut): PhotoCut {
  const scale = Math.min(1, previewWidth / cut.width);
  const scaled = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  return {
    ...cut,
    width: scaled(cut.width),
    height: scaled(cut.height),
    innerWidth: scaled(cut.innerWidth),
    innerHeight: scaled(cut.innerHeight),
  };
}

/** The name of a picture to download: the product's code, the photo's number and the size. */
export const cutName = (productCode: string, number: number, size: PhotoSize): string =>
  `${productCode}-${number}-${size.code}.jpg`;
