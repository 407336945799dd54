import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/platform/db/client.server";
import { hashOfSecret } from "~/platform/http/secret.server";
import { addressKey } from "./attempt-key";
import type { Contact } from "./contact";

const minute = 60;

/** How often something may be tried: so many times in so many seconds. */
const limits = {
  "sign-in-address": { points: 25, duration: 5 * minute },
  "sign-in-account": { points: 10, duration: 15 * minute },
  "form-address": { points: 60, duration: 60 * minute },
  "export-address": { points: 30, duration: 10 * minute },
  "mail-recipient": { points: 5, duration: 60 * minute },
  "invitation-enterprise": { points: 20, duration: 24 * 60 * minute },
  // Short messages cost money, and each code can be guessed at five times.
  "text-recipient": { points: 5, duration: 60 * minute },
  "text-recipient-day": { points: 10, duration: 24 * 60 * minute },
  "text-address": { points: 30, duration: 60 * minute },
  "code-address": { points: 60, duration: 60 * minute },
  "check-address": { points: 30, duration: 5 * minute },
} as const;

type Limit = keyof typeof limits;

const limiters = new WeakMap<Pool, Map<Limit, RateLimiterPostgres>>();

function limiterOf(limit: Limit): RateLimiterPostgres {
  const client = pool();
  const known = limiters.get(client) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(client, known);
  const limiter =
    known.get(limit) ??
    new RateLimiterPostgres({
      storeClient: client,
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: limit,
      ...limits[limit],
    });
  known.set(limit, limiter);
  return limiter;
}

/** What a limit counts by; contacts as hashes, so that the table holds no addresses of people. */
export const countedAddress = (clientAddress: string): string => addressKey(clientAddress);
export const countedContact = (contact: string): string => Buffer.from(hashOfSecret(contact)).toString("base64url");

/** Counts one attempt; false when there have been too many. */
export async function countAttempt(limit: Limit, key: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** Takes an attempt back that turned out to be in order: an office behind one address may sign in all at once. */
export async function forgiveAttempt(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(key);
}

/** Starts the count afresh. */
export async function forgetAttempts(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).delete(key);
}

/** Whether another mail or short message may go to somebody; the caller's answer does not tell. */
export async function mayWriteTo({ email, phone }: Contact, clientAddress: string): Promise<boolean> {
  if (email !== undefined) return countAttempt("mail-recipient", countedContact(email));
  const counted = countedContact(phone);
  return (
    (await countAttempt("text-address", countedAddress(clientAddress))) &&
    (await countAttempt("text-recipient", counted)) &&
    (await countAttempt("text-recipient-day", counted))
  );
}
