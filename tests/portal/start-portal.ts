import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { cloneDatabase, type TestServer } from "../integration/test-server";
import { catchMails, type MailCatcher } from "./mail-catcher";

export interface RunningPortal {
  origin: string;
  pool: pg.Pool;
  mails: MailCatcher;
  /** What the portal said when it started: the set-up link, the demo's key. */
  said: string;
  close(): Promise<void>;
}

type Mode = "live" | "demo";
const startUp = 120_000;

/** The production portal as operators start it, on a free port, with a database, files and an SMTP server of its own. */
export async function startPortal(mode: Mode, server: TestServer): Promise<RunningPortal> {
  const [database, dataDirectory, mails, port] = await Promise.all([
    cloneDatabase(server),
    mkdtemp(path.join(tmpdir(), "len-san-e2e-")),
    catchMails(),
    freePort(),
  ]);
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "app/entry.node.ts", mode === "demo" ? "demo" : "start"], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      PORTAL_MODE: mode,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      DATABASE_URL: database.url,
      DATA_DIRECTORY: dataDirectory,
      SMTP_URL: mails.url,
      LOG_LEVEL: "error",
    },
  });
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  const close = async () => {
    await stop(child);
    await Promise.all([pool.end(), mails.close()]);
    await database.drop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  try {
    const said = await started(child, mode);
    return { origin, pool, mails, said, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Resolves when the portal has said all that it says at its start. */
function started(child: ChildProcess, mode: Mode): Promise<string> {
  const last = mode === "demo" ? /Demo accounts[^\n]*\n(?: {2}.+\n)+/ : /\/thiet-lap\/\S+\n/;
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`The portal ${why}:\n${said}`));
    const timer = setTimeout(() => fail("did not start in time"), startUp);
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!last.test(said)) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (status) => {
      clearTimeout(timer);
      fail(`ended with ${status}`);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
