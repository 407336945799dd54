import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { addDays, type Day, dayOf, startOfDay } from "../day";
import { cookieLanguage, type Language } from "../i18n";
import type { Log } from "../log.server";
import { shareReads } from "./data-version.server";
import { type StoredBody, sendStored, storeBody } from "./representations.server";
import type { HeaderTable } from "./security-headers";

/** A page as anyone sees it: nothing of a visitor but the language reaches it. */
export interface PageRequest {
  path: string;
  query: string;
  language: Language;
  now: Date;
}

export interface PublicPagesOptions {
  render: (page: PageRequest) => Promise<Response>;
  version: () => Promise<string>;
  headers: HeaderTable;
  log: Log;
  clock?: () => Date;
  maxBytes?: number;
}

export interface PublicPages {
  /** Remembers that a path answered with a page that is the same for everyone. */
  learn(path: string): void;
  /** Answers from the store, rendering once if it must; false when this request is not for the store. */
  serve(req: IncomingMessage, res: ServerResponse, otherwise: () => void): boolean;
}

export const publicPageHeader = "x-public-page";

const megabyte = 1024 * 1024;
const rememberedPaths = 20_000;
const brotliEffort = 5;

/**
 * Keeps public pages rendered and compressed, by address, language, day in Vietnam and data version. Each request asks
 * for the version anew, so a change committed anywhere before the request came is in its answer.
 */
export function keepPublicPages(options: PublicPagesOptions): PublicPages {
  const { render, headers, log, clock = () => new Date(), maxBytes = 64 * megabyte } = options;
  const version = shareReads(options.version);
  const today = dayReader(clock);
  const known = new LRUCache<string, true>({ max: rememberedPaths });
  const stored = new LRUCache<string, StoredBody>({
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 16,
    sizeCalculation: (body, key) => body.size + 2 * key.length + 4096,
  });
  const rendering = new Map<string, Promise<StoredBody | undefined>>();

  async function renderAndStore(key: string, page: PageRequest): Promise<StoredBody | undefined> {
    const response = await render(page);
    if (
      response.status !== 200 ||
      response.headers.get(publicPageHeader) !== "1" ||
      response.headers.has("set-cookie")
    ) {
      await response.body?.cancel();
      return undefined;
    }
    const body = Buffer.from(await response.arrayBuffer());
    const own = new Map(
      [...response.headers].filter(([name]) => name !== publicPageHeader && name !== "cache-control"),
    );
    const kept = await storeBody(body, { ...Object.fromEntries(own), ...headers }, brotliEffort);
    stored.set(key, kept);
    return kept;
  }

  function oneRendering(key: string, page: PageRequest): Promise<StoredBody | undefined> {
    const running = rendering.get(key);
    if (running) return running;
    const started = renderAndStore(key, page).finally(() => rendering.delete(key));
    rendering.set(key, started);
    return started;
  }

  async function find(target: string, language: Language): Promise<StoredBody | undefined> {
    const current = await version();
    const { now, day } = today();
    const { path, query } = normalise(target);
    const key = `${current} ${day} ${language} ${path}${query}`;
    return stored.get(key) ?? (await oneRendering(key, { path, query, language, now }));
  }

  return {
    learn: (path) => known.set(path, true),
    serve(req, res, otherwise) {
      const target = req.url ?? "/";
      if ((req.method !== "GET" && req.method !== "HEAD") || !known.has(pathOf(target))) return false;
      const language = cookieLanguage(req.headers.cookie);
      find(target, language).then(
        (page) => {
          if (res.destroyed) return;
          if (page) sendStored(req, res, page, randomUUID());
          else otherwise();
        },
        (error: unknown) => {
          // Freshness could not be proved, or the page failed: the page itself tells the reader what is wrong.
          log.warn({ err: error, path: pathOf(target) }, "public page not served from the store");
          otherwise();
        },
      );
      return true;
    },
  };
}

export const pathOf = (target: string): string => {
  const queryAt = target.indexOf("?");
  return queryAt < 0 ? target : target.slice(0, queryAt);
};

/** The same question in the same words, whatever the order of its parameters. */
function normalise(target: string): { path: string; query: string } {
  const path = pathOf(target);
  if (path.length >= target.length - 1) return { path, query: "" };
  const parameters = new URLSearchParams(target.slice(path.length + 1));
  parameters.sort();
  const query = parameters.toString();
  return { path, query: query === "" ? "" : `?${query}` };
}

function dayReader(clock: () => Date): () => { now: Date; day: Day } {
  let day: Day = "";
  let start = 0;
  let end = 0;
  return () => {
    const now = clock();
    if (now.getTime() >= end || now.getTime() < start) {
      day = dayOf(now);
      start = startOfDay(day).getTime();
      end = startOfDay(addDays(day, 1)).getTime();
    }
    return { now, day };
  };
}
