import { inject } from "vitest";
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
