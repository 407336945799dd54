import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Day } from "~/platform/day";
import { environment } from "~/platform/env.server";
import { shareReads } from "~/platform/http/data-version.server";
import { csvLines } from "./feed-csv.server";
import { csvCells, type FeedItem, feedFields } from "./feed-item";
import { readDataVersion, readFeed } from "./feed-queries.server";

export type FeedFormat = "csv" | "json";

/** A feed as it is kept: compressed only, because the plain text of a long one would not fit beside others. */
export interface StoredFeed {
  day: Day;
  dataVersion: number;
  count: number;
  /** The strong entity tag's core: a hash of the plain text. */
  hash: string;
  /** The length of the plain text in bytes. */
  sizeBytes: number;
  gzip: Buffer;
  br: Buffer;
}

interface Writing {
  head(day: Day, dataVersion: number): string;
  page(items: readonly FeedItem[], isFirst: boolean): string;
  tail(count: number): string;
}

const formatVersion = 1;

// No byte order mark in the CSV: programs would read it as part of the first column's name.
const writings: Record<FeedFormat, Writing> = {
  csv: {
    head: () => csvLines([feedFields]),
    page: (items) => csvLines(items.map(csvCells)),
    tail: () => "",
  },
  json: {
    head: (day, dataVersion) =>
      `{"version":${formatVersion},"generatedFor":${JSON.stringify(day)},"dataVersion":${dataVersion},"items":[`,
    page: (items, isFirst) => (isFirst ? "" : ",") + items.map((item) => JSON.stringify(item)).join(","),
    tail: (count) => `],"count":${count}}\n`,
  },
};

function collecting(stream: Transform) {
  const pieces: Buffer[] = [];
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = once(stream, "end");
  return {
    async write(text: Buffer) {
      if (!stream.write(text)) await once(stream, "drain");
    },
    async end(): Promise<Buffer> {
      stream.end();
      await ended;
      return Buffer.concat(pieces);
    },
  };
}

async function build(format: FeedFormat, day: Day): Promise<StoredFeed> {
  const writing = writings[format];
  const hash = createHash("sha256");
  const gzip = collecting(createGzip({ level: 6 }));
  const br = collecting(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  let sizeBytes = 0;
  const write = async (text: string) => {
    const bytes = Buffer.from(text);
    sizeBytes += bytes.length;
    hash.update(bytes);
    await Promise.all([gzip.write(bytes), br.write(bytes)]);
  };
  let dataVersion = 0;
  let isFirst = true;
  const count = await readFeed(day, `${environment().PUBLIC_ORIGIN}/san-pham/`, {
    begin: (version) => {
      dataVersion = version;
      return write(writing.head(day, version));
    },
    take: (items) => {
      const text = writing.page(items, isFirst);
      isFirst = false;
      return write(text);
    },
  });
  await write(writing.tail(count));
  return {
    day,
    dataVersion,
    count,
    hash: hash.digest("base64url").slice(0, 22),
    sizeBytes,
    gzip: await gzip.end(),
    br: await br.end(),
  };
}

const versionWhenAsked = shareReads(readDataVersion);
const kept = new Map<FeedFormat, StoredFeed>();
const building = new Map<FeedFormat, Promise<StoredFeed>>();

function startBuilding(format: FeedFormat, day: Day): Promise<StoredFeed> {
  const started = build(format, day)
    .then((feed) => {
      kept.set(format, feed);
      return feed;
    })
    .finally(() => building.delete(format));
  building.set(format, started);
  return started;
}

/**
 * The feed of a day, generated once per data version: what was committed before the question is in the answer, and many
 * who ask at once share one generation.
 */
export async function currentFeed(format: FeedFormat, day: Day): Promise<StoredFeed> {
  const asked = await versionWhenAsked();
  const fits = (feed: StoredFeed | undefined) => feed?.day === day && feed.dataVersion >= asked;
  for (let feed = kept.get(format); ; feed = await (building.get(format) ?? startBuilding(format, day))) {
    if (feed && fits(feed)) return feed;
  }
}
