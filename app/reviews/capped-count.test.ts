import { expect, test } from "vitest";
import { countWords, mostCounted } from "./capped-count";

test("a queue is counted to the last one up to a thousand, and said to be longer beyond", () => {
  expect(countWords(0, "vi")).toBe("0");
  expect(countWords(mostCounted, "vi")).toBe("1.000");
  expect(countWords(mostCounted + 1, "vi")).toBe("1.000+");
  expect(countWords(mostCounted + 1, "en")).toBe("1,000+");
});
