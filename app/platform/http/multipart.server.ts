/** One part of a multipart/form-data body. Its content must be read to the end before the next part is asked for. */
export interface MultipartPart {
  field: string;
  /** Undefined for a text field; the name as the browser sent it otherwise. */
  fileName: string | undefined;
  content: AsyncIterable<Buffer>;
}

export class MalformedMultipart extends Error {
  override name = "MalformedMultipart";
}

const maxHeaderBytes = 16 * 1024;
const lineBreak = Buffer.from("\r\n");
const headerEnd = Buffer.from("\r\n\r\n");

/**
 * Reads the parts of a multipart body one after another and never holds more than one chunk of it: the packages at hand
 * either keep each file whole in memory or refuse file names with a semicolon.
 * Throws MalformedMultipart on a body that is cut off or not multipart.
 */
export async function* multipartParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPart, void, void> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const source = body[Symbol.asyncIterator]();
  // The first delimiter has no line break before it; with one put there it is found like all others.
  let held: Buffer = lineBreak;

  async function more(): Promise<void> {
    const next = await source.next();
    if (next.done) throw new MalformedMultipart("the body ends in the middle of a part");
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
  }

  async function* untilDelimiter(): AsyncGenerator<Buffer, void, void> {
    for (;;) {
      const found = held.indexOf(delimiter);
      if (found >= 0) {
        const rest = held.subarray(0, found);
        held = held.subarray(found + delimiter.length);
        if (rest.length > 0) yield rest;
        return;
      }
      const settled = held.length - delimiter.length + 1;
      if (settled > 0) {
        const rest = held.subarray(0, settled);
        held = held.subarray(settled);
        yield rest;
      }
      await more();
    }
  }

  async function header(): Promise<string | undefined> {
    while (held.length < 2) await more();
    if (held.toString("latin1", 0, 2) === "--") return undefined;
    let end = held.indexOf(headerEnd);
    while (end < 0) {
      if (held.length > maxHeaderBytes) throw new MalformedMultipart("the header of a part is too long");
      await more();
      end = held.indexOf(headerEnd);
    }
    const text = held.toString("utf8", 0, end);
    held = held.subarray(end + headerEnd.length);
    return text;
  }

  for await (const _preamble of untilDelimiter()) {
    // What stands before the first delimiter means nothing (RFC 2046, 5.1.1).
  }
  for (let text = await header(); text !== undefined; text = await header()) {
    let readToItsEnd = false;
    async function* content(): AsyncGenerator<Buffer, void, void> {
      yield* untilDelimiter();
      readToItsEnd = true;
    }
    yield { ...readDisposition(text), content: content() };
    if (!readToItsEnd) throw new Error("a part was left before it was read to its end");
  }
}

const nameParameter = /;\s*name="([^"]*)"/i;
const fileNameParameter = /;\s*filename="((?:\\"|[^"])*)"/i;
const encodedFileName = /;\s*filename\*=utf-8''([^;\s]+)/i;

/** Browsers write a quotation mark and a line break inside a name as %22, %0D and %0A (HTML, multipart encoding), others as \". */
function unquoted(value: string): string {
  return value
    .replace(/%22|\\"/g, '"')
    .replace(/%0D/gi, "\r")
    .replace(/%0A/gi, "\n");
}

function readDisposition(header: string): { field: string; fileName: string | undefined } {
  const line = header.split("\r\n").find((one) => /^content-disposition\s*:/i.test(one));
  const field = line ? nameParameter.exec(line)?.[1] : undefined;
  if (line === undefined || field === undefined) throw new MalformedMultipart("a part has no name");
  const encoded = encodedFileName.exec(line)?.[1];
  const plain = fileNameParameter.exec(line)?.[1];
  // Some senders leave out an empty file name; the media type still tells that no text was typed.
  const nameless = /^content-type\s*:\s*application\/octet-stream/im.test(header) ? "" : undefined;
  const fileName = plain === undefined ? (decoded(encoded) ?? nameless) : unquoted(plain);
  return { field: unquoted(field), fileName };
}

function decoded(encoded: string | undefined): string | undefined {
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
