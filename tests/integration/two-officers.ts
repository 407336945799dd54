import type { Actor } from "~/accounts/session.server";
import { decideRevocation } from "~/certification/decide-revocation.server";
import { proposeRevocation } from "~/certification/propose-revocation.server";
import type { Day } from "~/platform/day";
import type { Acting } from "~/platform/db/transaction.server";
import { claimReview } from "~/reviews/claim-review.server";

/** Has a certificate revoked as it is done: one officer proposes it, another takes the review and confirms. */
export async function revokeCertificate(
  { certificateId, version = 1, effectiveOn }: { certificateId: string; version?: number; effectiveOn: Day },
  [first, second]: readonly [Actor, Actor],
  now: Date,
): Promise<string> {
  const acting = ({ accountId }: Actor): Acting => ({ actorId: accountId, requestId: "test", now });
  const id = crypto.randomUUID();
  const proposal = { id, certificateId, version, effectiveOn, reason: "conditions-lost", explanation: "Thử" } as const;
  const steps = [
    await proposeRevocation({ ...proposal, document: undefined }, first, acting(first)),
    await claimReview({ kind: "revocation", id }, second, acting(second)),
    await decideRevocation(
      { id, version: 1, decision: { decision: "confirm", note: "", reasons: [] } },
      second,
      acting(second),
    ),
  ];
  for (const step of steps) if (!step.ok) throw new Error(step.code);
  return id;
}
