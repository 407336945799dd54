import pg from "pg";
import { pendingMigrations } from "./migrations.server";

/** What the server asks of its database besides the pages' own reads. */
export interface DatabaseStatus {
  /** The version of everything the public may see, as committed when asked. */
  publicVersion(): Promise<string>;
  /** What is wrong with the database, or null. */
  problem(): Promise<"database" | "migrations" | null>;
  close(): Promise<void>;
}

const patience = 2_000;

/** Watches a database over connections of its own, so that a pool busy with slow pages cannot make it look away. */
export function watchDatabase(connectionString: string): DatabaseStatus {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    application_name: "len-san status",
  });
  // A lost idle connection is replaced at the next question, which then says whether the database is there.
  pool.on("error", () => {});

  return {
    async publicVersion() {
      const { rows } = await pool.query<{ version: string }>({
        name: "public-version",
        text: "SELECT public_version::text AS version FROM journal_head",
      });
      const version = rows[0]?.version;
      if (version === undefined) throw new Error("journal_head has no row: the migrations are not complete");
      return version;
    },
    async problem() {
      try {
        return (await pendingMigrations(pool)).length === 0 ? null : "migrations";
      } catch {
        return "database";
      }
    },
    close: () => pool.end(),
  };
}
