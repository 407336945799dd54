import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareReads } from "./data-version.server";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("reading the data version together", () => {
  it("a question during a read is not answered by that read but by the next one", async () => {
    let committed = 1;
    const releases: (() => void)[] = [];
    const ask = shareReads(async () => {
      const seen = committed;
      await new Promise<void>((resolve) => releases.push(resolve));
      return seen;
    });
    const first = ask();
    while (releases.length < 1) await turn();
    committed = 2;
    const second = ask();
    releases.shift()?.();
    while (releases.length < 1) await turn();
    releases.shift()?.();
    expect([await first, await second]).toEqual([1, 2]);
  });

  it("a thousand questions of one moment cost one read", async () => {
    let reads = 0;
    const ask = shareReads(async () => {
      reads += 1;
      return reads;
    });
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask()));
    expect(new Set(answers)).toEqual(new Set([1]));
    expect(reads).toBe(1);
  });

  it("a read that fails fails only those who waited for it", async () => {
    let reads = 0;
    const ask = shareReads(async () => {
      reads += 1;
      if (reads === 1) throw new Error("database away");
      return reads;
    });
    await expect(ask()).rejects.toThrow("database away");
    await expect(ask()).resolves.toBe(2);
  });

  it("whatever the order of commits and questions, no answer is older than its question, and reads never overlap", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (s, steps) => {
        let committed = 0;
        let running = 0;
        let overlapped = false;
        let reads = 0;
        const ask = shareReads(async () => {
          reads += 1;
          running += 1;
          overlapped ||= running > 1;
          const seen = committed;
          await s.schedule(Promise.resolve(), "database answers");
          running -= 1;
          return seen;
        });
        const questions: Promise<void>[] = [];
        const script = s.scheduleSequence(
          steps.map((isQuestion) => async () => {
            if (!isQuestion) {
              committed += 1;
              return;
            }
            const atQuestion = committed;
            questions.push(ask().then((answer) => expect(answer).toBeGreaterThanOrEqual(atQuestion)));
            await turn();
          }),
        );
        let settled = false;
        const all = script.task
          .then(() => Promise.all(questions))
          .finally(() => {
            settled = true;
          });
        while (!settled) {
          if (s.count() > 0) await s.waitOne();
          await turn();
        }
        await all;
        expect(overlapped).toBe(false);
        expect(reads).toBeLessThanOrEqual(questions.length);
      }),
      { numRuns: 60 },
    );
  });
});
