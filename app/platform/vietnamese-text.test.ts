import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, fold } from "./vietnamese-text";

const anyText = fc.string({ unit: "binary" });
const roughText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe("fold", () => {
  test.each([
    ["Rượu Bàu Đá", "ruou bau da"],
    ["ĐẬU PHỘNG", "dau phong"],
    ["  Nem   chợ\tHuyện ", "nem cho huyen"],
    ["Cẩm Ý Ỡ ỹ ặ", "cam y o y a"],
    ["Phù\u200bCát", "phucat"],
    ["OCOP 4*", "ocop 4*"],
  ])("%s is searched for as %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
  test("composed and decomposed Vietnamese fold alike", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬỀỂỄẾỆỜỞỠỚỢỪỬỮỨỰĐ "),
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
        expect(fold(text)).toMatch(/^[a-z ]*$/);
      }),
    );
  });
  test("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, roughText), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("cleanText", () => {
  test("decomposed Vietnamese is stored composed", () => {
    expect(cleanText("Rượu Bàu Đá".normalize("NFD"))).toBe("Rượu Bàu Đá".normalize("NFC"));
  });
  test("line ends become LF, tabs stay, other control characters go", () => {
    expect(cleanText("a\r\nb\rc\td\u0000e\u0007f\u0085g")).toBe("a\nb\nc\tdefg");
  });
  test("lone surrogates and the two noncharacters go, real emoji stay", () => {
    expect(cleanText("a\ud800b\udc00c\ufffed\uffffe🍶")).toBe("abcde🍶");
  });
  test("space around the text goes, also when a control character stood outside it", () => {
    expect(cleanText("\u0000  mắm nhum \n\u0001")).toBe("mắm nhum");
  });
  test("whatever comes in, what goes out is free of half characters, composed and stable", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, roughText), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/\p{Cs}/u);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean).not.toMatch(/[^\P{Cc}\n\t]|\ufffe|\uffff/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
