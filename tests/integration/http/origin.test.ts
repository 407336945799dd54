import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTinyPortal, ownOrigin, type TinyPortal } from "./tiny-portal";

let tiny: TinyPortal;
beforeAll(async () => {
  tiny = await openTinyPortal({ services: { machinePaths: [/^\/may$/] } });
});
afterAll(() => tiny.portal.close());

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const evil = { ...form, Origin: "https://evil.example" };

/** Sends a change and says what came of it. */
async function change(path: string, headers: Record<string, string>, method = "POST") {
  tiny.state.actions.length = 0;
  const { status } = await tiny.ask(path, { method, headers, body: "a=1" });
  return { status, ran: [...tiny.state.actions] };
}
const refused = { status: 403, ran: [] };

describe("a change from another site", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])("%s to a page is refused before the page", async (method) => {
    expect(await change("/act", evil, method)).toEqual(refused);
  });
  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "%s to a resource route, which Remix does not check, is refused",
    async (method) => {
      expect(await change("/res", evil, method)).toEqual(refused);
    },
  );
  it("through Remix's data address is not there at all", async () => {
    for (const headers of [evil, { ...form, Origin: ownOrigin }]) {
      expect(await change("/act?_data=routes%2Fact", headers)).toEqual({ status: 404, ran: [] });
      expect(await change("/act?%5Fdata=routes%2Fact", headers)).toEqual({ status: 404, ran: [] });
      expect(await change("/act?_routes=routes%2Fact", headers)).toEqual({ status: 404, ran: [] });
    }
  });
  it("without any Origin is refused", async () => {
    expect(await change("/act", form)).toEqual(refused);
    expect(await change("/res", form)).toEqual(refused);
  });
  it("with the opaque origin is refused", async () => {
    expect(await change("/res", { ...form, Origin: "null" })).toEqual(refused);
  });
  it("is not let in by a forged X-Forwarded-Host or Host", async () => {
    const forged = { ...evil, "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" };
    expect(await change("/act", forged)).toEqual(refused);
    expect(await change("/act", { ...forged, Host: "evil.example" })).toEqual(refused);
  });
  it("that the browser itself calls cross-site is refused", async () => {
    expect(await change("/res", { ...form, "Sec-Fetch-Site": "cross-site" })).toEqual(refused);
    expect(await change("/res", { ...form, "Sec-Fetch-Site": "same-site", Origin: ownOrigin })).toEqual(refused);
  });
  it("leaves a line in the log", async () => {
    tiny.logged.length = 0;
    await change("/act", evil);
    expect(tiny.logged.join("")).toContain('"reason":"foreign-origin"');
  });
});

describe("a change from this portal", () => {
  it("runs, from a page and on a resource route", async () => {
    expect(await change("/act", { ...form, Origin: ownOrigin, "Sec-Fetch-Site": "same-origin" })).toEqual({
      status: 200,
      ran: ["act"],
    });
    expect(await change("/res", { ...form, Origin: ownOrigin })).toEqual({ status: 200, ran: ["res"] });
    expect(await change("/res", { ...form, "Sec-Fetch-Site": "same-origin" }, "DELETE")).toEqual({
      status: 200,
      ran: ["res"],
    });
  });
  it("runs without an Origin only on a path declared for machines", async () => {
    expect(await change("/may", form)).toEqual({ status: 200, ran: ["may"] });
  });
  it("in a demo runs from every name of this machine, and from no other", async () => {
    const demo = await openTinyPortal({
      variables: { PORTAL_MODE: "demo", PUBLIC_ORIGIN: "http://localhost:4105", PORT: "4105" },
    });
    try {
      for (const host of ["localhost:4105", "127.0.0.1:4105", "[::1]:4105"]) {
        const headers = { ...form, Host: host, Origin: `http://${host}` };
        const { status } = await demo.ask("/act", { method: "POST", headers, body: "a=1" });
        expect([host, status]).toEqual([host, 200]);
      }
      expect(demo.state.actions).toHaveLength(3);
      const other = await demo.ask("/act", { method: "POST", headers: { ...form, Origin: "http://localhost:1" } });
      expect(other.status).toBe(403);
    } finally {
      await demo.portal.close();
    }
  });
});

describe("what a request says about where it came from", () => {
  const forged = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-For": "198.51.100.7",
    "X-Real-IP": "198.51.100.7",
    Forwarded: "for=198.51.100.7;host=evil.example",
  };
  const seen = async (portal: TinyPortal) =>
    JSON.parse((await portal.ask("/vong", { headers: forged })).text) as {
      url: string;
      clientAddress: string;
      headers: Record<string, string>;
    };

  it("does not reach the pages when nobody vouches for it", async () => {
    const { url, clientAddress, headers } = await seen(tiny);
    expect(url).toBe(`${ownOrigin}/vong`);
    expect(clientAddress).toBe("127.0.0.1");
    expect(JSON.stringify(headers)).not.toMatch(/evil|198\.51/);
  });
  it("is believed for the address, and only that, when a trusted proxy sends it", async () => {
    const behind = await openTinyPortal({ variables: { TRUSTED_PROXIES: "127.0.0.0/8" } });
    try {
      const { url, clientAddress } = await seen(behind);
      expect(url).toBe(`${ownOrigin}/vong`);
      expect(clientAddress).toBe("198.51.100.7");
    } finally {
      await behind.portal.close();
    }
  });
});
