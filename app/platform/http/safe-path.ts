/**
 * The one check for every place a form or a link may send someone to: a path on this site. Refuses what browsers read as
 * another host (`//host`, `/\host`, control characters between) and anything absolute.
 */
export function isSafePath(text: unknown): text is string {
  return (
    typeof text === "string" &&
    text.length <= 1000 &&
    text.startsWith("/") &&
    !text.startsWith("//") &&
    !/[\\\p{Cc}\s]/u.test(text)
  );
}

export const safePath = (text: unknown, otherwise: string): string => (isSafePath(text) ? text : otherwise);
