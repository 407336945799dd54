import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { clientBuild } from "~/platform/process/fresh-build.server";

export interface PageWeight {
  /** Compressed bytes of the page and its stylesheets. */
  bytes: number;
  scripts: number;
  links: string[];
}

const compressed = (body: string | Buffer): number => gzipSync(body).length;

/** What one visit of a page costs on the wire; fonts are cached and counted nowhere. */
export async function weighPage(url: string, cookie: string): Promise<PageWeight> {
  const response = await fetch(url, { headers: { Cookie: cookie } });
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  const html = await response.text();
  const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? "",
  );
  const sheets = await Promise.all(
    styles.map(async (href) => Buffer.from(await (await fetch(new URL(href, url))).arrayBuffer())),
  );
  return {
    bytes: compressed(html) + sheets.reduce((sum, sheet) => sum + compressed(sheet), 0),
    scripts: [...html.matchAll(/<script\b|<link\b[^>]*modulepreload|\son[a-z]+="/g)].length,
    links: [...html.matchAll(/<a\b[^>]*href="(\/[^"#]*)/g)].map(([, href]) => href?.replaceAll("&amp;", "&") ?? ""),
  };
}

/** Compressed bytes of all the script that a signed-in page loads: the entry and whatever it imports. */
export async function weighScript(build: ServerBuild): Promise<number> {
  const seen = new Set<string>();
  const visit = async (file: string): Promise<number> => {
    if (seen.has(file)) return 0;
    seen.add(file);
    const source = await readFile(file, "utf8");
    const imported = [...source.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.js)"/g)].map(([, name]) =>
      path.resolve(path.dirname(file), name ?? ""),
    );
    const below = await Promise.all(imported.map(visit));
    return compressed(source) + below.reduce((sum, bytes) => sum + bytes, 0);
  };
  return visit(path.join(clientBuild, build.assets.entry.module));
}
