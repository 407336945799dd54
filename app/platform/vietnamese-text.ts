/** The text as one searches for it: lower case, no diacritics, đ as d, single spaces; the same for composed and decomposed input. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/đ/g, "d")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The text as it is stored: composed (NFC), lines ended by LF, without what neither PostgreSQL nor XML can carry
 * (control characters but LF and TAB, lone surrogates, U+FFFE and U+FFFF), trimmed.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\p{Cs}\u{FFFE}\u{FFFF}]/gu, "")
    .normalize("NFC")
    .trim();
}
