import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { watchDatabase } from "~/platform/db/database-status.server";
import { freshDatabase } from "../database";
import { ask, openTinyPortal, wellDatabase } from "./tiny-portal";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(...parameters: Parameters<typeof openTinyPortal>) {
  const tiny = await openTinyPortal(...parameters);
  cleanups.push(() => tiny.portal.close());
  return tiny;
}

function gate() {
  let release = () => {};
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { opened, release: () => release() };
}

describe("whether the portal is alive and ready", () => {
  it("a migrated database that answers makes it ready", async () => {
    const database = await freshDatabase();
    cleanups.push(database.drop);
    const tiny = await open({ status: watchDatabase(database.url) });
    const ready = await tiny.ask("/readyz");
    expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: "ready" }]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("DELETE FROM _prisma_migrations");
    await client.end();
    const behind = await tiny.ask("/readyz");
    expect([behind.status, JSON.parse(behind.text)]).toEqual([503, { status: "unready", reason: "migrations" }]);
  });

  it("a database that does not answer makes it unready within three seconds, yet alive", async () => {
    const silent = net.createServer(() => {});
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    cleanups.push(async () => silent.close());
    const { port } = silent.address() as net.AddressInfo;
    const tiny = await open({ status: watchDatabase(`postgresql://a:b@127.0.0.1:${port}/c`) });
    const started = performance.now();
    const answer = await tiny.ask("/readyz");
    expect([answer.status, JSON.parse(answer.text)]).toEqual([503, { status: "unready", reason: "database" }]);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(JSON.parse((await tiny.ask("/healthz")).text)).toEqual({ status: "alive" });
  });
});

describe("stopping", () => {
  it("lets a slow request finish, takes no new one, and closes the connection after the answer", async () => {
    const slow = gate();
    const tiny = await open();
    tiny.state.text = async () => {
      await slow.opened;
      return "xong";
    };
    const agent = new http.Agent({ keepAlive: true });
    cleanups.push(async () => agent.destroy());
    const answering = tiny.ask("/trang", { agent });
    await expect.poll(() => tiny.state.renders).toBe(1);
    const closing = tiny.portal.close();
    await expect
      .poll(() => ask(tiny.port, "/healthz").catch((error: { code?: string }) => error.code))
      .toBe("ECONNREFUSED");
    slow.release();
    const answer = await answering;
    expect([answer.status, answer.headers.connection]).toEqual([200, "close"]);
    expect(answer.text).toContain("xong");
    expect(await closing).toEqual({ cut: false });
  });

  it("waits for a body that is still arriving, and tells a late probe that it is draining", async () => {
    const tiny = await open();
    const connect = async (head: string) => {
      const socket = net.connect(tiny.port, "127.0.0.1");
      const received: string[] = [];
      socket.on("data", (chunk) => received.push(String(chunk)));
      await once(socket, "connect");
      socket.write(head);
      return { socket, received };
    };
    const form = await connect(
      "POST /act HTTP/1.1\r\nHost: lensan.example\r\nOrigin: https://lensan.example\r\nContent-Length: 3\r\n\r\na",
    );
    const probe = await connect("GET /readyz HTTP/1.1\r\nHost: lensan.example\r\n");
    // An answer on a third connection shows that what the first two sent has been read.
    await tiny.ask("/healthz");
    const closing = tiny.portal.close();
    form.socket.write("=1");
    probe.socket.write("\r\n");
    await Promise.all([once(form.socket, "close"), once(probe.socket, "close")]);
    expect(form.received.join("")).toMatch(/^HTTP\/1\.1 200/);
    expect(probe.received.join("")).toMatch(/^HTTP\/1\.1 503[\s\S]*"reason":"draining"/);
    expect(await closing).toEqual({ cut: false });
    expect(tiny.state.actions).toEqual(["act"]);
  });

  it("lets an answer that has begun be sent to its end, and then closes its connection", async () => {
    const slow = gate();
    const tiny = await open({ limits: { drainMilliseconds: 10_000 } });
    tiny.state.text = async () => {
      await slow.opened;
      return "cuối";
    };
    const agent = new http.Agent({ keepAlive: true });
    cleanups.push(async () => agent.destroy());
    const request = http.get({ host: "127.0.0.1", port: tiny.port, path: "/dong", agent });
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = once(response, "end");
    const started = performance.now();
    const closing = tiny.portal.close();
    slow.release();
    await ended;
    expect(Buffer.concat(chunks).toString()).toBe("đầu cuối");
    expect(await closing).toEqual({ cut: false });
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it("cuts off only what is still there when its time is up", async () => {
    const never = gate();
    const tiny = await open({ limits: { drainMilliseconds: 200 } });
    tiny.state.text = async () => {
      await never.opened;
      return "";
    };
    const answering = tiny.ask("/trang").catch((error: { code?: string }) => error.code);
    await expect.poll(() => tiny.state.renders).toBe(1);
    expect(await tiny.portal.close()).toEqual({ cut: true });
    expect(await answering).toBe("ECONNRESET");
    never.release();
  });

  it("closes idle connections at once", async () => {
    const tiny = await open();
    const agent = new http.Agent({ keepAlive: true });
    cleanups.push(async () => agent.destroy());
    await tiny.ask("/rieng", { agent });
    expect(await tiny.portal.close()).toEqual({ cut: false });
  });
});

describe("listening", () => {
  it("takes IPv4 and IPv6 on one port", async () => {
    const tiny = await open({ variables: { HOST: "::" } });
    for (const host of ["127.0.0.1", "[::1]"]) {
      expect((await fetch(`http://${host}:${tiny.port}/healthz`)).status).toBe(200);
    }
  });
  it("says which port is taken and what to do", async () => {
    const tiny = await open();
    const second = openTinyPortal({ variables: { PORT: String(tiny.port) } });
    await expect(second).rejects.toThrow(`Port ${tiny.port} is already in use`);
  });
});

describe("files for browsers", () => {
  it("hashed files are kept for a year, others for an hour; hidden files and source maps are not there", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "client-"));
    cleanups.push(() => rm(directory, { recursive: true }));
    await mkdir(path.join(directory, "assets"));
    await mkdir(path.join(directory, ".well-hidden"));
    await Promise.all(
      ["assets/a-1.js", "assets/a-1.js.map", ".env", ".well-hidden/x.txt", "favicon.svg"].map((name) =>
        writeFile(path.join(directory, name), "content ".repeat(100)),
      ),
    );
    const tiny = await open({ clientDirectory: directory, status: wellDatabase() });
    const script = await tiny.ask("/assets/a-1.js?v=1", { headers: { "Accept-Encoding": "br" } });
    expect(script.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "x-content-type-options": "nosniff",
    });
    expect((await tiny.ask("/favicon.svg")).headers["cache-control"]).toBe("public, max-age=3600");
    for (const missing of [
      "/assets/a-1.js.map",
      "/.env",
      "/.well-hidden/x.txt",
      "/assets/../.env",
      "/assets/%2e%2e/.env",
      "/assets/",
    ]) {
      expect([missing, (await tiny.ask(missing)).status]).toEqual([missing, 404]);
    }
  });
});
