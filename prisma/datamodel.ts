import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { migrationsFolder, readMigrations } from "~/platform/db/migrations.server";
import { everything, withOfflineEngine } from "./schema-engine";

/** Where the datamodel and its migrations lie; tests use a folder of their own. */
export type DatamodelPlace = { schemaFile: string; folder: string };

const here: DatamodelPlace = { schemaFile: path.resolve("prisma/schema.prisma"), folder: migrationsFolder };

/** From "nothing" Prisma would also create the schema "public", which ordinary roles may not. */
const emptyDatamodel = 'datasource db {\n  provider = "postgresql"\n}\n';

/** The SQL that leads from the newest migration's datamodel to schema.prisma; empty where they agree. */
export async function schemaDrift({ schemaFile, folder } = here): Promise<string> {
  const newest = (await readMigrations(folder)).at(-1);
  if (newest && newest.datamodel === undefined) {
    throw new Error(`${newest.name} lacks the schema.prisma it leads to: make migrations with "npm run db:diff NAME".`);
  }
  const target = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const from = target(newest?.datamodel ?? emptyDatamodel);
  const to = target(await readFile(schemaFile, "utf8"));
  const result = await withOfflineEngine((engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: everything }),
  );
  return result.exitCode === 0 ? "" : (result.stdout ?? "");
}

/**
 * Writes the next migration: the drift as migration.sql (to be completed by hand: checks, triggers) and the datamodel
 * it leads to. Returns its name.
 */
export async function writeMigration(name: string, drift: string, now: Date, place = here): Promise<string> {
  if (!/^[a-z0-9_]+$/.test(name)) throw new Error(`"${name}" is no name: use small letters, digits and underscores.`);
  const stamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const migration = `${stamp}_${name}`;
  const folder = path.join(place.folder, migration);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), drift);
  await writeFile(path.join(folder, "schema.prisma"), await readFile(place.schemaFile));
  await writeFile(path.join(place.folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  return migration;
}
