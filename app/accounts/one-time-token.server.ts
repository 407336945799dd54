import { row } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { hashOfSecret, newSecret } from "~/platform/http/secret.server";
import type { Role } from "./access";

const hour = 3_600_000;

/** How long each kind of one-time link works, in milliseconds. */
const lifetimes = {
  "confirm-email": 3 * 24 * hour,
  "reset-password": hour,
  invitation: 7 * 24 * hour,
  "set-up": 24 * hour,
  "change-email": 24 * hour,
  activation: 14 * 24 * hour,
} as const;

export type Purpose = keyof typeof lifetimes;

export interface NewToken {
  id?: string;
  purpose: Purpose;
  accountId?: string;
  email?: string;
  phone?: string;
  role?: Role;
  areaIds?: string[];
  enterpriseId?: string;
  createdById?: string;
}

/** What a link stands for, as far as its page and its use case need it. */
export interface OneTimeToken {
  id: string;
  accountId: string | null;
  email: string | null;
  phone: string | null;
  role: string | null;
  areaIds: string[];
  enterpriseId: string | null;
}

/** Until when a link of this kind works that is made now. */
export const tokenEnd = (purpose: Purpose, now: Date): Date => new Date(now.getTime() + lifetimes[purpose]);

/** Makes a link's secret; only its hash is kept. */
export async function issueToken(tx: Transaction, token: NewToken, secret = newSecret()): Promise<string> {
  await tx.prisma.oneTimeToken.create({
    data: {
      ...token,
      tokenHash: hashOfSecret(secret),
      createdAt: tx.now,
      expiresAt: tokenEnd(token.purpose, tx.now),
    },
  });
  return secret;
}

/** Looks at a link without using it up; undefined when it is unknown, used, withdrawn or too old. */
export function findToken(purpose: Purpose, secret: string, now: Date): Promise<OneTimeToken | undefined> {
  return row<OneTimeToken>(
    `SELECT id, account_id AS "accountId", email, phone, role, area_ids AS "areaIds", enterprise_id AS "enterpriseId" FROM one_time_tokens
      WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
    [hashOfSecret(secret), purpose, now],
  );
}

/** Uses a link up: of two that try at once, one gets it. */
export async function redeemToken(
  tx: Transaction,
  purpose: Purpose,
  secret: string,
): Promise<OneTimeToken | undefined> {
  const [token] = await tx.prisma.oneTimeToken.updateManyAndReturn({
    where: { tokenHash: hashOfSecret(secret), purpose, usedAt: null, expiresAt: { gt: tx.now } },
    data: { usedAt: tx.now },
    select: { id: true, accountId: true, email: true, phone: true, role: true, areaIds: true, enterpriseId: true },
  });
  return token;
}

/** Makes every open link of this kind useless, for one account or (without one) for all. */
export async function voidTokens(tx: Transaction, purpose: Purpose, accountId?: string): Promise<void> {
  await tx.prisma.oneTimeToken.updateMany({
    where: { purpose, usedAt: null, ...(accountId === undefined ? {} : { accountId }) },
    data: { usedAt: tx.now },
  });
}
