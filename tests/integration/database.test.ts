import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { pendingMigrations } from "~/platform/db/migrations.server";
import { freshDatabase } from "./database";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

test("every test file gets a migrated database that no other test can see", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  cleanups.push(one.drop, other.drop);
  const [pool, otherPool] = [one, other].map(({ url }) => new pg.Pool({ connectionString: url }));
  if (!pool || !otherPool) throw new Error("two databases were asked for");
  cleanups.unshift(
    () => pool.end(),
    () => otherPool.end(),
  );

  expect(await pendingMigrations(pool)).toEqual([]);
  await pool.query("CREATE TABLE mine (id int)");
  const { rows } = await otherPool.query("SELECT to_regclass('mine') AS found");
  expect(rows).toEqual([{ found: null }]);
});

test("a dropped database is gone", async () => {
  const { url, drop } = await freshDatabase();
  await drop();
  await expect(new pg.Client({ connectionString: url }).connect()).rejects.toThrow("does not exist");
});
