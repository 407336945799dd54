import fc from "fast-check";
import { expect, test } from "vitest";
import { apiKeyText, bearerApiKey, parseApiKey } from "./api-key";

const letters = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const parts = fc.record({
  prefix: letters("0123456789abcdef", 8),
  secret: letters("ABCXYZabcxyz0189_-", 43),
});

test("a key that is written down is read back, alone and from a Bearer header", () => {
  fc.assert(
    fc.property(parts, (key) => {
      expect(parseApiKey(apiKeyText(key))).toEqual(key);
      expect(bearerApiKey(`Bearer ${apiKeyText(key)}`)).toEqual(key);
      expect(bearerApiKey(`bearer  ${apiKeyText(key)} `)).toEqual(key);
    }),
  );
});

const secret = "s".repeat(43);

test.each([
  ["nothing", ""],
  ["another product's key", `other_0123abcd_${secret}`],
  ["a prefix that is too short", `lensan_0123abc_${secret}`],
  ["a prefix in capitals", `lensan_0123ABCD_${secret}`],
  ["a secret that is too short", `lensan_0123abcd_${secret.slice(1)}`],
  ["a secret that is too long", `lensan_0123abcd_${secret}s`],
  ["two keys in one header", `lensan_0123abcd_${secret} lensan_0123abcd_${secret}`],
])("%s is no key", (_name, text) => {
  expect(parseApiKey(text)).toBeUndefined();
  expect(bearerApiKey(`Bearer ${text}`)).toBeUndefined();
});

test("a missing header, another scheme and a bare key carry no key", () => {
  expect(bearerApiKey(null)).toBeUndefined();
  expect(bearerApiKey(`Basic lensan_0123abcd_${secret}`)).toBeUndefined();
  expect(bearerApiKey(`lensan_0123abcd_${secret}`)).toBeUndefined();
});
