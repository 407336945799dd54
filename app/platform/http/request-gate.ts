import { accept, type Result, refuse } from "../result";

export type GateRefusal = "method-refused" | "url-too-long" | "bad-request" | "not-found";

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Remix answers these outside of any page: an action behind `_data` runs without its origin check, and a manifest costs a second of work. */
const machineParameters = ["_data", "_routes"] as const;
const manifestPath = "/__manifest";

/** Decides by method and address alone whether a request may come near the pages. `maxLength` counts bytes of the whole target. */
export function checkTarget(method: string, target: string, maxLength: number): Result<null, GateRefusal> {
  if (target.length > maxLength) return refuse("url-too-long");
  if (!methods.has(method)) return refuse("method-refused");
  // Also turns away the absolute form (GET http://…) and what a browser would read as another host (//host, /\host).
  if (!target.startsWith("/") || target.startsWith("//") || target.includes("\\")) return refuse("bad-request");
  const queryAt = target.indexOf("?");
  const path = queryAt < 0 ? target : target.slice(0, queryAt);
  if (path.includes("%") && !isDecodable(path)) return refuse("bad-request");
  if (path === manifestPath) return refuse("not-found");
  if (queryAt >= 0) {
    // No text in PostgreSQL can hold it, and no browser puts it into a form.
    if (target.includes("%00", queryAt)) return refuse("bad-request");
    const parameters = new URLSearchParams(target.slice(queryAt));
    if (machineParameters.some((name) => parameters.has(name))) return refuse("not-found");
  }
  return accept(null);
}

function isDecodable(path: string): boolean {
  try {
    return !/[\\\p{Cc}]/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
