import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { authenticateApiKey } from "~/accounts/authenticate-api-key.server";
import { dayOf } from "~/platform/day";
import { type Coding, namesTag, preferredCoding } from "~/platform/http/content-coding";
import { countRequest } from "./count-request.server";
import { currentFeed, type FeedFormat, type StoredFeed } from "./feed-store.server";

const mediaTypes: Record<FeedFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

// A key's answer is its holder's alone; asking again with the tag is cheap.
const cacheHeaders = { "Cache-Control": "private, no-cache", Vary: "Accept-Encoding, Authorization" };

function refusal(status: number, error: string, headers: Record<string, string>): Response {
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

function bodyOf(feed: StoredFeed, coding: Coding): BodyInit {
  if (coding !== "identity") return new Uint8Array(feed[coding]);
  return createReadableStreamFromReadable(Readable.from([feed.gzip]).pipe(createGunzip()));
}

/** Answers a partner's program: 401 without a good key, 429 beyond its limit, 304 for what it holds already. */
export async function answerFeed(format: FeedFormat, request: Request, now: Date): Promise<Response> {
  const caller = await authenticateApiKey(request, now);
  if (!caller) {
    // RFC 6750, 3.1: a request that tried no key is told only how to try.
    const problem = request.headers.has("authorization") ? ', error="invalid_token"' : "";
    return refusal(401, "unauthorized", { "WWW-Authenticate": `Bearer realm="len-san"${problem}` });
  }
  const tooMany = await countRequest(caller.keyId);
  if (tooMany) return refusal(429, "too-many-requests", { "Retry-After": String(tooMany.retryAfter) });
  const feed = await currentFeed(format, dayOf(now));
  const coding = preferredCoding(request.headers.get("accept-encoding") ?? undefined);
  const tag = coding === "identity" ? `"${feed.hash}"` : `"${feed.hash}.${coding}"`;
  const headers = { ...cacheHeaders, ETag: tag, "X-Item-Count": String(feed.count) };
  if (namesTag(request.headers.get("if-none-match") ?? undefined, tag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === "HEAD" ? null : bodyOf(feed, coding), {
    headers: {
      ...headers,
      "Content-Type": mediaTypes[format],
      "Content-Length": String(coding === "identity" ? feed.sizeBytes : feed[coding].length),
      ...(coding !== "identity" && { "Content-Encoding": coding }),
    },
  });
}
