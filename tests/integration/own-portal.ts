import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, vi } from "vitest";
import { freshDatabase } from "./database";

/**
 * Import this first, for its effect: this test file then has a database and a data directory of its own, and the modules
 * imported after it read an environment that names them.
 */
const database = await freshDatabase();
const dataDirectory = await mkdtemp(path.join(tmpdir(), "len-san-test-"));
Object.assign(process.env, {
  DATABASE_URL: database.url,
  DATA_DIRECTORY: dataDirectory,
  LOG_LEVEL: "silent",
  SMTP_URL: "",
});
// The support above has read the environment already; what is imported from here on reads it anew.
vi.resetModules();

afterAll(async () => {
  const { closeDatabase } = await import("~/platform/db/client.server");
  await closeDatabase();
  await database.drop();
  await rm(dataDirectory, { recursive: true, force: true });
});

export { dataDirectory };
