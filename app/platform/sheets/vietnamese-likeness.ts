const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
// Signs beyond ASCII stay with their word: in a text read by the wrong table they stand for letters.
const words = /[^\s\d!-/:-@[-`{-~–—…“”‘’•]+/gu;
const onset = "(?:b|ch?|[dđ]|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|t[hr]?|v|x)?";
const nucleus =
  "(?:o?a[iouy]?|oă|ă|u?â[uy]?|o?eo?|i?êu?|i[au]?|iêu?|o[io]?|ôi?|ơi?|u[aiouơ]?|uôi?|uê|uy[aêu]?|yêu?|y|ư[aiu]?|ươ[iu]?)";
const syllable = new RegExp(`^${onset}${nucleus}(?:ch?|m|ngh?|nh?|p|t)?$`, "u");

const ascii = /^[\x20-\x7e]*$/;

function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  return (apart.match(tones)?.length ?? 0) <= 1 && syllable.test(apart.replace(tones, "").normalize("NFC"));
}

/**
 * How much more of the text's words with letters beyond ASCII can be Vietnamese syllables than cannot, from -1 to 1;
 * 0 where there are no such words. Bytes read by the wrong table make next to no syllables.
 */
export function vietnameseLikeness(text: string): number {
  let good = 0;
  let all = 0;
  for (const [word] of text.matchAll(words)) {
    if (ascii.test(word)) continue;
    all += 1;
    if (isSyllable(word)) good += 1;
  }
  return all === 0 ? 0 : (2 * good - all) / all;
}
