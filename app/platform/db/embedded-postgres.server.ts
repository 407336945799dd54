import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type OwnerLock, takeOwnerLock } from "./owner-lock.server";
import { chooseAccount, errorCode, findBinaries } from "./postgres-binaries.server";
import {
  type ClusterAccess,
  clusterPlace,
  initialiseCluster,
  isInitialised,
  readAccess,
} from "./postgres-cluster.server";
import { type RunningServer, reachServer, requestStop, stopServer } from "./postgres-server.server";

export type OpenDatabaseOptions = {
  dataDirectory?: string;
  /** False gives up crash safety for speed and lets the portal's role create databases: for tests only. */
  durable?: boolean;
  log?: DatabaseLog;
};

export type DatabaseLog = { info(message: string): void; warn(message: string): void };

export type OpenedDatabase = { url: string; close(): Promise<void> };

const silent: DatabaseLog = { info() {}, warn() {} };
const portalName = "len_san";
const retryMilliseconds = 100;
const retryLimitMilliseconds = 120_000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Opens the embedded PostgreSQL of this data folder: initialises it on first use, starts it or finds the one a killed
 * process left running, and becomes its only owner. Throws `DatabaseInUseError` when another portal owns it.
 * The server stops on `close()`, or when the process ends without it.
 */
export async function openDatabase(options: OpenDatabaseOptions = {}): Promise<OpenedDatabase> {
  const { dataDirectory = ".data/postgres", durable = true, log = silent } = options;
  const place = clusterPlace(dataDirectory);
  await mkdir(path.dirname(place.home), { recursive: true });
  const binaries = await findBinaries();
  const account = await chooseAccount(place.home, place.cluster, binaries);
  if (!(await isInitialised(place))) {
    log.info(`Initialising PostgreSQL in ${place.home}`);
    await initialiseCluster(place, binaries, account, durable);
  }
  const access = await readAccess(place);
  const takeLock = (server: RunningServer) =>
    takeOwnerLock(databaseUrl(server, "postgres", access.administrator, "postgres"), dataDirectory);

  const first = await untilReachable(async () => {
    const reached = await reachServer(place, binaries, account, durable);
    const taken = await takeLock(reached);
    log.info(`PostgreSQL ${reached.found ? "found running" : "started"} on 127.0.0.1:${reached.port}`);
    return { server: reached, lock: taken };
  });

  const { lock } = first;
  let { server } = first;
  const ownership: Ownership = { closing: false, lock };
  // The portal's connections know one address, so a server that died comes back there.
  const retakeLock = async () => {
    server = await reachServer(place, binaries, account, durable, server.port);
    return takeLock(server);
  };
  const stopNow = () => requestStop(server, binaries);
  const close = async () => {
    if (ownership.closing) return;
    ownership.closing = true;
    ownership.lock.socket.ref();
    // The lock is held to the end: nobody can take over a server that is about to stop.
    await stopServer(place, binaries, server);
    await ownership.lock.lost;
    process.off("exit", stopNow);
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    // A portal that listens itself drains first and then closes; only a plain script is ended from here.
    if (process.listeners(signal).some((listener) => listener !== onSignal)) return;
    void close().finally(() => process.kill(process.pid, signal));
  };
  process.once("exit", stopNow);
  for (const signal of signals) process.on(signal, onSignal);

  try {
    await prepareDatabase(lock, access, durable);
  } catch (error) {
    await close();
    throw error;
  }
  lock.socket.unref();
  void keepLock(ownership, retakeLock, log);
  return { url: databaseUrl(server, portalName, access.portal, portalName), close };
}

type Ownership = { closing: boolean; lock: OwnerLock };

function databaseUrl(server: RunningServer, user: string, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}`;
}

/** Tries again while a server is starting up, or while the owner before us is shutting it down. */
async function untilReachable<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + retryLimitMilliseconds;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline || !isPassing(error)) throw error;
      await pause(retryMilliseconds);
    }
  }
}

const passingCodes: ReadonlySet<string | undefined> = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]);

function isPassing(error: unknown): boolean {
  if (passingCodes.has(errorCode(error))) return true;
  return error instanceof Error && error.message.startsWith("Connection terminated");
}

async function prepareDatabase({ client }: OwnerLock, access: ClusterAccess, durable: boolean): Promise<void> {
  const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [portalName]);
  if (role.rowCount === 0) {
    const password = client.escapeLiteral(access.portal);
    await client.query(`CREATE ROLE ${portalName} LOGIN PASSWORD ${password} ${durable ? "" : "CREATEDB"}`);
  }
  const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [portalName]);
  if (database.rowCount === 0) await client.query(`CREATE DATABASE ${portalName} OWNER ${portalName}`);
}

/**
 * After a crash of one of its sessions PostgreSQL closes all of them, this lock's included: take it again, and start the
 * server again where all of it has died.
 */
async function keepLock(ownership: Ownership, takeLock: () => Promise<OwnerLock>, log: DatabaseLog): Promise<void> {
  for (;;) {
    await ownership.lock.lost;
    if (ownership.closing) return;
    log.warn("The connection that marks this portal as the owner of its database was lost; taking it again");
    while (!(await retake(ownership, takeLock))) {
      if (ownership.closing) return;
      await pause(retryMilliseconds, undefined, { ref: false });
    }
  }
}

async function retake(ownership: Ownership, takeLock: () => Promise<OwnerLock>): Promise<boolean> {
  try {
    ownership.lock = await takeLock();
    ownership.lock.socket.unref();
    return true;
  } catch {
    return false;
  }
}
