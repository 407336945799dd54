import { expect, test } from "vitest";
import { vietnameseLikeness } from "./vietnamese-likeness";

test.each([
  "Rượu Bàu Đá, nước mắm Tam Quan, nón ngựa Phú Gia",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "quý khuỷu nghiêng ngoằn thuở giếng quyển",
])("%s is wholly Vietnamese", (text) => {
  expect(vietnameseLikeness(text)).toBe(1);
});

test.each(["R­îu Bµu §¸", "Röôïu Baøu Ñaù", "RÆ°á»£u BÃ u ÄÃ¡"])("%s, read by the wrong table, is not", (text) => {
  expect(vietnameseLikeness(text)).toBeLessThan(0);
});

test("plain Latin letters say nothing either way", () => {
  expect(vietnameseLikeness("Binh Dinh 2025 – 50 %")).toBe(0);
});
