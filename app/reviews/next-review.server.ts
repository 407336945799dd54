import type { Actor } from "~/accounts/session.server";
import type { Acting } from "~/platform/db/transaction.server";
import { queueAskedBy, queueQuery, readQueueAddress, reviewPath } from "./queue-address";
import { takeNextReview } from "./take-next-review.server";

/**
 * Takes the next free review of the queue that `query` describes and tells where it is examined, or else the queue's own
 * address, which then says that nothing is left. `done` is what was done just before, to be said on arrival.
 */
export async function pathToNextReview(
  { query, done }: { query: string; done?: string | undefined },
  actor: Actor,
  acting: Acting,
): Promise<string> {
  const asked = new URLSearchParams(query);
  const address = readQueueAddress((name) => asked.get(name));
  const kept = queueQuery(address);
  const taken = await takeNextReview(queueAskedBy(address, actor.accountId), actor, acting);
  const path = taken.ok ? reviewPath(taken.value.kind, taken.value.subjectId, kept) : queuePath(kept, { het: "1" });
  return done === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}da=${done}`;
}

/** The queue's address with its filter and what it should say; never the bare one, which opens the officer's own view. */
export function queuePath(query: string, more: Record<string, string> = {}): string {
  const address = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) address.set(name, value);
  return `/tham-dinh?${address.size > 0 ? address : "xem=tat-ca"}`;
}

/** Where an officer goes from a decided review: on to the next one if they wish, else back to the queue they came from. */
export async function pathAfterDecision(
  { url, wantsNext, done }: { url: URL; wantsNext: boolean; done: string },
  actor: Actor,
  acting: Acting,
): Promise<string> {
  const query = url.searchParams.get("hang") ?? "";
  if (wantsNext) return pathToNextReview({ query, done }, actor, acting);
  const asked = new URLSearchParams(query);
  return queuePath(queueQuery(readQueueAddress((name) => asked.get(name))), { da: done });
}
