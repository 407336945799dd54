import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts, type TextPart } from "./text-diff";

const textOf = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join("");
const changed = (parts: readonly TextPart[]) => parts.filter(({ isChanged }) => isChanged).map(({ text }) => text);

describe("two versions of a text", () => {
  it("mark the words that differ and nothing else", () => {
    const { before, after } = compareTexts("Bún Song Thằn gói 500 g", "Bún Song Thằn hộp 500 g");
    expect(changed(before)).toEqual(["gói"]);
    expect(changed(after)).toEqual(["hộp"]);
  });

  it("mark nothing on the side from which nothing was taken", () => {
    const { before, after } = compareTexts("một hai bốn", "một hai ba bốn");
    expect(changed(before)).toEqual([]);
    expect(changed(after)).toEqual(["ba "]);
  });

  it("are wholly different where they share nothing, or one is empty", () => {
    expect(compareTexts("", "mới")).toEqual({ before: [], after: [{ text: "mới", isChanged: true }] });
    expect(changed(compareTexts("cũ", "mới").before)).toEqual(["cũ"]);
    expect(compareTexts("", "")).toEqual({ before: [], after: [] });
  });

  it("keep what is common in the middle too", () => {
    const { before, after } = compareTexts("a x b y c", "d x e y f");
    expect(before.filter(({ isChanged }) => !isChanged).map(({ text }) => text)).toEqual([" x ", " y "]);
    expect(changed(after)).toEqual(["d", "e", "f"]);
  });

  it("of great length are marked as a whole between their common ends", () => {
    const long = (word: string) => `đầu ${Array.from({ length: 700 }, (_, at) => word + at).join(" ")} cuối`;
    const { before, after } = compareTexts(long("a"), long("b"));
    expect(before.map(({ isChanged }) => isChanged)).toEqual([false, true, false]);
    expect(textOf(after)).toBe(long("b"));
  });

  it("are whole again when their parts are put together, and share what is not marked", () => {
    const text = fc.array(fc.constantFrom("bún", "khô", "500", "g", "ngon"), { maxLength: 12 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { before, after } = compareTexts(one, other);
        expect([textOf(before), textOf(after)]).toEqual([one, other]);
        const kept = (parts: readonly TextPart[]) => textOf(parts.filter(({ isChanged }) => !isChanged));
        expect(kept(before)).toBe(kept(after));
      }),
    );
  });
});
