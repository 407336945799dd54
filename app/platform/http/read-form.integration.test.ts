import "../../../tests/integration/own-portal";
import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { noise } from "../../../tests/fixtures/files";
import { boundary, formRequest, inPieces, multipartBody } from "../../../tests/fixtures/multipart";
import { dataPath } from "../files/data-directory.server";
import { sweepIncoming } from "../files/incoming.server";
import { type ReadForm, readForm } from "./read-form.server";

const mebibyte = 1024 * 1024;
const read: ReadForm[] = [];

async function submit(...[request, limits]: Parameters<typeof readForm>): Promise<ReadForm> {
  const form = await readForm(request, { maxFiles: 3, ...limits });
  read.push(form);
  return form;
}

const incoming = () => readdir(dataPath("incoming")).catch(() => []);

afterEach(async () => {
  for (const form of read.splice(0)) await form.dispose();
  expect(await incoming(), "no upload is left once its form is disposed of").toEqual([]);
});

function urlEncoded(body: string): Request {
  const headers = { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" };
  return new Request("http://localhost/gui", { method: "POST", headers, body });
}

describe("what was typed", () => {
  const typed = "Nước mắm Đề Gi\r\nloại 1\u0000 ".normalize("NFD");
  const password = " mật khẩu ".normalize("NFD");

  test.each([
    ["urlencoded", urlEncoded(new URLSearchParams({ name: typed, password, passwordAgain: password }).toString())],
    [
      "multipart",
      formRequest(
        multipartBody([
          { name: "name", content: typed },
          { name: "password", content: password },
          { name: "passwordAgain", content: password },
        ]),
      ),
    ],
  ])("is stored composed (NFC) and clean from a %s form, and passwords stay as they are", async (_kind, request) => {
    const { form, problems } = await submit(request);
    expect([...form]).toEqual([
      ["name", "Nước mắm Đề Gi\nloại 1".normalize("NFC")],
      ["password", password],
      ["passwordAgain", password],
    ]);
    expect(problems).toEqual([]);
  });

  test("a field chosen several times keeps all its values", async () => {
    const { form } = await submit(urlEncoded("product=1&product=2&product=3"));
    expect(form.getAll("product")).toEqual(["1", "2", "3"]);
  });

  test("a form without a body is empty", async () => {
    const { form, uploads } = await submit(urlEncoded(""));
    expect([...form]).toEqual([]);
    expect(uploads).toEqual([]);
  });
});

describe("uploads", () => {
  test("are written to disk under their own clean name, byte for byte", async () => {
    const content = noise(3 * mebibyte + 7);
    const { uploads, form } = await submit(
      formRequest(multipartBody([{ name: "scan", fileName: "C:\\ảnh\\Giấy.pdf".normalize("NFD"), content }])),
    );
    expect(uploads).toMatchObject([{ field: "scan", fileName: "Giấy.pdf", sizeBytes: content.length }]);
    expect(content.equals(await readFile(uploads[0]?.path ?? ""))).toBe(true);
    expect([...form.keys()]).toEqual([]);
  });

  test("a file field left empty is no upload and no problem, a chosen file of no bytes is an upload", async () => {
    const { uploads, problems } = await submit(
      formRequest(
        multipartBody([
          { name: "photo", fileName: "", content: "" },
          { name: "scan", fileName: "rỗng.pdf", content: "" },
        ]),
      ),
    );
    expect(uploads.map(({ field, sizeBytes }) => [field, sizeBytes])).toEqual([["scan", 0]]);
    expect(problems).toEqual([]);
  });

  test("a file of 21 MB is refused at its field, and the text after it and the other file are kept", async () => {
    const { form, uploads, problems } = await submit(
      formRequest(
        multipartBody([
          { name: "number", content: "01/OCOP" },
          { name: "scan", fileName: "to.pdf", content: noise(21 * mebibyte) },
          { name: "photo", fileName: "nho.jpg", content: noise(1000) },
          { name: "note", content: "gõ sau tệp" },
        ]),
      ),
    );
    expect(problems).toEqual([{ field: "scan", code: "file.tooLarge" }]);
    expect(Object.fromEntries(form)).toEqual({ number: "01/OCOP", note: "gõ sau tệp" });
    expect(uploads.map(({ field }) => field)).toEqual(["photo"]);
    expect(await incoming()).toHaveLength(1);
  });

  test("a file of exactly 20 MB is taken, one byte more is not", async () => {
    const limit = 20 * mebibyte;
    const sent = (size: number) => formRequest(multipartBody([{ name: "scan", fileName: "a", content: noise(size) }]));
    expect((await submit(sent(limit))).uploads[0]?.sizeBytes).toBe(limit);
    expect((await submit(sent(limit + 1))).problems).toEqual([{ field: "scan", code: "file.tooLarge" }]);
  });

  test("more files than allowed are refused once, at their field", async () => {
    const files = [1, 2, 3, 4].map((n) => ({ name: "photos", fileName: `${n}.jpg`, content: `${n}` }));
    const { uploads, problems } = await submit(formRequest(multipartBody(files)), { maxFiles: 2 });
    expect(uploads).toHaveLength(2);
    expect(problems).toEqual([{ field: "photos", code: "file.tooMany" }]);
  });
});

test("a form that expects no file keeps none of what is sent, and all that was typed", async () => {
  const sent = formRequest(
    multipartBody([
      { name: "scan", fileName: "a.pdf", content: noise(1000) },
      { name: "photo", fileName: "rong.jpg", content: "" },
      { name: "empty", fileName: "", content: "" },
      { name: "name", content: "Bánh ít lá gai" },
    ]),
  );
  const { form, uploads, problems } = await readForm(sent);
  expect(form.get("name")).toBe("Bánh ít lá gai");
  expect(uploads).toEqual([]);
  expect(problems).toEqual(["scan", "photo"].map((field) => ({ field, code: "file.tooMany" })));
  expect(await incoming()).toEqual([]);
});

describe("a body beyond the limits", () => {
  test("in total is refused clearly, with what came before the excess kept, and read to its end", async () => {
    const body = multipartBody([
      { name: "name", content: "Rượu Bàu Đá" },
      { name: "scan", fileName: "a.pdf", content: noise(3 * mebibyte) },
    ]);
    let readToItsEnd = false;
    const stream = inPieces(body, 64 * 1024).pipeThrough(
      new TransformStream({
        flush: () => {
          readToItsEnd = true;
        },
      }),
    );
    const { form, uploads, problems } = await submit(requestOf(stream), { maxTotalBytes: 2 * mebibyte });
    expect(problems).toEqual([{ field: "", code: "form.tooLarge" }]);
    expect(form.get("name")).toBe("Rượu Bàu Đá");
    expect(uploads).toEqual([]);
    expect(readToItsEnd).toBe(true);
  });

  test("without end is not read for ever", async () => {
    let hungUp = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      cancel: () => {
        hungUp = true;
      },
    });
    const { problems } = await submit(requestOf(endless), { maxTotalBytes: mebibyte });
    expect(problems).toEqual([{ field: "", code: "form.tooLarge" }]);
    expect(hungUp).toBe(true);
  });

  test("in one field is refused at that field, and the others are kept", async () => {
    const { form, problems } = await submit(
      formRequest(
        multipartBody([
          { name: "description", content: "dài ".repeat(100_000) },
          { name: "name", content: "ậ".repeat(10_000) },
        ]),
      ),
    );
    expect(problems).toEqual([{ field: "description", code: "form.tooLarge" }]);
    expect(form.get("name")).toHaveLength(10_000);
  });

  test("in the number of fields, or in an urlencoded text of megabytes, is refused", async () => {
    const many = await submit(urlEncoded("a=1&".repeat(5_000)));
    expect(many.problems).toEqual([{ field: "", code: "form.tooLarge" }]);
    const long = await submit(urlEncoded(`a=${"x".repeat(2 * mebibyte)}`));
    expect(long.problems).toEqual([{ field: "", code: "form.tooLarge" }]);
  });
});

describe("what is no form", () => {
  test.each([
    ["JSON", "application/json", 415],
    ["plain text, as a foreign page can send it", "text/plain", 415],
    ["multipart without a boundary", "multipart/form-data", 400],
    ["multipart that is none", `multipart/form-data; boundary=${boundary}`, 400],
  ])("%s is answered by a status", async (_what, type, status) => {
    const request = new Request("http://localhost/", { method: "POST", headers: { "Content-Type": type }, body: "{}" });
    await expect(readForm(request)).rejects.toMatchObject({ status });
  });

  test("an upload that breaks off leaves nothing behind", async () => {
    const whole = multipartBody([
      { name: "one", fileName: "a.pdf", content: noise(mebibyte) },
      { name: "two", fileName: "b.pdf", content: noise(mebibyte) },
    ]);
    const half = formRequest(whole.subarray(0, Math.floor(whole.length * 0.75)));
    await expect(readForm(half, { maxFiles: 2 })).rejects.toMatchObject({ status: 400 });
    const torn = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(whole.subarray(0, 300_000)),
      pull: (controller) => controller.error(new Error("connection reset")),
    });
    await expect(readForm(requestOf(torn), { maxFiles: 2 })).rejects.toThrow("connection reset");
    expect(await incoming()).toEqual([]);
  });
});

test("what a crash left in the incoming room is swept after a day, not before", async () => {
  await mkdir(dataPath("incoming"), { recursive: true });
  const now = new Date("2026-03-01T00:00:00Z");
  for (const [name, hours] of [
    ["old", 25],
    ["young", 23],
  ] as const) {
    await writeFile(dataPath("incoming", name), name);
    const at = new Date(now.getTime() - hours * 3_600_000);
    await utimes(dataPath("incoming", name), at, at);
  }
  expect(await sweepIncoming(now)).toBe(1);
  expect(await incoming()).toEqual(["young"]);
  await utimes(dataPath("incoming", "young"), new Date(0), new Date(0));
  expect(await sweepIncoming(now)).toBe(1);
  await expect(stat(dataPath("incoming", "young"))).rejects.toThrow("ENOENT");
});

function requestOf(stream: ReadableStream<Uint8Array>): Request {
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: stream,
    duplex: "half",
  };
  return new Request("http://localhost/gui", init);
}
