import { expect, test } from "vitest";
import { turns } from "./turns";

test("no more than so many pieces of work run at once, and a failing one gives its place back", async () => {
  const inTurn = turns(2);
  let running = 0;
  let most = 0;
  const finished: number[] = [];
  const work = [0, 1, 2, 3, 4, 5].map((number) =>
    inTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (number === 1) throw new Error("broken");
      finished.push(number);
    }),
  );
  const outcomes = await Promise.allSettled(work);
  expect(most).toBe(2);
  expect(finished).toEqual([0, 2, 3, 4, 5]);
  expect(outcomes[1]?.status).toBe("rejected");
});
