import { describe, expect, test } from "vitest";
import { declarableYears, effectiveDay } from "./size-declaration";

describe("which years may be declared, and from when they hold", () => {
  test("last year comes first, then this year, then the four before", () => {
    expect(declarableYears("2026-11-22")).toEqual([2025, 2026, 2024, 2023, 2022, 2021]);
  });
  test("a year's figures hold from the first of January after it", () => {
    expect(effectiveDay(2024, "2026-11-22")).toBe("2025-01-01");
  });
  test("figures of the current year hold from today", () => {
    expect(effectiveDay(2026, "2026-11-22")).toBe("2026-11-22");
  });
});
