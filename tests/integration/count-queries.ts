import pg from "pg";
import { vi } from "vitest";

/** How many statements a piece of work sends to the database, the transaction's own bounds included. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
