import { timingSafeEqual } from "node:crypto";
import { row } from "~/platform/db/client.server";
import { environment } from "~/platform/env.server";
import { hashOfSecret } from "~/platform/http/secret.server";
import { bearerApiKey } from "./api-key";

/** A partner's program, known by its key. */
export interface PartnerCaller {
  keyId: string;
  prefix: string;
  partner: string;
}

const unknownHash = hashOfSecret("no such key");

/** The partner whose API key the request carries; undefined for no key, a wrong, an expired or a revoked one. */
export async function authenticateApiKey(request: Request, now: Date): Promise<PartnerCaller | undefined> {
  const key = bearerApiKey(request.headers.get("authorization"));
  if (!key) return undefined;
  const found = await row<{ id: string; partner: string; secretHash: Uint8Array; usable: boolean; stale: boolean }>(
    `SELECT k.id, k.partner, k.secret_hash AS "secretHash",
        k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2) AS usable,
        k.last_used_at IS NULL OR k.last_used_at <= $2::timestamptz - interval '1 minute' AS stale
      FROM api_keys k LEFT JOIN accounts a ON a.id = k.created_by_id
      WHERE k.prefix = $1 AND (a.is_demo IS NOT TRUE OR $3)`,
    [key.prefix, now, environment().PORTAL_MODE === "demo"],
  );
  const isSame = timingSafeEqual(hashOfSecret(key.secret), found?.secretHash ?? unknownHash);
  if (!found || !isSame || !found.usable) return undefined;
  // Once a minute is enough to see that a key lives, and keeps a polling partner from writing at every request.
  if (found.stale) {
    await row(
      `UPDATE api_keys SET last_used_at = $2
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 minute')`,
      [found.id, now],
    );
  }
  return { keyId: found.id, prefix: key.prefix, partner: found.partner };
}
