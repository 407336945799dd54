import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { createPool } from "~/platform/db/client.server";
import { openDatabase } from "~/platform/db/embedded-postgres.server";
import { readMigrations } from "~/platform/db/migrations.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { migrate } from "../../prisma/migrate";

/** A server for tests and the name of its migrated template, from which any test process can clone databases. */
export type TestServer = { url: string; template: string };

export type FreshDatabase = { url: string; drop(): Promise<void> };

const prefix = "len_san_test_";

/**
 * Opens the server of TEST_DATABASE_URL, or an embedded one that trades crash safety for speed, with a template
 * database migrated to the newest state. The template is kept between runs until the migrations change.
 */
export async function openTestServer(
  dataDirectory = path.resolve(".cache/test-postgres"),
): Promise<TestServer & { close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const opened = given ? { url: given, close: async () => {} } : await openDatabase({ dataDirectory, durable: false });
  try {
    const template = await prepareTemplate(opened.url, given === undefined);
    return { url: opened.url, template, close: opened.close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Clones the template: a database of one's own in a fraction of a second. */
export async function cloneDatabase({ url, template }: TestServer): Promise<FreshDatabase> {
  const name = prefix + randomUUID().replaceAll("-", "");
  await administer(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: inDatabase(url, name),
    // Not by force: a pool that has just ended may still be closing its connections, and PostgreSQL waits for those;
    // a connection that a test forgot to close fails the test.
    drop: () => administer(url, async (client) => void (await client.query(`DROP DATABASE ${name}`))),
  };
}

async function prepareTemplate(url: string, mayCleanUp: boolean): Promise<string> {
  const hash = createHash("sha256").update("with the job queue\n");
  for (const { name, sql } of await readMigrations()) hash.update(`${name}\n${sql}`);
  const template = `${prefix}template_${hash.digest("hex").slice(0, 16)}`;
  return administer(url, async (client) => {
    if (mayCleanUp) await dropLeftovers(client, template);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount !== 0) return template;
    const draft = prefix + randomUUID().replaceAll("-", "");
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(inDatabase(url, draft));
    await prepareQueue(inDatabase(url, draft));
    // Renamed only when complete, so that an interrupted run leaves no half-migrated template.
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    return template;
  });
}

async function prepareQueue(url: string): Promise<void> {
  const pool = createPool(url, 1);
  try {
    await prepareJobs(pool);
  } finally {
    await pool.end();
  }
}

async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND datname <> $2",
    [prefix, template],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
}

async function administer<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
