import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pg from "pg";
import { dayOf } from "~/platform/day";
import { parseEnvironment } from "~/platform/env.server";
import type { createPortal } from "~/platform/http/portal.server";
import { buildState, clientBuild, makeBuild, serverBuild } from "~/platform/process/fresh-build.server";
import { seedDemo } from "../../prisma/seed/seed-demo";
import { seedReference } from "../../prisma/seed/seed-reference";
import { cloneDatabase, openTestServer } from "../integration/test-server";
import { measure } from "./load";
import { weighPage, weighScript } from "./weights";

type PortalBuild = ServerBuild & { entry: { module: { createPortal: typeof createPortal } } };

const budgets = { stored: 20, unchanged: 40, pageBytes: 30 * 1024, scriptBytes: 110 * 1024 };
const directory = "/san-pham";
const publicPages = /^\/(?:$|san-pham|co-so|chi-tieu|phuong-phap)(?:[/?]|$)/;
const pagesPerPattern = 3;

const failures: string[] = [];
const report = (line: string, isWithin: boolean) => {
  process.stdout.write(`${isWithin ? "ok  " : "FAIL"} ${line}\n`);
  if (!isWithin) failures.push(line);
};

/** The public pages that can be reached from the first one, a few of each kind. */
async function visitPublicPages(origin: string, cookie: string): Promise<void> {
  const waiting = ["/"];
  const seen = new Set(waiting);
  const visited = new Map<string, number>();
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    const kind = page.replace(/\?.*/, "?").replace(/^(\/[^/?]*)\/.*/, "$1/:");
    const times = visited.get(kind) ?? 0;
    if (times >= pagesPerPattern) continue;
    visited.set(kind, times + 1);
    const { bytes, scripts, links } = await weighPage(`${origin}${page}`, cookie);
    const weight = `${cookie} ${page}: ${(bytes / 1024).toFixed(1)} KB compressed, ${scripts} scripts`;
    report(weight, bytes <= budgets.pageBytes && scripts === 0);
    for (const link of links) {
      if (seen.has(link) || !publicPages.test(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
}

if ((await buildState()) !== "fresh") await makeBuild();
const server = await openTestServer();
const database = await cloneDatabase(server);
const data = await mkdtemp(path.join(tmpdir(), "len-san-bench-"));
const pool = new pg.Pool({ connectionString: database.url });
pool.on("error", () => {});
try {
  await seedReference(pool);
  await seedDemo(pool, { today: dayOf(new Date()), filesDirectory: path.join(data, "files") });
  const variables = {
    NODE_ENV: "production",
    PORTAL_MODE: "demo",
    DATABASE_URL: database.url,
    DATA_DIRECTORY: data,
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_ORIGIN: "http://localhost:3000",
    LOG_LEVEL: "warn",
  };
  Object.assign(process.env, variables);
  const build: PortalBuild = await import(pathToFileURL(serverBuild).href);
  const open = async (keepPages: boolean) => {
    const environment = parseEnvironment(variables);
    const options = { build, environment, clientDirectory: clientBuild, keepPages };
    const portal = await build.entry.module.createPortal(options);
    return { portal, origin: `http://127.0.0.1:${await portal.listen()}` };
  };
  const keeping = await open(true);
  const rendering = await open(false);

  const headers = { "Accept-Encoding": "gzip, deflate, br" };
  // The first visit teaches the portal that the page is public; the second is kept.
  await fetch(keeping.origin + directory, { headers });
  const etag = (await fetch(keeping.origin + directory, { headers })).headers.get("etag");
  if (!etag) throw new Error(`${directory} is not kept: does it declare itself public?`);
  await fetch(rendering.origin + directory, { headers });

  const afresh = await measure(rendering.origin + directory, 200, headers);
  const stored = await measure(keeping.origin + directory, 200, headers);
  const unchanged = await measure(keeping.origin + directory, 304, { ...headers, "If-None-Match": etag });
  const times = (load: { perSecond: number }) => load.perSecond / afresh.perSecond;
  process.stdout.write(`     ${directory} rendered afresh: ${afresh.perSecond.toFixed(0)}/s, p99 ${afresh.p99} ms\n`);
  for (const [name, load, least] of [
    ["from the store", stored, budgets.stored],
    ["unchanged (304)", unchanged, budgets.unchanged],
  ] as const) {
    const text = `${directory} ${name}: ${load.perSecond.toFixed(0)}/s, p99 ${load.p99} ms, ${times(load).toFixed(1)} x afresh (at least ${least} x)`;
    report(text, times(load) >= least);
  }

  for (const cookie of ["lang=vi", "lang=en"]) await visitPublicPages(keeping.origin, cookie);
  const script = await weighScript(build);
  report(`script of a signed-in page: ${(script / 1024).toFixed(1)} KB compressed`, script <= budgets.scriptBytes);
  await Promise.all([keeping.portal.close(), rendering.portal.close()]);
} finally {
  await pool.end();
  await database.drop();
  await server.close();
  await rm(data, { recursive: true, force: true });
}
process.exit(failures.length === 0 ? 0 : 1);
