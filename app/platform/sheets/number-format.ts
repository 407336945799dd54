// ECMA-376 part 1, 18.8.30, and its East Asian day formats; 18–21 and 45–47 show a time of day only.
const builtInDays: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Quoted text, escaped, padding and filling characters, and colours or locales in brackets: nothing that shows a value. */
const dressing = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** Whether a number in this format is shown as a calendar day. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDays.has(formatId);
  const [positive = ""] = code.replace(dressing, "").split(";");
  return /[dy]/i.test(positive) && !/general/i.test(positive);
}
