import { describe, expect, it } from "vitest";
import { clientAddress, networkOf, trustedPeers } from "./client-address";

const trusts = trustedPeers(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);

describe("the caller's address", () => {
  it("is the peer when nobody is trusted, whatever it claims", () => {
    expect(clientAddress("203.0.113.9", "198.51.100.1", trustedPeers([]))).toBe("203.0.113.9");
    expect(clientAddress("203.0.113.9", "198.51.100.1", trusts)).toBe("203.0.113.9");
  });
  it("is what the trusted proxy saw, not what the caller wrote before it", () => {
    expect(clientAddress("::ffff:127.0.0.1", "6.6.6.6, 203.0.113.9", trusts)).toBe("203.0.113.9");
    expect(clientAddress("fd00::1", "6.6.6.6, 203.0.113.9, 10.1.2.3", trusts)).toBe("203.0.113.9");
  });
  it("is the proxy when the proxy says nothing usable", () => {
    expect(clientAddress("127.0.0.1", undefined, trusts)).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", "nonsense", trusts)).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", "10.0.0.2", trusts)).toBe("10.0.0.2");
    expect(clientAddress(undefined, "203.0.113.9", trusts)).toBe("");
  });
});

describe("the list of trusted proxies", () => {
  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/x", "fd00::/129", "10.0.0.0/-1"])(
    "refuses %s by name",
    (entry) => {
      expect(() => trustedPeers([entry])).toThrow(entry);
    },
  );
});

describe("what the log keeps of an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["fe80::1%eth0", "fe80:0:0::/48"],
    ["::1", "0:0:0::/48"],
    ["2001:db8:1::", "2001:db8:1::/48"],
    ["", "unknown"],
  ])("%s becomes %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
