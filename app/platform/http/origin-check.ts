import { accept, type Result, refuse } from "../result";

export interface RequestSource {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
}

export type OriginRefusal = "cross-site" | "foreign-origin" | "origin-missing";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
const ownSites: ReadonlySet<string> = new Set(["same-origin", "none"]);

/**
 * Decides whether a request may change anything: every statement the browser makes about where it comes from must name
 * this portal, and a request that makes none is refused. The opaque origin `null` is foreign.
 */
export function checkOrigin(source: RequestSource, ownOrigins: ReadonlySet<string>): Result<null, OriginRefusal> {
  if (safeMethods.has(source.method)) return accept(null);
  const { secFetchSite, origin } = source;
  if (secFetchSite !== undefined && !ownSites.has(secFetchSite)) return refuse("cross-site");
  if (origin !== undefined && !ownOrigins.has(origin)) return refuse("foreign-origin");
  if (secFetchSite === undefined && origin === undefined) return refuse("origin-missing");
  return accept(null);
}
