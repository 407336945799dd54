import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type DatabaseLog, openDatabase } from "./embedded-postgres.server";

let folder: string;
let dataDirectory: string;
const cleanups: (() => Promise<void>)[] = [];

beforeEach(async () => {
  await mkdir(".cache", { recursive: true });
  folder = await mkdtemp(path.resolve(".cache/embedded-"));
  dataDirectory = path.join(folder, "postgres");
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await rm(folder, { recursive: true, force: true });
});

async function open(log?: DatabaseLog) {
  const database = await openDatabase({ dataDirectory, durable: false, ...(log && { log }) });
  cleanups.push(database.close);
  return database;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A second portal, as a process of its own; resolves to its database's address. */
async function startOwner(): Promise<{ process: ChildProcess; url: string }> {
  const script = path.resolve("tests/integration/owner-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDirectory], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [url] = await once(createInterface(child.stdout), "line");
  return { process: child, url };
}

const postmasterPid = async () =>
  Number.parseInt(await readFile(path.join(dataDirectory, "cluster", "postmaster.pid"), "utf8"), 10);

test("the first start makes a UTF-8 database that only this machine can reach, with a password", async () => {
  const { url } = await open();
  const [facts] = await query<Record<string, unknown>>(
    url,
    `SELECT pg_encoding_to_char(encoding) AS encoding, lower('ĐẶNG') AS lower, current_setting('listen_addresses') AS listens,
       (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(facts).toEqual({ encoding: "UTF8", lower: "đặng", listens: "127.0.0.1", super: false });
  expect((await stat(path.join(dataDirectory, "access.json"))).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = "guessed";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

test("names sort in Vietnamese order by the collation vi-x-icu", async () => {
  const { url } = await open();
  const sorted = await query<{ name: string }>(
    url,
    `SELECT name FROM unnest(ARRAY['đa', 'ăn', 'da', 'ân', 'an', 'ơn', 'ôn', 'on']) AS name ORDER BY name COLLATE "vi-x-icu"`,
  );
  expect(sorted.map(({ name }) => name)).toEqual(["an", "ăn", "ân", "da", "đa", "on", "ôn", "ơn"]);
});

test("the second start finds the data of the first", async () => {
  const first = await open();
  await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await first.close();
  await expect(query(first.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  const second = await open();
  expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("the server that a killed portal left behind is found again, used, and stopped at the end", async () => {
  const owner = await startOwner();
  await query(owner.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  const pid = await postmasterPid();
  owner.process.kill("SIGKILL");
  await once(owner.process, "exit");

  const lines: string[] = [];
  const log: DatabaseLog = { info: (line) => lines.push(line), warn: (line) => lines.push(line) };
  const database = await open(log);
  expect(lines.join()).toContain("found running");
  expect(await postmasterPid()).toBe(pid);
  expect(await query(database.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await database.close();
  await expect(query(database.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

test("a script that is ended by a signal stops its database first", async () => {
  const owner = await startOwner();
  owner.process.kill("SIGTERM");
  const [, signal] = await once(owner.process, "exit");
  expect(signal).toBe("SIGTERM");
  await expect(query(owner.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

test("a second portal is refused with one line that names the first, which keeps working", async () => {
  const owner = await startOwner();
  cleanups.push(async () => {
    owner.process.stdin?.end();
    await once(owner.process, "exit");
  });
  const refusal = await openDatabase({ dataDirectory }).catch((error: unknown) => error);
  expect(String(refusal)).toContain(`in use by another running portal (process ${owner.process.pid})`);
  expect(String(refusal)).toContain("set DATABASE_URL");
  expect(String(refusal)).not.toContain("\n");
  expect(await query(owner.url, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
});

test("of two portals that start at once on an empty folder, one opens the database and the other is refused", async () => {
  const outcomes = await Promise.allSettled([open(), open()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(String(refused?.reason)).toContain("in use by another running portal");
});

test("an initialisation that was interrupted is done again from the start", async () => {
  const gone = spawn(process.execPath, ["--version"]);
  await once(gone, "exit");
  const interrupted = `${dataDirectory}.initialising-${gone.pid}-0a1b2c3d`;
  await mkdir(path.join(interrupted, "cluster"), { recursive: true });
  await writeFile(path.join(interrupted, "cluster", "PG_VERSION"), "18\n");

  const { url } = await open();
  expect(await query(url, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  expect(await readdir(folder)).toEqual(["postgres"]);
});

test("a start killed in the middle of the initialisation does no harm to the next one", async () => {
  const script = path.resolve("tests/integration/owner-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDirectory], { stdio: "ignore" });
  const exited = once(child, "exit");
  const isInitialising = async () => (await readdir(folder)).some((name) => name.includes(".initialising-"));
  await expect.poll(isInitialising, { interval: 5, timeout: 20_000 }).toBe(true);
  child.kill("SIGKILL");
  await exited;

  const { url } = await open();
  expect(await query(url, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
});

test("after a power cut the process number in postmaster.pid may belong to a stranger, and the start ignores it", async () => {
  const first = await open();
  await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  const file = path.join(dataDirectory, "cluster", "postmaster.pid");
  const text = await readFile(file, "utf8");
  await first.close();
  await writeFile(file, text.replace(/^\d+/, String(process.pid)));

  const second = await open();
  expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("an owner that loses its mark takes it again, so that a second portal is still refused", async () => {
  const warnings: string[] = [];
  const { url } = await open({ info: () => {}, warn: (line) => warnings.push(line) });
  const access: { administrator: string } = JSON.parse(await readFile(path.join(dataDirectory, "access.json"), "utf8"));
  const administrator = Object.assign(new URL(url), { username: "postgres", password: access.administrator });
  administrator.pathname = "/postgres";
  const owners = "FROM pg_stat_activity WHERE application_name LIKE 'portal owner%'";
  const [before] = await query<{ pid: number }>(administrator.href, `SELECT pid, pg_terminate_backend(pid) ${owners}`);

  const current = async () => (await query<{ pid: number }>(administrator.href, `SELECT pid ${owners}`))[0]?.pid;
  await expect.poll(current, { timeout: 20_000 }).toSatisfy((pid) => pid !== undefined && pid !== before?.pid);
  expect(warnings).toHaveLength(1);
  await expect(openDatabase({ dataDirectory })).rejects.toThrow("in use by another running portal");
});

test("a database server that dies under a running portal is started again at the same address, with what was committed", async () => {
  const { url, close } = await openDatabase({ dataDirectory });
  cleanups.push(close);
  await query(url, "CREATE TABLE kept AS SELECT 42 AS answer");
  const first = await postmasterPid();
  process.kill(first, "SIGKILL");
  await expect
    .poll(() => query(url, "SELECT answer FROM kept").catch(() => []), { timeout: 20_000 })
    .toEqual([{ answer: 42 }]);
  expect(await postmasterPid()).not.toBe(first);
});
