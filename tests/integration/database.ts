import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, connectDatabase } from "~/platform/db/client.server";
import { cloneDatabase, type FreshDatabase, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A migrated database without rows for this test file alone; drop it when done. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneDatabase(inject("testServer"));
}

/** A database without any table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return cloneDatabase({ ...inject("testServer"), template: "template0" });
}

/** Gives the portal's own pool a fresh database for the whole of this test file. */
export function portalDatabase(): void {
  let database: FreshDatabase | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
    connectDatabase(database.url);
  });
  afterAll(async () => {
    await closeDatabase();
    await database?.drop();
  });
}
