import { expect, test } from "vitest";
import { readDay } from "~/platform/sheets/read-cell";
import { readAs, readWords } from "./read-field";

test("a field takes the platform's reading, its refusal by the name it has in the platform's catalogue", () => {
  expect(readAs(readDay)("25/12/2025")).toEqual({ ok: true, value: "2025-12-25" });
  expect(readAs(readDay)("12/25/2025")).toMatchObject({ ok: false, code: "platform:cell.dayImpossible" });
});

test("words are refused beyond what the field holds, and an empty cell says nothing", () => {
  const read = readWords(3, "products:name.tooLong");
  expect(read("Nem")).toEqual({ ok: true, value: "Nem" });
  expect(read("Tré rơm")).toEqual({ ok: false, code: "products:name.tooLong" });
  expect(read(" ")).toEqual({ ok: true, value: null });
  expect(read("#REF!")).toEqual({ ok: false, code: "platform:cell.error" });
});
