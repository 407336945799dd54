import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactAsWritten, contactField, contactText, mobileAsWritten, readContact, readMobile } from "./contact";

describe("a mobile number", () => {
  test.each([
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "(091) 234-5678",
    "84912345678",
    "+84 912 345 678",
    "+84 0912345678",
    "0084912345678",
    "０９１２３４５６７８",
  ])("is the same however it is written: %s", (text) => {
    expect(readMobile(text)).toEqual({ ok: true, value: "+84912345678" });
  });

  test("may be a foreign one, with its country", () => {
    expect(readMobile("+44 7911 123456")).toEqual({ ok: true, value: "+447911123456" });
  });

  test.each(["", "09123", "0256 3822 222", "0199000001", "0912345678 ext 5", "mã số 7", "+84"])(
    "is refused when no message can reach it: %s",
    (text) => {
      expect(readMobile(text)).toEqual({ ok: false, code: "phone.format" });
    },
  );

  test("once read is read the same again, and is written as people write it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        const national = `091${String(n).padStart(7, "0")}`;
        const read = readMobile(national);
        if (!read.ok) throw new Error(`${national} is a number`);
        expect(readMobile(read.value)).toEqual(read);
        expect(mobileAsWritten(read.value).replaceAll(" ", "")).toBe(national);
      }),
    );
    expect(mobileAsWritten("+447911123456")).toBe("+44 7911 123456");
    expect(mobileAsWritten("x")).toBe("x");
  });
});

describe("a field for either", () => {
  test("takes what has an @ for an address, and everything else for a number", () => {
    expect(readContact(" Lanh@Example.VN ")).toEqual({ ok: true, value: { email: "lanh@example.vn" } });
    expect(readContact("0912 345 678")).toEqual({ ok: true, value: { phone: "+84912345678" } });
    expect(readContact("lanh@")).toEqual({ ok: false, code: "email.format" });
    expect(readContact("lanh")).toEqual({ ok: false, code: "phone.format" });
    expect(readContact("  ")).toEqual({ ok: false, code: "contact.required" });
  });

  test("says what is wrong in words of the catalogue", () => {
    const said = (text: unknown) => contactField.safeParse(text).error?.issues[0]?.message;
    expect(said(undefined)).toBe("accounts:contact.required");
    expect(said("lanh")).toBe("accounts:phone.format");
    expect(said("a".repeat(255))).toBe("accounts:email.format");
    expect(contactField.parse("0912345678")).toEqual({ phone: "+84912345678" });
  });

  test("gives one text of either, and one for showing", () => {
    expect(contactText({ email: "a@b.vn" })).toBe("a@b.vn");
    expect(contactText({ phone: "+84912345678" })).toBe("+84912345678");
    expect(contactAsWritten({ email: "a@b.vn", phone: "+84912345678" })).toBe("a@b.vn");
    expect(contactAsWritten({ email: null, phone: "+84912345678" })).toBe("0912 345 678");
    expect(contactAsWritten({ email: null, phone: null })).toBe("");
  });
});
