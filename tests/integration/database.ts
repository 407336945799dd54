import { inject } from "vitest";
import { cloneDatabase, type FreshDatabase, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A migrated, empty database for this test file alone; drop it when done. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneDatabase(inject("testServer"));
}
