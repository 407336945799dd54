import { describe, expect, test } from "vitest";
import { closingLine, type Ran, readCount, summarise } from "./summary";

const vitest = (more: object) =>
  JSON.stringify({
    numTotalTests: 3,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    success: true,
    ...more,
  });
const playwright = (more: object, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...more }, errors });

const line = async (results: Record<string, string>, ...ran: Ran[]) => {
  const read = async (name: string) => results[name] ?? Promise.reject(new Error("no file"));
  return closingLine(await summarise(ran, read));
};

describe("the closing line", () => {
  test("adds up all runners", async () => {
    const results = { unit: vitest({}), e2e: playwright({}) };
    expect(await line(results, { name: "unit", status: 0 }, { name: "e2e", status: 0 })).toBe("5 passed, 0 failed");
  });

  test("names skipped tests only where there are some", async () => {
    expect(await line({ unit: vitest({ numPendingTests: 1 }) }, { name: "unit", status: 0 })).toBe(
      "3 passed, 0 failed, 1 skipped",
    );
  });

  test("a runner that crashed without results is a failure", async () => {
    expect(await line({}, { name: "unit", status: null })).toBe("0 passed, 1 failed");
  });

  test("a runner that passed every test and yet ended badly is a failure", async () => {
    expect(await line({ unit: vitest({}) }, { name: "unit", status: 1 })).toBe("3 passed, 1 failed");
  });

  test("half a results file is a failure", async () => {
    expect(await line({ unit: vitest({}).slice(0, 20) }, { name: "unit", status: 0 })).toBe("0 passed, 1 failed");
  });

  test("a test file that does not load is a failure", () => {
    expect(readCount(vitest({ numPassedTests: 0, success: false })).failed).toBe(1);
  });

  test("a journey that passed only when tried again is a failure, and so is an error outside the journeys", () => {
    expect(readCount(playwright({ flaky: 1 })).failed).toBe(1);
    expect(readCount(playwright({}, [{ message: "setup" }])).failed).toBe(1);
  });
});
