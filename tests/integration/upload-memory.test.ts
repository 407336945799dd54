import "./own-portal";
import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdf } from "../fixtures/files";
import { boundary, multipartBody } from "../fixtures/multipart";

const mebibyte = 1024 * 1024;
let server: ChildProcess;
let port = 0;

beforeAll(async () => {
  server = fork(fileURLToPath(new URL("upload-server.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--expose-gc"],
    env: process.env,
  });
  [port] = await once(server, "message");
});

afterAll(async () => {
  const ended = once(server, "exit");
  server.disconnect();
  await ended;
});

function start(headers: OutgoingHttpHeaders, method = "POST", path = "/") {
  const outgoing = request({ host: "127.0.0.1", port, method, path, headers });
  const answer = once(outgoing, "response").then(async ([response]: IncomingMessage[]) =>
    response ? { text: await text(response), headers: response.headers } : { text: "", headers: {} },
  );
  return { outgoing, answer };
}

const startForm = async () => start({ "Content-Type": `multipart/form-data; boundary=${boundary}` });

/** Announces a file of this size and begins to send it. */
async function startAhead(size: number) {
  const headers = { Cookie: randomUUID(), "Tus-Resumable": "1.0.0" };
  const announced = start({ ...headers, "Upload-Length": size }, "POST", "/uploads");
  announced.outgoing.end();
  const { location } = (await announced.answer).headers;
  const type = { "Content-Type": "application/offset+octet-stream", "Content-Length": size, "Upload-Offset": 0 };
  return start({ ...headers, ...type }, "PATCH", location);
}

async function memoryGrowth(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const { growth } = (await response.json()) as { growth: number };
  return growth;
}

/** Sends the same body so many times at once, a piece to each in turn, so that all are half sent for most of the time. */
async function uploadAtOnce(people: number, body: Buffer, begin: (size: number) => ReturnType<typeof startForm>) {
  const uploads = await Promise.all(Array.from({ length: people }, () => begin(body.length)));
  for (let at = 0; at < body.length; at += 256 * 1024) {
    const piece = body.subarray(at, at + 256 * 1024);
    await Promise.all(
      uploads.map(async ({ outgoing }) => {
        if (!outgoing.write(piece)) await once(outgoing, "drain");
      }),
    );
  }
  for (const { outgoing } of uploads) outgoing.end();
  return Promise.all(uploads.map(({ answer }) => answer));
}

test("twenty people sending a scan of 20 MB at once take less than 150 MB of memory together", async () => {
  const scan = { name: "scan", fileName: "giay.pdf", content: pdf({ sizeBytes: 20 * mebibyte }) };
  await uploadAtOnce(2, multipartBody([{ ...scan, content: pdf({ sizeBytes: mebibyte }) }]), startForm);
  await memoryGrowth();

  const answers = await uploadAtOnce(20, multipartBody([scan]), startForm);
  const growth = await memoryGrowth();
  expect(answers.map((answer) => JSON.parse(answer.text))).toEqual(
    Array.from({ length: 20 }, () => ({ problems: [], accepted: [20 * mebibyte] })),
  );
  expect(growth / mebibyte).toBeLessThan(150);
}, 120_000);

test("sent ahead of the form, piece by piece, they take no more", async () => {
  const size = 20 * mebibyte;
  await uploadAtOnce(2, pdf({ sizeBytes: mebibyte }), startAhead);
  await memoryGrowth();

  const answers = await uploadAtOnce(20, pdf({ sizeBytes: size }), startAhead);
  const growth = await memoryGrowth();
  expect(answers.map(({ headers }) => headers["upload-offset"])).toEqual(Array.from({ length: 20 }, () => `${size}`));
  expect(growth / mebibyte).toBeLessThan(150);
}, 120_000);
