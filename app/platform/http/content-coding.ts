/** How a stored body may be sent, best first. */
export const codings = ["br", "gzip", "identity"] as const;
export type Coding = (typeof codings)[number];

/** The best coding that an Accept-Encoding header allows (RFC 9110 §12.5.3); identity when nothing else is left. */
export function preferredCoding(acceptEncoding: string | undefined): Coding {
  if (!acceptEncoding) return "identity";
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, quality === undefined ? 1 : Number.parseFloat(quality.slice(2)) || 0);
  }
  const everythingElse = weights.get("*") ?? 0;
  const allowed = codings.filter((coding) => coding !== "identity" && (weights.get(coding) ?? everythingElse) > 0);
  return allowed[0] ?? "identity";
}

/** Whether an If-None-Match header names this entity tag (weak comparison, RFC 9110 §13.1.2). */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === tag) return true;
  return ifNoneMatch.split(",").some((part) => {
    const named = part.trim();
    return named === "*" || named === tag || named === `W/${tag}`;
  });
}
