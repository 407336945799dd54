import "../own-portal";
import { randomUUID } from "node:crypto";
import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataPath } from "~/platform/files/data-directory.server";
import { sweepIncoming } from "~/platform/files/incoming.server";
import { acceptPhoto } from "~/platform/files/store.server";
import { type ReadForm, readForm } from "~/platform/http/read-form.server";
import { htmlPage, jpeg, noise } from "../../fixtures/files";
import { type Answer, openTinyPortal, ownOrigin, type TinyPortal } from "./tiny-portal";

const kilobyte = 1024;
const [mine, theirs] = [randomUUID(), randomUUID()];
const limits = { fileBytes: 600 * kilobyte, accountBytes: 1400 * kilobyte, accountFiles: 4, accountAtOnce: 2 };

let tiny: TinyPortal;
beforeAll(async () => {
  tiny = await openTinyPortal({
    services: { uploadOwner: async (cookie) => /^phien=(.+)$/.exec(cookie ?? "")?.[1] },
    limits: { resumable: limits, upload: { bytes: 700 * kilobyte, milliseconds: 5_000 } },
  });
});
afterAll(() => tiny.portal.close());

const headersOf = (account: string, more: Record<string, string> = {}) => ({
  Origin: ownOrigin,
  Cookie: `phien=${account}`,
  "Tus-Resumable": "1.0.0",
  ...more,
});

const create = (account: string, size: number, name = "ảnh nem.jpg"): Promise<Answer> =>
  tiny.ask("/uploads", {
    method: "POST",
    headers: headersOf(account, {
      "Upload-Length": String(size),
      "Upload-Metadata": `filename ${Buffer.from(name).toString("base64")}`,
    }),
  });
const placeOf = (answer: Answer): string => String(answer.headers.location);
const head = (account: string, place: string) => tiny.ask(place, { method: "HEAD", headers: headersOf(account) });

const patchHeaders = (account: string, offset: number) =>
  headersOf(account, { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" });
const patch = (account: string, place: string, offset: number, body: Buffer) =>
  tiny.ask(place, { method: "PATCH", headers: patchHeaders(account, offset), body });

/** Sends the beginning of what it announces, waits until that has arrived, and drops the connection. */
async function cutOff(account: string, place: string, content: Buffer, at: number): Promise<void> {
  const headers = { ...patchHeaders(account, 0), Host: new URL(ownOrigin).host, "Content-Length": content.length };
  const request = http.request({ host: "127.0.0.1", port: tiny.port, path: place, method: "PATCH", headers });
  request.on("error", () => {});
  request.write(content.subarray(0, at));
  await expect.poll(async () => (await offsetOnDisk(place)) === at).toBe(true);
  request.destroy();
}

async function offsetOnDisk(place: string): Promise<number> {
  return (await stat(dataPath("incoming", place.slice("/uploads/".length)))).size;
}

async function sent(account: string, content: Buffer, name?: string): Promise<string> {
  const place = placeOf(await create(account, content.length, name));
  expect((await patch(account, place, 0, content)).status).toBe(204);
  return place.slice("/uploads/".length);
}

const formNaming = (ids: readonly string[], account: string, maxFiles = 1): Promise<ReadForm> => {
  const body = new URLSearchParams(ids.map((id) => ["photosUpload", `${id} tên tệp.jpg`]));
  return readForm(new Request("http://localhost/", { method: "POST", body }), { maxFiles, resumedFor: account });
};
const remove = (account: string, id: string) =>
  tiny.ask(`/uploads/${id}`, { method: "DELETE", headers: headersOf(account) });

describe("a file sent ahead of its form", () => {
  it("goes on where the connection dropped, and is then taken by the same checks as any other", async () => {
    const content = await jpeg({ width: 900, height: 700 });
    const place = placeOf(await create(mine, content.length));
    expect(place).toMatch(new RegExp(`^/uploads/${mine}\\.[0-9a-f-]{36}$`));
    const half = Math.floor(content.length / 2);
    await cutOff(mine, place, content, half);
    await expect.poll(async () => (await head(mine, place)).headers["upload-offset"]).toBe(String(half));

    expect((await formNaming([place.slice("/uploads/".length)], mine)).problems).toEqual([
      { field: "photos", code: "file.gone" },
    ]);
    const rest = await patch(mine, place, half, content.subarray(half));
    expect([rest.status, rest.headers["upload-offset"]]).toEqual([204, String(content.length)]);

    const form = await formNaming([place.slice("/uploads/".length)], mine);
    expect(form.uploads).toMatchObject([{ field: "photos", fileName: "ảnh nem.jpg", sizeBytes: content.length }]);
    const [upload] = form.uploads;
    expect(upload && (await acceptPhoto(upload))).toMatchObject({ ok: true, value: { width: 900, height: 700 } });
    await form.dispose("resumed");
    expect((await head(mine, place)).status).toBe(200);
    await form.dispose();
    expect((await head(mine, place)).status).toBe(404);
    expect((await readdir(dataPath("incoming"))).filter((name) => name.startsWith(mine))).toEqual([]);
  });

  it("is no way around the checks of content", async () => {
    const form = await formNaming([await sent(mine, htmlPage(), "anh.jpg")], mine);
    const [upload] = form.uploads;
    expect(upload && (await acceptPhoto(upload))).toEqual({ ok: false, code: "file.type" });
    await form.dispose();
  });

  it("counts towards the number of files that a form takes", async () => {
    const ids = [await sent(mine, noise(100)), await sent(mine, noise(101))];
    const form = await formNaming(ids, mine, 1);
    expect([form.uploads.length, form.problems]).toEqual([1, [{ field: "photos", code: "file.tooMany" }]]);
    await form.dispose();
    for (const id of ids) await remove(mine, id);
  });

  it("is nobody's but its sender's: to look at, to go on with, to remove or to use", async () => {
    const id = await sent(mine, noise(200));
    const place = `/uploads/${id}`;
    expect((await head(theirs, place)).status).toBe(404);
    expect((await patch(theirs, place, 200, Buffer.alloc(0))).status).toBe(404);
    expect((await remove(theirs, id)).status).toBe(404);
    expect((await formNaming([id], theirs)).problems).toEqual([{ field: "photos", code: "file.gone" }]);
    expect((await head(mine, place)).status).toBe(200);
    await remove(mine, id);
    expect((await head(mine, place)).status).toBe(404);
  });

  it.each(["../files/ab", "%2e%2e%2ffiles", `${mine}.json`, ".", `${mine}.${randomUUID()}.json`])(
    "is never found under %s",
    async (name) => {
      expect([400, 404]).toContain((await head(mine, `/uploads/${name}`)).status);
      expect((await formNaming([name], mine)).uploads).toEqual([]);
    },
  );

  it("is gone a day after it began, also when it was whole", async () => {
    const id = await sent(mine, noise(300));
    const dayAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const suffix of ["", ".json"]) await utimes(dataPath("incoming", id + suffix), dayAgo, dayAgo);
    await sweepIncoming(new Date());
    expect((await head(mine, `/uploads/${id}`)).status).toBe(404);
    expect((await formNaming([id], mine)).problems).toEqual([{ field: "photos", code: "file.gone" }]);
  });

  it("that has grown too old is not gone on with", async () => {
    const place = placeOf(await create(mine, 100));
    const id = place.slice("/uploads/".length);
    const note = { id, size: 100, offset: 0, creation_date: new Date(Date.now() - 25 * 3_600_000).toISOString() };
    await writeFile(dataPath("incoming", `${id}.json`), JSON.stringify(note));
    expect((await patch(mine, place, 0, noise(100))).status).toBe(410);
    await remove(mine, id);
  });
});

describe("what may be sent ahead", () => {
  it("is refused without a session, from another site, and where its size is not told", async () => {
    const length = { "Upload-Length": "10", "Tus-Resumable": "1.0.0" };
    expect((await tiny.ask("/uploads", { method: "POST", headers: { Origin: ownOrigin, ...length } })).status).toBe(
      401,
    );
    const foreign = { ...headersOf(mine), ...length, Origin: "https://elsewhere.example" };
    expect((await tiny.ask("/uploads", { method: "POST", headers: foreign })).status).toBe(403);
    const open = headersOf(mine, { "Upload-Defer-Length": "1" });
    expect((await tiny.ask("/uploads", { method: "POST", headers: open })).status).toBe(400);
    expect((await tiny.ask("/uploads", { headers: headersOf(mine) })).status).toBe(405);
  });

  it("is refused beyond the size of one file, announced or not", async () => {
    expect((await create(mine, limits.fileBytes + 1)).status).toBe(413);
    const place = placeOf(await create(mine, 100));
    expect((await patch(mine, place, 0, noise(101))).status).toBe(413);
    const chunked = { method: "PATCH", headers: patchHeaders(mine, 0), body: noise(5_000), chunked: true };
    expect((await tiny.ask(place, chunked)).status).toBe(413);
    expect((await patch(mine, place, 0, noise(800 * kilobyte))).status).toBe(413);
    expect(await offsetOnDisk(place)).toBeLessThanOrEqual(100);
    await remove(mine, place.slice("/uploads/".length));
  });

  it("is bounded for one account in number and in all, and what is removed makes room", async () => {
    const small: string[] = [];
    for (let n = 0; n < limits.accountFiles; n += 1) small.push(placeOf(await create(theirs, 10)).slice(9));
    expect((await create(theirs, 10)).status).toBe(429);
    for (const id of small) await remove(theirs, id);
    const large = [await create(theirs, 600 * kilobyte), await create(theirs, 600 * kilobyte)];
    expect((await create(theirs, 300 * kilobyte)).status).toBe(429);
    expect((await create(mine, 10)).status).toBe(201);
    for (const answer of large) await remove(theirs, placeOf(answer).slice(9));
    expect((await create(theirs, 300 * kilobyte)).status).toBe(201);
  });

  it("is bounded in how much of it one account sends at a time", async () => {
    const content = noise(200 * kilobyte);
    const places = [];
    for (let n = 0; n <= limits.accountAtOnce; n += 1) places.push(placeOf(await create(mine, content.length)));
    const [last = "", ...busy] = places.reverse();
    const open = busy.map((place) => {
      const headers = { ...patchHeaders(mine, 0), Host: new URL(ownOrigin).host, "Content-Length": content.length };
      const request = http.request({ host: "127.0.0.1", port: tiny.port, path: place, method: "PATCH", headers });
      request.on("error", () => {});
      request.write(content.subarray(0, 100 * kilobyte));
      return request;
    });
    for (const place of busy) await expect.poll(() => offsetOnDisk(place)).toBeGreaterThan(0);
    expect((await patch(mine, last, 0, content)).status).toBe(423);
    for (const request of open) request.destroy();
    await expect.poll(async () => (await patch(mine, last, 0, content)).status).toBe(204);
  });
});
