import { once } from "node:events";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTinyPortal, ownOrigin, type TinyPortal } from "./tiny-portal";

const kilobyte = 1024;
let tiny: TinyPortal;
beforeAll(async () => {
  tiny = await openTinyPortal({
    services: { uploadPaths: [/^\/tai-len$/] },
    limits: {
      headersMilliseconds: 300,
      body: { bytes: 4 * kilobyte, milliseconds: 400 },
      upload: { bytes: 64 * kilobyte, milliseconds: 5_000 },
    },
  });
});
afterAll(() => tiny.portal.close());

const send = (path: string, size: number, chunked: boolean) =>
  tiny.ask(path, { method: "POST", headers: { Origin: ownOrigin }, body: Buffer.alloc(size, "a"), chunked });

describe("how much one request may bring", () => {
  it("an address that is too long is refused, in the reader's language", async () => {
    const long = `/trang?q=${"a".repeat(2048)}`;
    const vietnamese = await tiny.ask(long);
    expect([vietnamese.status, vietnamese.text]).toEqual([414, expect.stringContaining("quá dài")]);
    const english = await tiny.ask(long, { headers: { Cookie: "lang=en" } });
    expect(english.text).toContain("too long");
    expect(english.text).toContain(String(english.headers["x-request-id"]));
  });
  it("headers that are too large are refused", async () => {
    expect((await tiny.ask("/trang", { headers: { "X-Long": "a".repeat(20 * kilobyte) } })).status).toBe(431);
  });
  it.each([
    [false, "announced"],
    [true, "not announced"],
  ])("a body that is too large is refused, its size being %s", async (chunked) => {
    tiny.state.actions.length = 0;
    expect((await send("/act", 4 * kilobyte + 1, chunked)).status).toBe(413);
    expect((await send("/act", 3 * 1024 * kilobyte, chunked)).status).toBe(413);
    expect(tiny.state.actions).toEqual([]);
    expect((await send("/act", 4 * kilobyte, chunked)).status).toBe(200);
    expect(tiny.state.actions).toEqual(["act"]);
  });
  it("a body announced as too large is refused before any of it is sent", async () => {
    const socket = net.connect(tiny.port, "127.0.0.1");
    socket.write(`POST /act HTTP/1.1\r\nHost: lensan.example\r\nOrigin: ${ownOrigin}\r\nContent-Length: 9999\r\n\r\n`);
    const [answer] = await once(socket, "data");
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413/);
  });
  it("where files are sent a body may be larger, up to its own limit", async () => {
    expect((await send("/tai-len", 60 * kilobyte, true)).status).toBe(200);
    expect((await send("/tai-len", 65 * kilobyte, true)).status).toBe(413);
  });
  it("a body that trickles in is refused", async () => {
    const socket = net.connect(tiny.port, "127.0.0.1");
    socket.write(`POST /act HTTP/1.1\r\nHost: lensan.example\r\nOrigin: ${ownOrigin}\r\nContent-Length: 10\r\n\r\na`);
    const [answer] = await once(socket, "data");
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408/);
  });
  it("a client that never finishes its headers is cut off", async () => {
    const socket = net.connect(tiny.port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: lensan.example\r\nX-Slow: ");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408/);
    await once(socket, "close");
  });
  it.each(["/__manifest?p=%2Fa", "/trang?_data=routes%2Ftrang"])(
    "%s, which no page of ours asks for, is not there",
    async (path) => {
      expect((await tiny.ask(path)).status).toBe(404);
    },
  );
  it("a tracing request is refused", async () => {
    expect((await tiny.ask("/trang", { method: "TRACE" })).status).toBe(405);
  });
});
