import { readFile } from "node:fs/promises";
import path from "node:path";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** A runner of tests, by the name of its results file, and how its process ended. */
export interface Ran {
  name: string;
  status: number | null;
}

export const resultsFolder = path.resolve(".cache/test-results");
export const resultsFile = (name: string): string => path.join(resultsFolder, `${name}.json`);

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** The counts in a results file of Vitest or Playwright; throws for a file that is neither. */
export function readCount(json: string): Count {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== "object" || parsed === null) throw new TypeError("no results");
  const results = parsed as Record<string, unknown>;
  if ("numTotalTests" in results) {
    return {
      passed: number(results.numPassedTests),
      // A file that does not load holds no test, yet fails.
      failed: number(results.numFailedTests) || (results.success === true ? 0 : 1),
      skipped: number(results.numPendingTests) + number(results.numTodoTests),
    };
  }
  const stats = results.stats as Record<string, unknown> | undefined;
  if (stats === undefined) throw new TypeError("no results");
  const errors = Array.isArray(results.errors) ? results.errors.length : 0;
  return {
    passed: number(stats.expected),
    // A journey that passes only when tried again has failed.
    failed: number(stats.unexpected) + number(stats.flaky) + (errors > 0 ? 1 : 0),
    skipped: number(stats.skipped),
  };
}

/** All runners together; one that crashed, or left no results, counts as a failed test. */
export async function summarise(runners: readonly Ran[], read = readResults): Promise<Count> {
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, status } of runners) {
    const count = await read(name)
      .then(readCount)
      .catch(() => undefined);
    total.passed += count?.passed ?? 0;
    total.skipped += count?.skipped ?? 0;
    total.failed += count?.failed || (count && status === 0 ? 0 : 1);
  }
  return total;
}

const readResults = (name: string): Promise<string> => readFile(resultsFile(name), "utf8");

/** "3 passed, 0 failed", with what was skipped where something was. */
export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
