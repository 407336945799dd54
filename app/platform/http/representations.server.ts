import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Coding, codings, namesTag, preferredCoding } from "./content-coding";
import type { HeaderTable } from "./security-headers";

interface Representation {
  body: Buffer;
  tag: string;
  found: readonly string[];
  unchanged: readonly string[];
}

/** One body, ready to be sent in every coding that makes it smaller, each with its own strong entity tag. */
export interface StoredBody {
  size: number;
  of: Readonly<Record<Coding, Representation>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const revalidationHeaders: ReadonlySet<string> = new Set(["cache-control", "vary"]);

/** Compresses a body once; `effort` is the brotli quality, 0 to 11. */
export async function storeBody(identity: Buffer, headers: HeaderTable, effort: number): Promise<StoredBody> {
  const [br, gz] = await Promise.all([
    compressBrotli(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
    }),
    compressGzip(identity, { level: Math.min(9, effort + 1) }),
  ]);
  const hash = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
  const plain = represent(identity, "identity", hash, headers);
  // Photos and fonts do not shrink; their one form then serves every coding.
  const worthwhile = (body: Buffer, coding: Coding) =>
    body.length < identity.length * 0.95 ? represent(body, coding, hash, headers) : plain;
  const of = { identity: plain, br: worthwhile(br, "br"), gzip: worthwhile(gz, "gzip") };
  const bodies = new Set(codings.map((coding) => of[coding].body));
  return { of, size: [...bodies].reduce((sum, body) => sum + body.length, 0) };
}

function represent(body: Buffer, coding: Coding, hash: string, headers: HeaderTable): Representation {
  const tag = coding === "identity" ? `"${hash}"` : `"${hash}.${coding}"`;
  const kept = Object.entries(headers).filter(([name]) => revalidationHeaders.has(name.toLowerCase()));
  const found = {
    ...headers,
    ...(coding !== "identity" && { "Content-Encoding": coding }),
    "Content-Length": String(body.length),
    ETag: tag,
  };
  return { body, tag, found: Object.entries(found).flat(), unchanged: [...kept.flat(), "ETag", tag] };
}

/** Sends the form that this client takes, or 304 when it holds it already. */
export function sendStored(req: IncomingMessage, res: ServerResponse, stored: StoredBody, requestId?: string): number {
  const chosen = stored.of[codingFor(req.headers["accept-encoding"])];
  const identified = requestId === undefined ? [] : ["X-Request-Id", requestId];
  if (namesTag(req.headers["if-none-match"], chosen.tag)) {
    res.writeHead(304, [...chosen.unchanged, ...identified]);
    res.end();
    return 304;
  }
  res.writeHead(200, [...chosen.found, ...identified]);
  res.end(req.method === "HEAD" ? undefined : chosen.body);
  return 200;
}

const rememberedHeaders = 500;
const codingOf = new Map<string, Coding>();

/** Browsers send a handful of different Accept-Encoding headers: each is read once. */
function codingFor(header: string | string[] | undefined): Coding {
  const text = String(header ?? "");
  const known = codingOf.get(text);
  if (known) return known;
  const coding = preferredCoding(text);
  if (codingOf.size >= rememberedHeaders) codingOf.clear();
  codingOf.set(text, coding);
  return coding;
}
