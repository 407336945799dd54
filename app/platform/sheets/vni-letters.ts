/**
 * VNI-Windows (VNI Software Company, the fonts named VNI-…) writes a letter as its base and a mark that follows it, both
 * as characters of Windows-1252. The marks below are those after a lower-case base; a capital has the capital mark.
 */
const marks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: {
    ù: "á",
    ø: "à",
    û: "ả",
    õ: "ã",
    ï: "ạ",
    ê: "ă",
    é: "ắ",
    è: "ằ",
    ú: "ẳ",
    ü: "ẵ",
    ë: "ặ",
    â: "â",
    á: "ấ",
    à: "ầ",
    å: "ẩ",
    ã: "ẫ",
    ä: "ậ",
  },
  e: { ù: "é", ø: "è", û: "ẻ", õ: "ẽ", ï: "ẹ", â: "ê", á: "ế", à: "ề", å: "ể", ã: "ễ", ä: "ệ" },
  o: { ù: "ó", ø: "ò", û: "ỏ", õ: "õ", ï: "ọ", â: "ô", á: "ố", à: "ồ", å: "ổ", ã: "ỗ", ä: "ộ" },
  ô: { ù: "ớ", ø: "ờ", û: "ở", õ: "ỡ", ï: "ợ" },
  u: { ù: "ú", ø: "ù", û: "ủ", õ: "ũ", ï: "ụ" },
  ö: { ù: "ứ", ø: "ừ", û: "ử", õ: "ữ", ï: "ự" },
  y: { ù: "ý", ø: "ỳ", û: "ỷ", õ: "ỹ" },
};

const alone: Readonly<Record<string, string>> = {
  ô: "ơ",
  ö: "ư",
  ñ: "đ",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
  // Written alike in both; named so that the table holds every Vietnamese letter.
  í: "í",
  ì: "ì",
};

/** Each VNI letter, as Windows-1252 shows it, with the letter it means; capitals with capital or small marks. */
export const vniLetters: ReadonlyMap<string, string> = new Map([
  ...Object.entries(marks).flatMap(([base, after]) =>
    Object.entries(after).flatMap(([mark, letter]) => [
      [base + mark, letter] as const,
      [base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase()] as const,
      [base.toUpperCase() + mark, letter.toUpperCase()] as const,
    ]),
  ),
  ...Object.entries(alone).flatMap(([written, letter]) => [
    [written, letter] as const,
    [written.toUpperCase(), letter.toUpperCase()] as const,
  ]),
]);
