import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

export const serverBuild = path.resolve("build/server/index.js");
export const clientBuild = path.resolve("build/client");

const sources = [
  "app",
  "public",
  "package-lock.json",
  "prisma/schema.prisma",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
const notBuilt = /\.test\.tsx?$|[/\\]generated([/\\]|$)/;

/** Whether the build is there, and newer than everything it is made from. */
export async function buildState(): Promise<"missing" | "stale" | "fresh"> {
  const built = await modifiedAt(serverBuild);
  if (built === undefined) return "missing";
  const times = await Promise.all(sources.map((source) => newestBelow(path.resolve(source))));
  return Math.max(...times) > built ? "stale" : "fresh";
}

async function newestBelow(file: string): Promise<number> {
  if (notBuilt.test(file)) return 0;
  const entries = await readdir(file, { withFileTypes: true }).catch(() => []);
  const below = entries.map((entry) => newestBelow(path.join(file, entry.name)));
  // A folder's own time tells of files that were taken away.
  return Math.max((await modifiedAt(file)) ?? 0, ...(await Promise.all(below)));
}

async function modifiedAt(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

/** Makes the production build; throws with what the build said when it fails. */
export async function makeBuild(): Promise<void> {
  const require = createRequire(import.meta.url);
  const remix = path.join(path.dirname(require.resolve("@remix-run/dev/package.json")), "dist", "cli.js");
  await runNode(["--import", "tsx", "prisma/generate.ts"]);
  await runNode([remix, "vite:build"]);
}

function runNode(parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...parameters], { stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`The build failed:\n${Buffer.concat(said)}`));
    });
  });
}
