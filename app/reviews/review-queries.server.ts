import { row } from "~/platform/db/client.server";

/** How many reviews wait for an officer or lie on one's desk. */
export async function countWaiting(): Promise<number> {
  const found = await row<{ count: number }>(
    "SELECT count(*) AS count FROM reviews WHERE status IN ('waiting', 'claimed')",
  );
  return found?.count ?? 0;
}
