import type { DiagnoseMigrationHistoryOutput } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { type Migration, migrationsFolder, readMigrations } from "~/platform/db/migrations.server";
import { everything, migrationList, type SchemaEngine, withSchemaEngine } from "./schema-engine";

/** The migrations cannot be applied; the message says why and what mends it. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

export type MigrateOptions = {
  folder?: string;
  /** Try again what failed before: a failed migration left nothing behind, unless its SQL commits by itself. */
  retry?: boolean;
};

const lockKey = 520_210_921; // The owner lock of the embedded database is the number before it.

/**
 * Applies the migrations that the database lacks, oldest first, and returns their names. Any number of processes may
 * call it at once: one works, the others wait. Throws a MigrationError when a migration failed, was edited after
 * being applied, or is unknown to this release.
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const { folder = migrationsFolder, retry = false } = options;
  const migrations = await readMigrations(folder);
  const lock = new pg.Client({ connectionString: databaseUrl, application_name: "len-san migrate" });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [lockKey]);
    let scriptError: unknown;
    const apply = async (engine: SchemaEngine) => {
      const list = migrationList(migrations, folder);
      const input = { migrationsList: list, filters: everything };
      const diagnosis = await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
      if (retry) {
        for (const migrationName of diagnosis.failedMigrationNames)
          await engine.markMigrationRolledBack({ migrationName });
      } else {
        await refuseFailed(lock, diagnosis);
      }
      refuseForeignHistory(diagnosis);
      return (await engine.applyMigrations(input)).appliedMigrationNames;
    };
    try {
      return await withSchemaEngine(databaseUrl, apply, (error) => {
        scriptError = error;
      });
    } catch (error) {
      throw scriptError === undefined ? error : await explainFailure(lock, migrations, scriptError);
    }
  } finally {
    await lock.end();
  }
}

const remedy = 'correct its migration.sql, then run "npm run db:migrate -- --retry"';

async function refuseFailed(lock: pg.Client, diagnosis: DiagnoseMigrationHistoryOutput): Promise<void> {
  const [name] = diagnosis.failedMigrationNames;
  if (name === undefined) return;
  const { rows } = await lock.query<{ logs: string | null }>(
    "SELECT logs FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL",
    [name],
  );
  const reason = rows[0]?.logs ?? "it was interrupted";
  throw new MigrationError(`Migration ${name} failed before: ${reason}. Remedy: ${remedy}.`);
}

function refuseForeignHistory(diagnosis: DiagnoseMigrationHistoryOutput): void {
  const failed = new Set(diagnosis.failedMigrationNames);
  const edited = diagnosis.editedMigrationNames.filter((name) => !failed.has(name));
  if (edited.length > 0) {
    throw new MigrationError(
      `Edited after being applied: ${edited.join(", ")}. Remedy: restore the committed migration.sql and put the change into a new one (npm run db:diff NAME).`,
    );
  }
  if (diagnosis.history === null || diagnosis.history.diagnostic === "databaseIsBehind") return;
  throw new MigrationError(
    `The database has migrations unknown to this release: ${diagnosis.history.unpersistedMigrationNames.join(", ")}. Remedy: start the release that applied them, or restore the backup made before.`,
  );
}

async function explainFailure(lock: pg.Client, migrations: readonly Migration[], cause: unknown) {
  const { rows } = await lock.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  const name = rows[0]?.migration_name ?? "";
  const reason = explain(cause, migrations.find((migration) => migration.name === name)?.sql ?? "");
  await lock.query(
    "UPDATE _prisma_migrations SET logs = $2 WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL",
    [name, reason],
  );
  return new MigrationError(`Migration ${name} failed: ${reason}. Remedy: ${remedy}.`, { cause });
}

function explain(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  if (Number.isNaN(position)) return error.message;
  // PostgreSQL counts characters from 1.
  const line = [...sql].slice(0, position - 1).filter((character) => character === "\n").length + 1;
  return `${error.message} (line ${line})`;
}
