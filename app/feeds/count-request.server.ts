import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/platform/db/client.server";

/** So many requests a minute may one key make, however many processes serve it. */
export const requestsPerMinute = 120;

const limiters = new WeakMap<Pool, RateLimiterPostgres>();

function limiter(): RateLimiterPostgres {
  const client = pool();
  const known = limiters.get(client);
  if (known) return known;
  const created = new RateLimiterPostgres({
    storeClient: client,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: "feed",
    points: requestsPerMinute,
    duration: 60,
    // A program gone wild then costs no database write until its minute is over.
    inMemoryBlockOnConsumed: requestsPerMinute + 1,
  });
  limiters.set(client, created);
  return created;
}

/** Counts one request of a key: undefined when it is allowed, else in how many seconds the next one is. */
export async function countRequest(keyId: string): Promise<{ retryAfter: number } | undefined> {
  try {
    await limiter().consume(keyId);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    throw refusal;
  }
}
