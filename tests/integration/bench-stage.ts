import type { Actor } from "~/accounts/session.server";
import { pool, row } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import {
  buildAccount,
  buildCertificate,
  buildEnterprise,
  buildMembership,
  buildReview,
  instantOn,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import type { ReviewRow } from "../../prisma/seed/rows";
import { asActor } from "./people";

/** The instant at which tests of the bench play: a Monday morning. */
export const benchNow = instantOn("2026-03-02", 10);

export const acting = (actor: Actor, now = benchNow): Acting => ({ actorId: actor.accountId, requestId: "test", now });

/** Officers with the accounts that they act as, from number `from` on. */
export async function addOfficers(from: number, count: number): Promise<Actor[]> {
  const accounts = Array.from({ length: count }, (_, index) => buildAccount(from + index, { role: "officer" }));
  await insertRows(pool(), "accounts", accounts);
  return accounts.map(asActor);
}

/** An enterprise with its owner. */
export async function addOwned(n: number): Promise<{ owner: Actor; enterpriseId: string }> {
  const account = buildAccount(n);
  const enterprise = buildEnterprise(n);
  await insertRows(pool(), "accounts", [account]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(account.id, enterprise.id)]);
  return { owner: asActor(account), enterpriseId: enterprise.id };
}

/** Submitted certificates of an enterprise with a waiting review each, from number `from` on; gives the reviews. */
export async function addWaiting(
  from: number,
  count: number,
  enterpriseId: string,
  more: Partial<ReviewRow> = {},
): Promise<ReviewRow[]> {
  const certificates = Array.from({ length: count }, (_, index) =>
    buildCertificate(from + index, { enterpriseId, status: "submitted", issuedOn: "2025-01-10" }),
  );
  await insertRows(pool(), "certificates", certificates);
  const reviews = certificates.map(({ id, number, schemeId }, index) =>
    buildReview(from + index, {
      subjectKind: "certificate",
      subjectId: id,
      enterpriseId,
      label: number,
      schemeId,
      openedAt: new Date(benchNow.getTime() - (count - index) * 3_600_000),
      ...more,
    }),
  );
  await insertRows(pool(), "reviews", reviews);
  return reviews;
}

export interface ReviewState {
  status: string;
  claimedById: string | null;
  decidedById: string | null;
  decision: string | null;
}

export const reviewState = (id: string): Promise<ReviewState | undefined> =>
  row<{ status: string; claimedById: string | null; decidedById: string | null; decision: string | null }>(
    `SELECT status, claimed_by_id AS "claimedById", decided_by_id AS "decidedById", decision FROM reviews WHERE id = $1`,
    [id],
  );
