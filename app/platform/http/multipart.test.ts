import { parseFormData } from "@remix-run/form-data-parser";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundary, type FormPart, formRequest, multipartBody } from "../../../tests/fixtures/multipart";
import { MalformedMultipart, multipartParts } from "./multipart.server";

async function read(body: Uint8Array, pieces = 1024, mark = boundary) {
  const found: { field: string; fileName: string | undefined; content: Buffer }[] = [];
  for await (const { field, fileName, content } of multipartParts(chunksOf(body, pieces), mark)) {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(Buffer.from(chunk));
    found.push({ field, fileName, content: Buffer.concat(chunks) });
  }
  return found;
}

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const mark = "x-y";
// Content made of the delimiter's own pieces is what a careless search trips over.
const tricky = fc
  .array(fc.constantFrom("\r\n", "--", "\r", "\n", "-", "x-", "--x-", "\r\n--x-", "a", "ậ"), { maxLength: 12 })
  .map((pieces) => pieces.join(""))
  .filter((text) => !`\r\n${text}\r\n`.includes(`\r\n--${mark}`));
const parts = fc.array(
  fc.record({ name: fc.constantFrom("name", "Tên sản phẩm", "a b"), content: tricky, fileName: fc.option(tricky) }),
  { maxLength: 5 },
);

describe("a multipart body", () => {
  test("gives back every part, however the network cuts it", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 40 }), async (made, pieces) => {
        const sent: FormPart[] = made.map(({ name, content, fileName }) =>
          fileName === null ? { name, content } : { name, content, fileName },
        );
        const found = await read(multipartBody(sent, mark), pieces, mark);
        expect(found).toEqual(
          sent.map(({ name, content, fileName }) => ({ field: name, fileName, content: Buffer.from(content) })),
        );
      }),
    );
  });

  test("reads the same as another parser reads it", async () => {
    const body = multipartBody([
      { name: "name", content: "Nước mắm Đề Gi" },
      { name: "empty", content: "" },
      { name: "scan", fileName: "Giấy chứng nhận (bản 2).pdf", mediaType: "application/pdf", content: "%PDF-\r\n--" },
    ]);
    const form = await parseFormData(formRequest(body));
    const theirs = await Promise.all(
      [...form].map(async ([field, value]) =>
        typeof value === "string" ? [field, undefined, value] : [field, value.name, await value.text()],
      ),
    );
    const ours = (await read(body)).map(({ field, fileName, content }) => [field, fileName, content.toString()]);
    expect(ours).toEqual(theirs);
  });

  test.each([
    ["a semicolon", "Giấy; bản 2.pdf"],
    ["an equals sign", "a=b=c.pdf"],
    ["a quotation mark", 'nước "mắm".pdf'],
    ["a backslash at its end", "a\\"],
    ["a field's form", 'x"; name="y.pdf'],
  ])("keeps a file name with %s", async (_what, fileName) => {
    const [part] = await read(multipartBody([{ name: "scan", fileName, content: "1" }]));
    expect(part).toMatchObject({ field: "scan", fileName });
  });

  test("a file name in the encoded form of other programs is read", async () => {
    const header = `Content-Disposition: form-data; name="scan"; filename*=UTF-8''gi%E1%BA%A5y.pdf`;
    const [part] = await read(Buffer.from(`--${boundary}\r\n${header}\r\n\r\n1\r\n--${boundary}--`));
    expect(part?.fileName).toBe("giấy.pdf");
  });

  test.each([
    ["cut off in a part", `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf`],
    ["cut off in a header", `--${boundary}\r\nContent-Disposition: form-data`],
    ["without any boundary", "name=value"],
    ["with a part that has no name", `--${boundary}\r\nContent-Type: text/plain\r\n\r\n1\r\n--${boundary}--`],
    ["with an endless header", `--${boundary}\r\nX: ${"a".repeat(40_000)}\r\n\r\n1\r\n--${boundary}--`],
  ])("%s is refused", async (_what, body) => {
    await expect(read(Buffer.from(body))).rejects.toBeInstanceOf(MalformedMultipart);
  });
});
