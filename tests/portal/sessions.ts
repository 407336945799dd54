import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import type { Pool } from "pg";
import { hashOfSecret } from "~/platform/http/secret.server";

/** Writes a session's row and answers the token that its cookie carries. */
export async function insertSession(pool: Pool, accountId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await pool.query(
    `INSERT INTO sessions (id, token_hash, account_id, expires_at)
      VALUES (gen_random_uuid(), $1, $2, now() + interval '1 day')`,
    [hashOfSecret(token), accountId],
  );
  return token;
}

/** The cookie of a session on a portal without HTTPS. */
export const sessionCookie = (token: string): string => `phien=${token}`;

/** Signs an account in, as if its owner had typed the password in this browser. */
export async function signIn(
  context: BrowserContext,
  { origin, pool }: { origin: string; pool: Pool },
  accountId: string,
): Promise<void> {
  const value = await insertSession(pool, accountId);
  await context.addCookies([{ name: "phien", value, url: origin, httpOnly: true, sameSite: "Lax" }]);
}
