import { execFile, spawnSync } from "node:child_process";
import { mkdir, open, readFile, rm, stat, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { errorCode, type PostgresBinaries, type ServerAccount, spawnAs } from "./postgres-binaries.server";
import { type ClusterPlace, isAlive } from "./postgres-cluster.server";

/** A PostgreSQL server that accepts connections on 127.0.0.1. */
export type RunningServer = { pid: number; port: number };

const pollMilliseconds = 20;
const startLimitMilliseconds = 120_000; // Recovery after a power cut may have much to replay.
const stopLimitMilliseconds = 30_000;
const logLimitBytes = 5_000_000;

/** Finds the server of this data folder, or starts it, on a free port where none is given; returns when it accepts connections. */
export async function reachServer(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
  port?: number,
): Promise<RunningServer & { found: boolean }> {
  const deadline = Date.now() + startLimitMilliseconds;
  let started: Startup | undefined;
  while (Date.now() < deadline) {
    const server = await readPidFile(place);
    if (server?.ready) return { pid: server.pid, port: server.port, found: started?.pid !== server.pid };
    if (started?.failure !== undefined) {
      // Two starts at once, or processes of a killed server still ending: look again; anything else is final.
      if (!/already exists|is still in use|Address already in use/.test(started.failure)) {
        throw new Error(`PostgreSQL did not start: ${started.failure} (log: ${place.log})`);
      }
      started = undefined;
    }
    if (!server && !started) started = await startServer(place, binaries, account, durable, port);
    await pause(pollMilliseconds);
  }
  throw new Error(`PostgreSQL did not become ready within ${startLimitMilliseconds / 1000} s (log: ${place.log})`);
}

type Startup = { pid: number | undefined; failure?: string };

async function startServer(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
  port?: number,
): Promise<Startup> {
  await mkdir(place.home, { recursive: true });
  const logSize = await stat(place.log).then(
    (file) => file.size,
    () => 0,
  );
  if (logSize > logLimitBytes) await truncate(place.log);
  const log = await open(place.log, "a", 0o600);
  const logStart = (await log.stat()).size;
  const settings = {
    listen_addresses: "127.0.0.1",
    port: port ?? (await freePort()),
    unix_socket_directories: "",
    shared_buffers: "256MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Statements and key values carry personal data, which has no place in a log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached: Ctrl-C reaches every process of the terminal, and the database must outlive the portal's last requests.
  const child = spawnAs(account, binaries.postgres, ["-D", place.cluster, ...args], {
    stdio: ["ignore", log.fd, log.fd],
    detached: true,
  });
  const startup: Startup = { pid: child.pid };
  child.once("error", (error) => {
    startup.failure = error.message;
  });
  child.once("exit", () => {
    void readFile(place.log)
      .then(
        (text) => text.subarray(logStart).toString("utf8"),
        // A server that ends long after its start has nobody left who asks why.
        () => "",
      )
      .then((text) => {
        startup.failure = text.match(/FATAL: +(.*)/)?.[1] ?? "it ended at once";
      });
  });
  child.unref();
  await log.close();
  return startup;
}

/** Reads postmaster.pid; undefined where no server of this data folder is alive, whatever the file says. */
async function readPidFile(place: ClusterPlace): Promise<(RunningServer & { ready: boolean }) | undefined> {
  const text = await readFile(place.pidFile, "utf8").catch(() => "");
  const [pidLine, , , portLine, , , , status] = text.split("\n");
  if (pidLine === undefined || pidLine === "") return undefined;
  const pid = Number.parseInt(pidLine, 10);
  if (!isAlive(pid)) return undefined;
  if (!(await isServerOf(place, pid))) {
    // After a crash its number can belong to a stranger, which PostgreSQL itself would take for a living server.
    await rm(place.pidFile, { force: true });
    return undefined;
  }
  return { pid, port: Number(portLine), ready: status?.trim() === "ready" };
}

async function isServerOf(place: ClusterPlace, pid: number): Promise<boolean> {
  if (process.platform === "win32") return true;
  try {
    const command =
      process.platform === "linux"
        ? await readFile(`/proc/${pid}/cmdline`, "utf8")
        : (await promisify(execFile)("ps", ["-p", String(pid), "-o", "args="])).stdout;
    return command.includes(place.cluster);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

/** Asks the server to end its sessions and shut down cleanly; returns at once, usable while the process exits. */
export function requestStop(server: RunningServer, binaries: PostgresBinaries): void {
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["kill", "INT", String(server.pid)], { windowsHide: true });
    return;
  }
  try {
    process.kill(server.pid, "SIGINT");
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}

/** Stops the server and waits until its data is safely closed. */
export async function stopServer(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  server: RunningServer,
): Promise<void> {
  requestStop(server, binaries);
  const deadline = Date.now() + stopLimitMilliseconds;
  while ((await readPidFile(place))?.pid === server.pid) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${server.pid}) does not stop (log: ${place.log})`);
    await pause(pollMilliseconds);
  }
}
