import { permissions } from "~/accounts/access";

const isAccess = (value: unknown): boolean =>
  value === "public" || value === "open" || (typeof value === "string" && Object.hasOwn(permissions, value));

/** What keeps a route module from being let in: no loader, or a loader or an action that declares no access. */
export function accessProblems(file: string, module: Readonly<Record<string, unknown>>): string[] {
  const problem = (name: "loader" | "action") => {
    const part = module[name];
    if (part === undefined)
      return name === "loader" ? [`${file} exports no loader: write one with door("…").load(…)`] : [];
    const access = typeof part === "function" && "access" in part ? part.access : undefined;
    return isAccess(access) ? [] : [`${file} exports a ${name} that declares no access: write it with door("…")`];
  };
  return [...problem("loader"), ...problem("action")];
}
