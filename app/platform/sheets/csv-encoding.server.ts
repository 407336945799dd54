import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import { composeLegacy } from "./legacy-text";
import type { SheetEncoding } from "./sheet";
import { vietnameseLikeness } from "./vietnamese-likeness";

const tables: Readonly<Record<SheetEncoding, string>> = {
  "utf-8": "utf8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1258": "windows1258",
  tcvn3: "tcvn",
  vni: "windows1252",
};

// UTF-8 is among the guesses for a file of which a few bytes are broken.
const guessed = ["utf-8", "windows-1258", "tcvn3", "vni"] as const satisfies readonly SheetEncoding[];
const chunkBytes = 64 * 1024;
const sampleBytes = 256 * 1024;

/** What one pass over the bytes of a text file tells. */
export interface TextBytes {
  /** Undefined for what is no text. */
  encoding: SheetEncoding | undefined;
  head: Buffer;
}

const chunks = (path: string, signal?: AbortSignal): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) });

/** The text of the file, piece by piece; legacy letters still have to be composed, cell by cell. */
export async function* decodedText(path: string, encoding: SheetEncoding, signal?: AbortSignal): AsyncIterable<string> {
  const decoder = iconv.getDecoder(tables[encoding]);
  for await (const chunk of chunks(path, signal)) yield decoder.write(chunk);
  yield decoder.end() ?? "";
}

export const decodeHead = (head: Buffer, encoding: SheetEncoding): string => iconv.decode(head, tables[encoding]);

/** Reads the file once and tells its encoding: byte order mark, UTF-16 by its zeros, valid UTF-8, or what reads most like Vietnamese. */
export async function inspectText(path: string): Promise<TextBytes> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const sample: Buffer[] = [];
  let sampled = 0;
  let head: Buffer = Buffer.alloc(0);
  let isUtf8 = true;
  let controls = 0;
  let wide: SheetEncoding | undefined;
  for await (const chunk of chunks(path)) {
    if (head.length === 0) {
      head = chunk;
      wide = markedOrWide(chunk);
      if (wide) return { encoding: wide, head };
    }
    const bytes = tally(chunk);
    if (bytes.zero) return { encoding: undefined, head };
    controls += bytes.controls;
    isUtf8 &&= decodes(utf8, chunk);
    if (bytes.high && sampled < sampleBytes) {
      sample.push(chunk);
      sampled += chunk.length;
    }
  }
  if (controls > 0) return { encoding: undefined, head };
  if (isUtf8 && decodes(utf8)) return { encoding: "utf-8", head };
  return { encoding: guess(Buffer.concat(sample)), head };
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function tally(chunk: Buffer): { zero: boolean; high: boolean; controls: number } {
  let zero = false;
  let high = false;
  let controls = 0;
  for (const byte of chunk) {
    if (byte >= 0x80) high = true;
    else if (byte === 0) zero = true;
    // Tab, the line ends, the form feed, and the end-of-file sign of DOS are found in honest text.
    else if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a) controls += 1;
  }
  return { zero, high, controls };
}

/** UTF-8 or UTF-16 by mark, or UTF-16 because every other byte of mostly Latin text is zero. */
function markedOrWide(head: Buffer): SheetEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  const zeros = [0, 0] as [number, number];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[(at % 2) as 0 | 1] += 1;
  const pairs = head.length / 2;
  if (zeros[1] > pairs * 0.3 && zeros[0] < pairs * 0.02) return "utf-16le";
  if (zeros[0] > pairs * 0.3 && zeros[1] < pairs * 0.02) return "utf-16be";
  return undefined;
}

function guess(sample: Buffer): SheetEncoding {
  let best: { encoding: SheetEncoding; likeness: number } = { encoding: "utf-8", likeness: Number.NEGATIVE_INFINITY };
  for (const encoding of guessed) {
    const likeness = vietnameseLikeness(composeLegacy(decodeHead(sample, encoding), encoding));
    if (likeness > best.likeness) best = { encoding, likeness };
  }
  return best.encoding;
}
