import { describe, expect, test } from "vitest";
import { phoneAsWritten, readPhone, readWebsite } from "./contact";

describe("a phone number", () => {
  test.each([
    ["0912345678", "+84912345678"],
    ["0912 345 678", "+84912345678"],
    ["0912.345.678", "+84912345678"],
    ["+84 912 345 678", "+84912345678"],
    ["+84 (0)912 345 678", "+84912345678"],
    ["84912345678", "+84912345678"],
    ["0084912345678", "+84912345678"],
    ["0256 3822 222", "+842563822222"],
    ["(0269) 3824-404", "+842693824404"],
    ["1900 1234", "+8419001234"],
  ])("%s is stored as %s", (typed, stored) => {
    expect(readPhone(typed)).toEqual({ ok: true, value: stored });
  });
  test.each([
    "091234567",
    "09123456789",
    "0112345678",
    "+1 212 555 0100",
    "0612345678",
    "0256 3822 222 ext 5",
    "call me",
    "",
  ])("%s is no Vietnamese mobile or landline number", (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, code: "phone.format" });
  });
  test("is shown as people write it", () => {
    expect(phoneAsWritten("+84912345678")).toBe("0912 345 678");
    expect(phoneAsWritten("+842563822222")).toBe("0256 3822 222");
    expect(phoneAsWritten("unknown")).toBe("unknown");
  });
});

describe("a website", () => {
  test.each([
    ["yenquynhon.example", "https://yenquynhon.example/"],
    ["http://yen.example/gioi-thieu", "http://yen.example/gioi-thieu"],
    ["HTTPS://YEN.EXAMPLE", "https://yen.example/"],
  ])("%s is stored as %s", (typed, stored) => {
    expect(readWebsite(typed)).toEqual({ ok: true, value: stored });
  });
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://yen.example",
    "localhost",
    "http://127.0.0.1",
    "https://a:b@yen.example",
    "not a site",
  ])("%s is refused", (typed) => {
    expect(readWebsite(typed)).toEqual({ ok: false, code: "website.format" });
  });
});
