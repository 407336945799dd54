import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutName, cutOf, type PhotoSize, photoFits, photoSizes, previewOf } from "./photo-cut";

const sizeOf = (code: string): PhotoSize => {
  const size = photoSizes.find((one) => one.code === code);
  if (!size) throw new Error(code);
  return size;
};
const [square, portrait, banner] = [sizeOf("vuong-1024"), sizeOf("dung-3x4"), sizeOf("ngang-16x9")];

describe("cutting a photo", () => {
  test("of enough pixels gives exactly the size wanted", () => {
    expect(cutOf({ width: 2400, height: 1600 }, square, "cat")).toMatchObject({ width: 1024, height: 1024 });
    expect(cutOf({ width: 2400, height: 1800 }, banner, "cat")).toMatchObject({ width: 1920, height: 1080 });
  });

  test("of fewer pixels gives what there is, in the shape wanted, and says when that is too small", () => {
    expect(cutOf({ width: 900, height: 700 }, square, "cat")).toMatchObject({
      width: 700,
      height: 700,
      isTooSmall: false,
    });
    expect(cutOf({ width: 900, height: 499 }, square, "cat")).toMatchObject({ width: 499, isTooSmall: true });
    expect(cutOf({ width: 900, height: 800 }, portrait, "cat")).toMatchObject({
      width: 600,
      height: 800,
      isTooSmall: false,
    });
  });
});

describe("keeping a photo whole on white", () => {
  test("gives the size wanted, the photo reduced to fit", () => {
    const cut = cutOf({ width: 2400, height: 1200 }, square, "vien");
    expect(cut).toEqual({
      fit: "vien",
      width: 1024,
      height: 1024,
      innerWidth: 1024,
      innerHeight: 512,
      isTooSmall: false,
    });
  });

  test("leaves a small photo as it is, and says when it is too small both ways", () => {
    const kept = cutOf({ width: 700, height: 300 }, square, "vien");
    expect(kept).toMatchObject({ innerWidth: 700, innerHeight: 300, isTooSmall: false });
    expect(cutOf({ width: 400, height: 300 }, square, "vien").isTooSmall).toBe(true);
  });
});

test("whatever the photo, no pixel is invented, the shape is kept and the photo lies within its picture", () => {
  const edge = fc.integer({ min: 1, max: 6000 });
  fc.assert(
    fc.property(
      edge,
      edge,
      fc.constantFrom(...photoSizes),
      fc.constantFrom(...photoFits),
      (width, height, size, fit) => {
        const cut = cutOf({ width, height }, size, fit);
        for (const one of [cut, previewOf(cut)]) {
          expect(one.innerWidth).toBeLessThanOrEqual(Math.min(width, one.width));
          expect(one.innerHeight).toBeLessThanOrEqual(one.height);
          expect(Math.min(one.innerWidth, one.innerHeight)).toBeGreaterThanOrEqual(1);
        }
        expect(cut.width).toBeLessThanOrEqual(size.width);
        expect(Math.abs(cut.height - (cut.width * size.height) / size.width)).toBeLessThanOrEqual(1);
        expect(previewOf(cut).width).toBeLessThanOrEqual(320);
      },
    ),
  );
});

test("every size has a code of its own and a least width within it", () => {
  expect(new Set(photoSizes.map(({ code }) => code)).size).toBe(photoSizes.length);
  for (const { width, leastWidth } of photoSizes) expect(leastWidth).toBeLessThanOrEqual(width);
});

test("a picture to download is named by product, number and size", () => {
  expect(cutName("SP7K2M", 2, square)).toBe("SP7K2M-2-vuong-1024.jpg");
});
