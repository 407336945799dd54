import fc from "fast-check";
import { expect, test } from "vitest";
import { bestLikeness, readTitle, titleLikeness } from "./title-likeness";

test.each([
  ["Tên sản phẩm", "ten san pham", 100],
  ["TÊN  SẢN PHẨM *", "Tên sản phẩm", 100],
  ["ma_san_pham", "Mã sản phẩm", 100],
  ["MaSanPham", "Mã sản phẩm", 100],
  ["Giá bán (đồng)", "giá bán", 95],
  ["Giá bán [VND]", "giá bán", 95],
  ["Giấy chứng nhận – Số", "số giấy chứng nhận", 90],
  ["Tên sản phẩm OCOP đề nghị", "tên sản phẩm", 75],
  ["Mã số thế", "mã số thuế", 60],
  ["Ghi chú", "tên sản phẩm", 0],
  ["", "tên", 0],
  ["Tên", "…", 0],
  ["Gía", "Giá", 100],
  ["Già", "Gà", 0],
])("%j beside %j scores %s", (title, alias, score) => {
  expect(titleLikeness(readTitle(title), readTitle(alias))).toBe(score);
});

test("the best of several aliases counts, and no alias is no likeness", () => {
  expect(bestLikeness(readTitle("Name"), ["tên", "name"].map(readTitle))).toBe(100);
  expect(bestLikeness(readTitle("Name"), [])).toBe(0);
});

test("a title is always surely itself, whatever its accents, case and punctuation", () => {
  const word = fc.stringMatching(/^[a-zA-ZăâđêôơưẮỘữ]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      expect(titleLikeness(readTitle(words.join("_").toUpperCase()), readTitle(words.join(" ")))).toBe(100);
    }),
  );
});
