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

/** Dice's coefficient of the letter pairs of two texts, from 0 to 1: bears a slip of the finger. */
function sharedPairs(a: string, b: string): number {
  const left = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b)) shared += Math.min(count, left.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

/** What stands in brackets explains a title: "Giá bán (đồng)". */
const withoutBrackets = (text: string): string => text.replace(/[([][^)\]]*[)\]]/g, " ");

/** From here on a title is taken for the field that the alias names. */
export const likelyTitle = 60;

/**
 * How surely a column's title means what the alias names, from 0 to 100, whatever the accents, case and punctuation: 100
 * the same words, 95 but for what stands in brackets, 62–90 every word of the alias among others, 60 but for a typing slip.
 */
export function titleLikeness(title: string, alias: string): number {
  const meant = plainWords(alias);
  const whole = plainWords(title);
  if (meant.length === 0 || whole.length === 0) return 0;
  if (whole.join("") === meant.join("")) return 100;
  if (plainWords(withoutBrackets(title)).join("") === meant.join("")) return 95;
  if (meant.every((word) => whole.includes(word))) return Math.round(60 + (30 * meant.length) / whole.length);
  const close = whole.join("").length > 3 && sharedPairs(whole.join(""), meant.join("")) >= 0.75;
  return close ? likelyTitle : 0;
}

/** The best that any of the aliases reaches. */
export const bestLikeness = (title: string, aliases: readonly string[]): number =>
  Math.max(0, ...aliases.map((alias) => titleLikeness(title, alias)));
