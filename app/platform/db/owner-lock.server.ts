import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** Thrown when another living portal process uses the embedded database; its message is one line for the operator. */
export class DatabaseInUseError extends Error {
  override name = "DatabaseInUseError";
}

/** The proof that this process owns the embedded database; ends with the process, however it ends. */
export type OwnerLock = { client: pg.Client; socket: Socket; lost: Promise<void> };

const lockKey = 520_210_920; // Only this program's owner lock uses it, in the database "postgres".
const applicationPrefix = "portal owner, process ";
const graceMilliseconds = 2_000; // The server needs a moment to notice that a killed owner has gone.
const retryMilliseconds = 50;

/**
 * Takes the session-level advisory lock that makes this process the owner. The kernel closes the connection of a
 * killed process, so neither stale lock files nor reused process numbers can mislead.
 */
export async function takeOwnerLock(url: string, dataDirectory: string): Promise<OwnerLock> {
  const socket = new Socket();
  const application_name = applicationPrefix + process.pid;
  const client = new pg.Client({ connectionString: url, application_name, stream: () => socket });
  const lost = new Promise<void>((resolve) => {
    client.once("error", () => resolve());
    client.once("end", () => resolve());
  });
  client.on("error", () => {}); // Told by `lost`; without a listener it would end the process.
  await client.connect();
  try {
    const deadline = Date.now() + graceMilliseconds;
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) throw new DatabaseInUseError(await describeOwner(client, dataDirectory));
      await pause(retryMilliseconds);
    }
    return { client, socket, lost };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [lockKey]);
  return rows[0]?.taken === true;
}

async function describeOwner(client: pg.Client, dataDirectory: string): Promise<string> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [lockKey],
  );
  const owner = rows[0]?.application_name.slice(applicationPrefix.length);
  const who = owner === undefined ? "another running portal" : `another running portal (process ${owner})`;
  return `The database in ${dataDirectory} is in use by ${who}: stop that portal first, or set DATABASE_URL to another PostgreSQL server.`;
}
