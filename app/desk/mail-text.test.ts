import fc from "fast-check";
import { expect, test } from "vitest";
import { mailParts, withoutSecrets } from "./mail-text";

const origin = "https://lensan.example";

test("links to the portal lead there, and the words around them stay", () => {
  expect(mailParts(`Mở:\n${origin}/dang-nhap?a=1\nhoặc ${origin}`, origin)).toEqual([
    { text: "Mở:\n" },
    { text: `${origin}/dang-nhap?a=1`, href: "/dang-nhap?a=1" },
    { text: "\nhoặc " },
    { text: origin, href: "/" },
  ]);
});

test("addresses elsewhere, look-alikes included, lead nowhere", () => {
  for (const url of [
    "https://evil.example/dang-nhap",
    `${origin}.evil.example/x`,
    `${origin}:81/`,
    `${origin}@evil.example/`,
  ]) {
    expect(mailParts(url, origin)).toEqual([{ text: url }]);
  }
});

test("no letter of a mail is lost or added by finding its links", () => {
  const word = fc.oneof(fc.string(), fc.constant(`${origin}/a`), fc.constant("https://b.example"));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(" ");
      expect(
        mailParts(text, origin)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("the secrets of one-time links are taken out, other links stay", () => {
  const text = `${origin}/dat-lai-mat-khau/AbC-123_x và ${origin}/loi-moi/zzz. ${origin}/san-pham/SP-1`;
  expect(withoutSecrets(text)).toBe(
    `${origin}/dat-lai-mat-khau/•••••• và ${origin}/loi-moi/••••••. ${origin}/san-pham/SP-1`,
  );
});
