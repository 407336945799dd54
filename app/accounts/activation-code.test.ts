import fc from "fast-check";
import { expect, test } from "vitest";
import { activationAlphabet, activationAsPrinted, newActivationCode, readActivationCode } from "./activation-code";

test("a code is printed in three groups of four and read back however it is typed", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const code = newActivationCode((below) => (numbers.next().value ?? 0) % below);
      expect(code).toHaveLength(12);
      const printed = activationAsPrinted(code);
      expect(printed).toMatch(/^\w{4}-\w{4}-\w{4}$/);
      expect(readActivationCode(printed)).toBe(code);
      expect(readActivationCode(` ${printed.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
    }),
  );
});

test("no two characters of the alphabet look alike on paper", () => {
  expect(new Set(activationAlphabet).size).toBe(activationAlphabet.length);
  expect(activationAlphabet).not.toMatch(/[0OIL1S5B8Z2]/);
});
