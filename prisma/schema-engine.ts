import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine as SchemaEngineType, SchemaFilter } from "@prisma/schema-engine-wasm";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "~/platform/db/migrations.server";

export type SchemaEngine = SchemaEngineType;

export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/** Node loads no .wasm file by import without a flag, which the package's own entry point would need. */
async function loadEngine(): Promise<void> {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  // The engine never takes back the timers of its time limits, and a process would wait ten seconds for them.
  const timers = Object.keys(engineModule).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const unrefTimeout = (callback: () => void, delay: number) => setTimeout(callback, delay).unref();
  const imports = { ...engineModule, ...Object.fromEntries(timers.map((name) => [name, unrefTimeout])) };
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": imports });
  engineModule.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
}

async function withEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine();
  await loading;
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, bound);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

/**
 * Runs Prisma's schema engine over one database connection. Every script is sent whole, so that PostgreSQL applies
 * it entirely or not at all; the engine hides a script's error behind a number, hence the callback.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<T>,
  onScriptError: (error: unknown) => void,
): Promise<T> {
  const inner = new PrismaPg({ connectionString: databaseUrl, max: 1, application_name: "len-san migrate" });
  const adapters: SqlDriverAdapter[] = [];
  const connect = async () => {
    const adapter = await inner.connect();
    // The adapter's own version cuts at every semicolon, also within the bodies of functions.
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        onScriptError(error);
        throw error;
      }
    };
    adapters.push(adapter);
    return adapter;
  };
  try {
    return await withEngine({ ...nameOfAdapter, connect, connectToShadowDb: () => inner.connectToShadowDb() }, use);
  } finally {
    for (const adapter of adapters) await adapter.dispose();
  }
}

const nameOfAdapter = { provider: "postgres", adapterName: "@prisma/adapter-pg" } as const;

/** Runs the engine for comparing datamodels: it needs no database, but asks one for its version before anything. */
export async function withOfflineEngine<T>(use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const refuse = () => Promise.reject(new Error("Comparing datamodels has no database to write to."));
  const connect = async (): Promise<SqlDriverAdapter> => ({
    ...nameOfAdapter,
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150_000]],
    }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  });
  return withEngine({ ...nameOfAdapter, connect, connectToShadowDb: refuse }, use);
}

export function migrationList(migrations: readonly Migration[], baseDir: string): MigrationList {
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
