import { setImmediate as endOfTurn } from "node:timers/promises";

/**
 * Shares one read among all who wait for it, and still answers each only by a read that started after they asked: what
 * was committed before the question is in the answer. Reads never overlap, so thousands of questions cost one read at a time.
 */
export function shareReads<T>(read: () => Promise<T>): () => Promise<T> {
  let previous: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;

  const start = async (after: Promise<unknown>): Promise<T> => {
    await after;
    // Requests that arrive in the same turn of the event loop join before the door closes.
    await endOfTurn();
    next = undefined;
    return read();
  };

  return () => {
    if (next === undefined) {
      next = start(previous);
      previous = next.catch(() => {});
    }
    return next;
  };
}
