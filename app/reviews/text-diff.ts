/** A stretch of a text that is in both versions, or in one of them only. */
export interface TextPart {
  text: string;
  isChanged: boolean;
}

// Beyond this many words in all that differ, comparing word by word costs more than it shows.
const mostWords = 1200;

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** Two versions of a text, each in parts: what the other has too, and what is its own. The parts together are the text. */
export function compareTexts(before: string, after: string): { before: TextPart[]; after: TextPart[] } {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const start = sharedLength(old, next);
  const end = sharedLength(old.slice(start).reverse(), next.slice(start).reverse());
  const middles = [old.slice(start, old.length - end), next.slice(start, next.length - end)] as const;
  const kept = middles[0].length + middles[1].length > mostWords ? [] : commonWords(...middles);
  const edges = { head: old.slice(0, start), tail: old.slice(old.length - end) };
  return { before: partsOf(middles[0], kept, 0, edges), after: partsOf(middles[1], kept, 1, edges) };
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** The places, in the one and in the other, of a longest run of words that both have in the same order. */
function commonWords(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number): number => Number(lengths[i * width + j]);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      places.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return places;
}

function partsOf(
  words: readonly string[],
  kept: readonly (readonly [number, number])[],
  side: 0 | 1,
  { head, tail }: { head: readonly string[]; tail: readonly string[] },
): TextPart[] {
  const same = new Set(kept.map((pair) => pair[side]));
  const all = [
    ...head.map((text) => ({ text, isChanged: false })),
    ...words.map((text, index) => ({ text, isChanged: !same.has(index) })),
    ...tail.map((text) => ({ text, isChanged: false })),
  ];
  const parts: TextPart[] = [];
  for (const { text, isChanged } of all) {
    const last = parts.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else parts.push({ text, isChanged });
  }
  return parts;
}
