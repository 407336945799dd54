import { parse, serialize } from "cookie";
import { row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { hashOfSecret, newSecret } from "~/platform/http/secret.server";
import type { Language } from "~/platform/i18n";
import { accept } from "~/platform/result";
import type { Role } from "./access";

/** Someone signed in, as every page and use case sees them. */
export interface Actor {
  accountId: string;
  sessionId: string;
  role: Role;
  name: string;
  /** Null where the account is reached by phone alone. */
  email: string | null;
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
      WHERE s.token_hash = $1 AND (NOT a.is_demo OR $3)`,
    [hashOfSecret(token), now, environment().PORTAL_MODE === "demo"],
  );
  if (!found || found.ended || found.disabled) return { state: "anonymous" };
  if (found.expired) return { state: "expired", accountId: found.accountId };
  if (found.stale) await row("UPDATE sessions SET last_seen_at = $2 WHERE id = $1", [found.sessionId, now]);
  const { accountId, sessionId, role, name, email, language } = found;
  return { state: "signed-in", actor: { accountId, sessionId, role, name, email, language } };
}

/** Opens a new session with a new token and ends the one the request came with; answers the Set-Cookie header. */
export async function openSession(request: Request, accountId: string, acting: Acting): Promise<string> {
  const former = sessionToken(request);
  const token = newSecret();
  await inTransaction({ ...acting, actorId: accountId }, async (tx) => {
    if (former) await endByToken(tx, former);
    const { id } = await tx.prisma.session.create({
      data: {
        tokenHash: hashOfSecret(token),
        accountId,
        device: (request.headers.get("user-agent") ?? "").slice(0, 200),
        createdAt: tx.now,
        lastSeenAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + absoluteDays * 86_400_000),
      },
      select: { id: true },
    });
    tx.record({ event: "session.opened", subject: { kind: "session", id }, data: { accountId } });
    return accept(null);
  });
  return sessionCookie(token, absoluteDays * 86_400);
}

/** Ends the request's session on the server; answers the Set-Cookie header that forgets it in the browser. */
export async function closeSession(request: Request, acting: Acting): Promise<string> {
  const token = sessionToken(request);
  if (token) {
    await inTransaction(acting, async (tx) => {
      await endByToken(tx, token);
      return accept(null);
    });
  }
  return sessionCookie("", 0);
}

/** Ends sessions of one account: one of them, or all but one, or all. Answers how many there were. */
export async function endSessions(
  tx: Transaction,
  accountId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  return end(tx, {
    accountId,
    ...(which.only === undefined ? {} : { id: which.only }),
    ...(which.except === undefined ? {} : { NOT: { id: which.except } }),
  });
}

const endByToken = (tx: Transaction, token: string): Promise<number> => end(tx, { tokenHash: hashOfSecret(token) });

async function end(
  tx: Transaction,
  where: { accountId?: string; id?: string; tokenHash?: Uint8Array<ArrayBuffer>; NOT?: { id: string } },
): Promise<number> {
  const ended = await tx.prisma.session.updateManyAndReturn({
    where: { ...where, endedAt: null },
    data: { endedAt: tx.now },
    select: { id: true, accountId: true },
  });
  for (const { id, accountId } of ended) {
    tx.record({ event: "session.ended", subject: { kind: "session", id }, data: { accountId } });
  }
  return ended.length;
}

export type OwnSession = {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The sessions with which an account is signed in now, the last seen first. */
export function liveSessions(accountId: string, now: Date): Promise<OwnSession[]> {
  return rows<OwnSession>(
    `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM sessions
      WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2
        AND last_seen_at > $2::timestamptz - make_interval(hours => ${idleHours})
      ORDER BY last_seen_at DESC, id LIMIT 50`,
    [accountId, now],
  );
}
