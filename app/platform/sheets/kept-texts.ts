const chunkBytes = 1024 * 1024;

/** Many texts of less than a mebibyte each, kept as UTF-8 outside the heap: a workbook's shared texts take no more room than in its file. */
export class KeptTexts {
  private readonly chunks: Buffer[] = [];
  private at = chunkBytes;
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  count = 0;
  /** UTF-8 bytes kept so far. */
  bytes = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.at + length >= chunkBytes) {
      this.chunks.push(Buffer.allocUnsafeSlow(chunkBytes));
      this.at = 0;
    }
    this.chunks.at(-1)?.write(text, this.at);
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts);
      this.lengths = doubled(this.lengths);
    }
    this.starts[this.count] = (this.chunks.length - 1) * chunkBytes + this.at;
    this.lengths[this.count] = length;
    this.count += 1;
    this.at += length;
    this.bytes += length;
  }

  /** The text added as number `index`, from 0; undefined when there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const start = this.starts[index] ?? 0;
    const from = start % chunkBytes;
    return this.chunks[Math.floor(start / chunkBytes)]?.toString("utf8", from, from + (this.lengths[index] ?? 0));
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
