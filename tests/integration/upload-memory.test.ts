import "./own-portal";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
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

function startUpload() {
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  const outgoing = request({ host: "127.0.0.1", port, method: "POST", headers });
  const answer = once(outgoing, "response").then(async ([response]) => text(response));
  return { outgoing, answer };
}

async function memoryGrowth(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const { growth } = (await response.json()) as { growth: number };
  return growth;
}

/** Sends the same body so many times at once, a piece to each in turn, so that all are half sent for most of the time. */
async function uploadAtOnce(people: number, body: Buffer): Promise<string[]> {
  const uploads = Array.from({ length: people }, startUpload);
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
  await uploadAtOnce(2, multipartBody([{ ...scan, content: pdf({ sizeBytes: mebibyte }) }]));
  await memoryGrowth();

  const answers = await uploadAtOnce(20, multipartBody([scan]));
  const growth = await memoryGrowth();
  expect(answers.map((answer) => JSON.parse(answer))).toEqual(
    Array.from({ length: 20 }, () => ({ problems: [], accepted: [20 * mebibyte] })),
  );
  expect(growth / mebibyte).toBeLessThan(150);
}, 120_000);
