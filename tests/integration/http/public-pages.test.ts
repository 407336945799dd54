import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTinyPortal, type TinyPortal, wellDatabase } from "./tiny-portal";

let tiny: TinyPortal;
let version = 1;
beforeEach(async () => {
  version = 1;
  tiny = await openTinyPortal({ status: wellDatabase(() => String(version)) });
  await tiny.ask("/trang");
  tiny.state.renders = 0;
});
afterEach(() => tiny.portal.close());

const get = (path = "/trang", headers: Record<string, string> = {}) => tiny.ask(path, { headers });

describe("public pages kept rendered", () => {
  it("are rendered once for everyone who asks the same", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => get()));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await get();
    expect(tiny.state.renders).toBe(1);
  });

  it("are rendered again after a change, and never shown as they were before it", async () => {
    expect((await get()).text).toContain("một");
    tiny.state.text = () => "hai";
    version = 2;
    expect((await get()).text).toContain("hai");
    expect(tiny.state.renders).toBe(2);
  });

  it("a change during a rendering is in the answer to whoever asks after it", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    tiny.state.text = async () => {
      await held;
      return "trước";
    };
    const before = get();
    await expect.poll(() => tiny.state.renders).toBe(1);
    tiny.state.text = () => "sau";
    version = 2;
    expect((await get()).text).toContain("sau");
    release();
    expect((await before).text).toContain("trước");
    expect((await get()).text).toContain("sau");
  });

  it("differ by language and by question, not by the order of its parts", async () => {
    const vi = await get("/trang?a=1&b=2");
    const same = await get("/trang?b=2&a=1");
    const en = await get("/trang?a=1&b=2", { Cookie: "phien=x; lang=en" });
    expect(same.headers.etag).toBe(vi.headers.etag);
    expect(en.text).toContain("lang=en");
    expect(tiny.state.renders).toBe(2);
  });

  it("are the same for someone signed in, and nothing of theirs gets into them", async () => {
    const signedIn = await get("/trang?x", { Cookie: "phien=bi-mat; lang=vi" });
    expect(signedIn.text).not.toContain("bi-mat");
    expect((await get("/trang?x")).headers.etag).toBe(signedIn.headers.etag);
  });

  it("come in each coding with its own tag and the same content", async () => {
    const [br, gzip, plain] = await Promise.all(
      ["gzip, deflate, br", "gzip", "identity"].map((coding) => get("/trang", { "Accept-Encoding": coding })),
    );
    if (!br || !gzip || !plain) throw new Error("three were asked for");
    expect([br, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined]);
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
    for (const { headers, body } of [br, gzip, plain]) {
      expect(headers["content-length"]).toBe(String(body.length));
      expect(headers.etag).toMatch(/^"[^"]+"$/);
    }
  });

  it("are not sent again to whoever holds them, until they change", async () => {
    const etag = String((await get()).headers.etag);
    const held = await get("/trang", { "If-None-Match": etag });
    expect(held).toMatchObject({ status: 304, text: "" });
    expect(held.headers).toMatchObject({ etag, "cache-control": "no-cache", vary: "Accept-Encoding, Cookie" });
    expect((await get("/trang", { "If-None-Match": etag, "Accept-Encoding": "gzip" })).status).toBe(200);
    tiny.state.text = () => "hai";
    version = 2;
    expect((await get("/trang", { "If-None-Match": etag })).status).toBe(200);
  });

  it("answer HEAD with the headers alone", async () => {
    const { headers } = await get();
    const head = await tiny.ask("/trang", { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers["content-length"]).toBe(headers["content-length"]);
  });

  it("a page that sets a cookie, is private or is missing is never kept", async () => {
    for (const path of ["/cong-khai-co-cookie", "/rieng", "/khong-co"]) {
      const answers = [await get(path), await get(path)];
      for (const { headers } of answers) expect(headers).not.toHaveProperty("etag");
    }
  });

  it("a kept page that begins to set a cookie is kept no longer", async () => {
    tiny.state.cookie = "phien=1";
    version = 2;
    expect((await get()).headers).not.toHaveProperty("etag");
    expect((await get()).headers).toHaveProperty("set-cookie");
  });

  it("a page that becomes missing is missing at once", async () => {
    tiny.state.text = () => {
      throw new Response("gone", { status: 404 });
    };
    version = 2;
    expect((await get()).status).toBe(404);
  });

  it("with the database away the page itself answers, not an old copy", async () => {
    await tiny.portal.close();
    let away = false;
    const status = wellDatabase();
    tiny = await openTinyPortal({
      status: { ...status, publicVersion: async () => (away ? Promise.reject(new Error("away")) : "1") },
    });
    await get();
    expect((await get()).headers).toHaveProperty("etag");
    away = true;
    tiny.state.text = () => "mới";
    const answer = await get();
    expect(answer.text).toContain("mới");
    expect(answer.headers).not.toHaveProperty("etag");
  });
});
