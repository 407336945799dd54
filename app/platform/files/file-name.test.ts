import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanFileName, contentDisposition } from "./file-name";

describe("a file name as stored", () => {
  test.each([
    ["C:\\Users\\Lan\\giay.pdf", "giay.pdf"],
    ["../../etc/passwd", "passwd"],
    ["Giấy chứng nhận.pdf".normalize("NFD"), "Giấy chứng nhận.pdf"],
    ["a\u202Efdp.exe", "afdp.exe"],
    ["  hai   dấu cách .jpg ", "hai dấu cách .jpg"],
    ["hai\ndòng.jpg", "hai dòng.jpg"],
    ["", "file"],
    ["..", "file"],
    ["folder/", "file"],
  ])("%j becomes %j", (given, stored) => {
    expect(cleanFileName(given)).toBe(stored);
  });

  test("a long name is cut to 200 characters and keeps its extension", () => {
    const name = cleanFileName(`${"ậ".repeat(10_000)}.pdf`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith("ậ.pdf")).toBe(true);
  });

  test("a long name without an extension is cut to 200 characters", () => {
    expect(cleanFileName("a".repeat(300))).toBe("a".repeat(200));
    expect(cleanFileName(`a.${"b".repeat(300)}`)).toHaveLength(200);
  });

  test("whatever is sent, the stored name is short, has no folder, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const name = cleanFileName(text);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(name).toMatch(/^[^/\\\n\r\0]+$/);
        expect(cleanFileName(name)).toBe(name.trim());
      }),
    );
  });
});

describe("the name offered for download", () => {
  test("is written in full for today's browsers and without diacritics for old ones", () => {
    expect(contentDisposition("attachment", "Giấy Đăng ký (2).pdf")).toBe(
      `attachment; filename="Giay Dang ky (2).pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20%C4%90%C4%83ng%20k%C3%BD%20%282%29.pdf`,
    );
  });
  test("cannot break out of the header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(contentDisposition("inline", name)).toMatch(
          /^inline; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});
