import yauzl, { type Entry, type ZipFile } from "yauzl";
import { SheetRefused, sheetLimits } from "./sheet";

const mostEntries = 10_000;
// Honest workbooks stay below 100; a bomb comes near what deflate can do at most, 1,032.
const highestRatio = 250;
const bombBytes = 8 * 1024 * 1024;

/** The parts of a workbook's archive, by name; nothing is unpacked to disk, and no part beyond what it declares. */
export class ZipParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<ZipParts> {
    const zip = await yauzl.openPromise(path, { autoClose: false });
    try {
      return new ZipParts(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of one part in pieces, at most `limit` bytes of it; refuses what declares or holds more. */
  async *text(name: string, limit: number): AsyncIterable<string> {
    const entry = this.entries.get(name);
    if (!entry) throw new SheetRefused("sheet.damaged");
    checkEntry(entry, limit);
    const stream = await this.zip.openReadStreamPromise(entry);
    const decoder = new TextDecoder("utf-8");
    try {
      for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
    } finally {
      stream.destroy();
    }
  }

  /** Refuses the archive when one of these parts could not be read within its limit. */
  check(name: string, limit: number): void {
    const entry = this.entries.get(name);
    if (entry) checkEntry(entry, limit);
  }
}

function checkEntry(entry: Entry, limit: number): void {
  if (entry.isEncrypted()) throw new SheetRefused("sheet.encrypted");
  const { compressedSize, uncompressedSize } = entry;
  const swells = uncompressedSize > bombBytes && uncompressedSize > compressedSize * highestRatio;
  if (uncompressedSize > limit || swells) throw new SheetRefused("sheet.tooLarge");
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw new SheetRefused("sheet.tooLarge");
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  }
  return entries;
}

/** The largest that one part of a workbook may unpack to. */
export const partLimits = {
  about: 4 * 1024 * 1024,
  styles: 16 * 1024 * 1024,
  texts: 2 * sheetLimits.sharedBytes,
  rows: sheetLimits.partBytes,
} as const;
