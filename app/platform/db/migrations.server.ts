import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

/** One folder of prisma/migrations: its name, its SQL, and the datamodel the SQL leads to. */
export type Migration = { name: string; sql: string; datamodel: string | undefined };

/** Every process of the portal is started from its root folder. */
export const migrationsFolder = path.resolve("prisma/migrations");

/** Names of all migrations that came with this release, oldest first. */
export async function migrationNames(folder = migrationsFolder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const read = async (name: string): Promise<Migration> => ({
    name,
    sql: await readFile(path.join(folder, name, "migration.sql"), "utf8"),
    datamodel: await readFile(path.join(folder, name, "schema.prisma"), "utf8").catch(() => undefined),
  });
  return Promise.all((await migrationNames(folder)).map(read));
}

/** Names of this release's migrations that the database lacks, cheap enough for a readiness probe. */
export async function pendingMigrations(pool: Pick<pg.Pool, "query">, folder = migrationsFolder): Promise<string[]> {
  const names = await migrationNames(folder);
  const table = await pool.query<{ present: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present",
  );
  if (table.rows[0]?.present !== true) return names;
  const { rows } = await pool.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  return names.filter((name) => !applied.has(name));
}
