import { fold } from "../vietnamese-text";

const plainWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** A title as it is compared; made once, however many others it is held against. */
export interface ReadTitle {
  words: readonly string[];
  joined: string;
  /** The same without what stands in brackets, which explains a title: "Giá bán (đồng)". */
  bare: string;
  pairs: ReadonlyMap<string, number>;
}

export function readTitle(text: string): ReadTitle {
  const words = plainWords(text);
  const joined = words.join("");
  const bare = plainWords(text.replace(/[([][^)\]]*[)\]]/g, " ")).join("");
  return { words, joined, bare, pairs: pairs(joined) };
}

/** Dice's coefficient of the letter pairs of two texts, from 0 to 1: bears a slip of the finger. */
function sharedPairs(a: ReadTitle, b: ReadTitle): number {
  let shared = 0;
  for (const [pair, count] of b.pairs) shared += Math.min(count, a.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.joined.length + b.joined.length - 2);
}

/** From here on a title is taken for the field that the alias names. */
export const likelyTitle = 60;

/**
 * How surely a column's title means what the alias names, from 0 to 100, whatever the accents, case and punctuation: 100
 * the same words, 95 but for what stands in brackets, 62–90 every word of the alias among others, 60 but for a typing slip.
 */
export function titleLikeness(title: ReadTitle, alias: ReadTitle): number {
  const [meant, whole] = [alias.words, title.words];
  if (meant.length === 0 || whole.length === 0) return 0;
  if (title.joined === alias.joined) return 100;
  if (title.bare === alias.joined) return 95;
  if (meant.every((word) => whole.includes(word))) return Math.round(60 + (30 * meant.length) / whole.length);
  return title.joined.length > 3 && sharedPairs(title, alias) >= 0.75 ? likelyTitle : 0;
}

/** The best that any of the aliases reaches. */
export const bestLikeness = (title: ReadTitle, aliases: readonly ReadTitle[]): number =>
  Math.max(0, ...aliases.map((alias) => titleLikeness(title, alias)));
