import { parse, serialize } from "cookie";
import { row } from "~/platform/db/client.server";
import { environment } from "~/platform/env.server";
import { hashOfSecret, newSecret } from "~/platform/http/secret.server";
import type { Language } from "~/platform/i18n";
import type { Role } from "./access";

/** Someone signed in, as every page and use case sees them. */
export interface Actor {
  accountId: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  language: Language;
}

export type Visitor =
  | { state: "signed-in"; actor: Actor }
  | { state: "expired"; accountId: string }
  | { state: "anonymous" };

const idleHours = 12;
const absoluteDays = 7;
const touchMinutes = 5;

const isSecure = (): boolean => environment().PUBLIC_ORIGIN.startsWith("https:");
// A __Host- cookie must be Secure, and browsers other than Chromium refuse Secure cookies on http://localhost.
const cookieName = (): string => (isSecure() ? "__Host-phien" : "phien");

function sessionCookie(value: string, maxAge: number): string {
  return serialize(cookieName(), value, { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge });
}

function sessionToken(request: Request): string | undefined {
  return parse(request.headers.get("cookie") ?? "")[cookieName()];
}

/** Who sent the request, by the session in the database; a session that has run out still says whose it was. */
export async function findVisitor(request: Request, now: Date): Promise<Visitor> {
  const token = sessionToken(request);
  if (!token || token.length > 100) return { state: "anonymous" };
  const found = await row<Actor & { ended: boolean; disabled: boolean; expired: boolean; stale: boolean }>(
    `SELECT s.id AS "sessionId", a.id AS "accountId", a.role, a.name, a.email, a.language,
        s.ended_at IS NOT NULL AS ended, a.disabled_at IS NOT NULL AS disabled,
        s.expires_at <= $2 OR s.last_seen_at <= $2::timestamptz - make_interval(hours => ${idleHours}) AS expired,
        s.last_seen_at <= $2::timestamptz - make_interval(mins => ${touchMinutes}) AS stale
      FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.token_hash = $1`,
    [hashOfSecret(token), now],
  );
  if (!found || found.ended || found.disabled) return { state: "anonymous" };
  if (found.expired) return { state: "expired", accountId: found.accountId };
  if (found.stale) await row("UPDATE sessions SET last_seen_at = $2 WHERE id = $1", [found.sessionId, now]);
  const { accountId, sessionId, role, name, email, language } = found;
  return { state: "signed-in", actor: { accountId, sessionId, role, name, email, language } };
}

/** Opens a new session and ends the one the request came with; answers the Set-Cookie header. */
export async function openSession(request: Request, accountId: string, now: Date): Promise<string> {
  await closeSession(request, now);
  const token = newSecret();
  const device = (request.headers.get("user-agent") ?? "").slice(0, 200);
  const expires = new Date(now.getTime() + absoluteDays * 86_400_000);
  await row(
    `INSERT INTO sessions (id, token_hash, account_id, device, created_at, last_seen_at, expires_at)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, $4, $5)`,
    [hashOfSecret(token), accountId, device, now, expires],
  );
  return sessionCookie(token, absoluteDays * 86_400);
}

/** Ends the request's session on the server; answers the Set-Cookie header that forgets it in the browser. */
export async function closeSession(request: Request, now: Date): Promise<string> {
  const token = sessionToken(request);
  if (token) {
    await row("UPDATE sessions SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL", [
      hashOfSecret(token),
      now,
    ]);
  }
  return sessionCookie("", 0);
}
