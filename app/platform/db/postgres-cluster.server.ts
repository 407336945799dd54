import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorCode, type PostgresBinaries, type ServerAccount, spawnAs } from "./postgres-binaries.server";

/** Where everything of one embedded database lies. */
export type ClusterPlace = { home: string; cluster: string; access: string; log: string; pidFile: string };

/** The two passwords made when the database was initialised: the administrator's and the portal's own. */
export type ClusterAccess = { administrator: string; portal: string };

export function clusterPlace(dataDirectory: string): ClusterPlace {
  const home = path.resolve(dataDirectory);
  return {
    home,
    cluster: path.join(home, "cluster"),
    access: path.join(home, "access.json"),
    log: path.join(home, "server.log"),
    pidFile: path.join(home, "cluster", "postmaster.pid"),
  };
}

export async function readAccess(place: ClusterPlace): Promise<ClusterAccess> {
  const { administrator, portal }: ClusterAccess = JSON.parse(await readFile(place.access, "utf8"));
  return { administrator, portal };
}

export async function isInitialised(place: ClusterPlace): Promise<boolean> {
  return stat(place.access).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a new database in a folder beside the final one and moves it there when complete, so that an interruption
 * at any moment leaves either nothing or everything. Loses silently against another process doing the same.
 */
export async function initialiseCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
): Promise<void> {
  await removeLeftovers(place);
  const draft = clusterPlace(`${place.home}${draftMark}${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(draft.home);
  await chmod(draft.home, 0o711); // The server's account has to pass, whatever the umask.
  try {
    const access: ClusterAccess = { administrator: newPassword(), portal: newPassword() };
    await createCluster(draft, binaries, account, access.administrator, durable);
    await writeDurably(draft.access, `${JSON.stringify(access)}\n`);
    await rename(draft.home, place.home);
    await syncFolder(path.dirname(place.home));
  } catch (error) {
    await rm(draft.home, { recursive: true, force: true });
    if (await isInitialised(place)) return;
    const blocked = errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST";
    if (blocked) throw new Error(`${place.home} holds files but no complete database: move them away and start again.`);
    throw error;
  }
}

const draftMark = ".initialising-";

function newPassword(): string {
  return randomBytes(32).toString("base64url");
}

async function removeLeftovers(place: ClusterPlace): Promise<void> {
  const folder = path.dirname(place.home);
  const prefix = path.basename(place.home) + draftMark;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function createCluster(
  draft: ClusterPlace,
  binaries: PostgresBinaries,
  account: ServerAccount,
  password: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = path.join(draft.home, "password");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(account, passwordFile);
  // Letters beyond ASCII are letters to pg_trgm and full-text search only under a UTF-8 LC_CTYPE, and no single name
  // for one exists everywhere; the collation itself is PostgreSQL's own and the same on every system.
  const failures: string[] = [];
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    await rm(draft.cluster, { recursive: true, force: true });
    await mkdir(draft.cluster, { mode: 0o700 });
    await giveTo(account, draft.cluster);
    const args = [
      `--pgdata=${draft.cluster}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      `--lc-ctype=${ctype}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ];
    const child = spawnAs(account, binaries.initdb, args, { stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaint += chunk.toString("utf8");
    });
    const [code] = await once(child, "close");
    if (code === 0) {
      await unlink(passwordFile);
      return;
    }
    failures.push(complaint.trim());
  }
  throw new Error(`PostgreSQL could not be initialised: ${failures.at(-1)}`);
}

async function giveTo(account: ServerAccount, file: string): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(file, account.uid, account.gid);
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "w", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await chmod(file, 0o600);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // Windows cannot open a folder to flush it, and does not need to.
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
