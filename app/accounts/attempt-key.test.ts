import fc from "fast-check";
import { expect, test } from "vitest";
import { addressKey } from "./attempt-key";

test.each([
  ["an IPv4 address counts alone", "203.0.113.7", "203.0.113.7"],
  ["an IPv4 address written as IPv6 is the same address", "::FFFF:203.0.113.7", "203.0.113.7"],
  ["an IPv6 address counts with its /64", "2001:db8:12:34:aaaa:bbbb:cccc:dddd", "2001:db8:12:34::/64"],
  ["a shortened IPv6 address is filled up", "2001:db8::1", "2001:db8:0:0::/64"],
  ["leading zeros and capitals do not make another address", "2001:0DB8:0012:0034::1", "2001:db8:12:34::/64"],
  ["a zone is no part of the address", "fe80::1%eth0", "fe80:0:0:0::/64"],
  ["an IPv4 address at the end takes two places", "64:ff9b::203.0.113.7", "64:ff9b:0:0::/64"],
  ["this machine", "::1", "0:0:0:0::/64"],
  ["what is no address counts as itself", "unknown", "unknown"],
])("%s", (_name, address, key) => {
  expect(addressKey(address)).toBe(key);
});

test("two IPv6 addresses of one /64 are one visitor, however they are written", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
  const half = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(half, half, half, (net, one, other) => {
      expect(addressKey([...net, ...one].join(":"))).toBe(addressKey([...net, ...other].join(":").toUpperCase()));
    }),
  );
});
