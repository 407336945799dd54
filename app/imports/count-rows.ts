import type { RowStatus } from "./import-workflow";

/** How many rows have each status. */
export function countRows<S extends RowStatus>(
  rows: readonly { status: RowStatus }[],
  statuses: readonly S[],
): Record<S, number> {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<S, number>;
  for (const { status } of rows) if (statuses.includes(status as S)) counts[status as S] += 1;
  return counts;
}

/** The items in groups of at most `size`, as they come. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
