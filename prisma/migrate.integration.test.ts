import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrationNames, pendingMigrations } from "~/platform/db/migrations.server";
import { emptyDatabase } from "../tests/integration/database";
import { type DatamodelPlace, schemaDrift, writeMigration } from "./datamodel";
import { migrate } from "./migrate";

let place: DatamodelPlace;
let folder: string;
let root: string;
let url: string;
let pool: pg.Pool;
let drop: () => Promise<void>;

beforeEach(async () => {
  await mkdir(".cache", { recursive: true });
  root = await mkdtemp(path.resolve(".cache/migrations-"));
  folder = path.join(root, "migrations");
  place = { schemaFile: path.join(root, "schema.prisma"), folder };
  await mkdir(folder);
  ({ url, drop } = await emptyDatabase());
  pool = new pg.Pool({ connectionString: url });
});

afterEach(async () => {
  await pool.end();
  await drop();
  await rm(root, { recursive: true, force: true });
});

const sqlFile = (name: string) => path.join(folder, name, "migration.sql");

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name));
  await writeFile(sqlFile(name), sql);
}

async function setModels(models: string): Promise<void> {
  await writeFile(place.schemaFile, `datasource db {\n  provider = "postgresql"\n}\n${models}`);
}

const first = "20260101000000_first";
const second = "20260102000000_second";

test("migrations are applied oldest first, once, with functions whose bodies hold semicolons", async () => {
  await addMigration(second, "INSERT INTO thing VALUES (one());");
  await addMigration(
    first,
    "CREATE TABLE thing (id int); CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
  );
  expect(await pendingMigrations(pool, folder)).toEqual([first, second]);
  expect(await migrate(url, { folder })).toEqual([first, second]);
  expect(await migrate(url, { folder })).toEqual([]);
  expect(await pendingMigrations(pool, folder)).toEqual([]);
  expect((await pool.query("SELECT id FROM thing")).rows).toEqual([{ id: 1 }]);
});

test("four processes that migrate the same database at once apply the portal's migrations once", async () => {
  const command = ["--import", "tsx", path.resolve("prisma/commands/migrate.ts")];
  const run = async () => {
    const child = spawn(process.execPath, command, {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    const [code] = await once(child, "close");
    return { code, output };
  };
  const runs = await Promise.all([run(), run(), run(), run()]);
  const names = await migrationNames();
  const all = names.map((name) => `applied ${name}\n`).join("");
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(runs.map(({ output }) => output).sort()).toEqual(["", "", "", all]);
  const { rows } = await pool.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1");
  expect(rows.map((row) => row.migration_name)).toEqual(names);
});

test("a migration edited after being applied is refused by name", async () => {
  await addMigration(first, "CREATE TABLE thing (id int);");
  await migrate(url, { folder });
  await writeFile(sqlFile(first), "CREATE TABLE thing (id bigint);");
  await expect(migrate(url, { folder })).rejects.toThrow(`Edited after being applied: ${first}`);
});

test("a database migrated by a newer release is refused", async () => {
  await addMigration(first, "CREATE TABLE thing (id int);");
  await addMigration(second, "CREATE TABLE other (id int);");
  await migrate(url, { folder });
  await rm(path.join(folder, second), { recursive: true });
  await expect(migrate(url, { folder })).rejects.toThrow(`unknown to this release: ${second}`);
});

test("a failing migration leaves nothing behind, says where, stops every later start, and is retried when mended", async () => {
  await addMigration(first, "CREATE TABLE thing (id int);\nSELECT wrong;");
  await expect(migrate(url, { folder })).rejects.toThrow(`${first} failed: column "wrong" does not exist (line 2)`);
  expect((await pool.query("SELECT to_regclass('thing') AS found")).rows).toEqual([{ found: null }]);
  expect(await pendingMigrations(pool, folder)).toEqual([first]);
  await expect(migrate(url, { folder })).rejects.toThrow('failed before: column "wrong" does not exist (line 2)');

  await writeFile(sqlFile(first), "CREATE TABLE thing (id int);");
  expect(await migrate(url, { folder, retry: true })).toEqual([first]);
  expect(await migrate(url, { folder })).toEqual([]);
});

test("the next migration holds what changed since the last one, and then nothing is left to change", async () => {
  await setModels("model Thing {\n  id Int @id\n}\n");
  const name = await writeMigration("things", await schemaDrift(place), new Date("2026-01-02T03:04:05Z"), place);
  expect(name).toBe("20260102030405_things");
  expect(await schemaDrift(place)).toBe("");

  await setModels("model Thing {\n  id Int @id\n  name String\n}\n");
  const drift = await schemaDrift(place);
  expect(drift).toContain('ALTER TABLE "Thing" ADD COLUMN     "name" TEXT NOT NULL');
  expect(drift).not.toContain("CREATE");
  await writeMigration("names", drift, new Date("2026-01-03T00:00:00Z"), place);
  expect(await schemaDrift(place)).toBe("");
  expect(await migrate(url, { folder })).toEqual([name, "20260103000000_names"]);
});

test("the check passes while schema and migrations agree, and names the remedy when they do not", async () => {
  await cp("prisma/schema.prisma", path.join(root, "prisma", "schema.prisma"));
  await cp("prisma/migrations", path.join(root, "prisma", "migrations"), { recursive: true });
  const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
  const command = ["--import", tsx, path.resolve("prisma/commands/check.ts")];
  const check = () => promisify(execFile)(process.execPath, command, { cwd: root });
  await check();

  const schemaFile = path.join(root, "prisma", "schema.prisma");
  await writeFile(schemaFile, `${await readFile(schemaFile, "utf8")}\nmodel Stray {\n  id Int @id\n}\n`);
  await expect(check()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("npm run db:diff NAME") });
});
