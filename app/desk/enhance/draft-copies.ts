/** What was typed, kept in this browser while the portal cannot take it. */
export interface DraftCopy {
  fields: [name: string, value: string][];
  /** Milliseconds since 1970. */
  at: number;
  /** The form was sent with it: it is needed again only if the sending came to nothing. */
  sent: boolean;
}

const prefix = "luu-tam:";
const longestMilliseconds = 7 * 24 * 60 * 60 * 1000;

const nameOf = (account: string, path: string) => `${prefix}${account}:${path}`;

function names(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "").filter((name) =>
    name.startsWith(prefix),
  );
}

function read(name: string): DraftCopy | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

export const findCopy = (account: string, path: string): DraftCopy | undefined => read(nameOf(account, path));

export function keepCopy(account: string, path: string, copy: DraftCopy): void {
  try {
    localStorage.setItem(nameOf(account, path), JSON.stringify(copy));
  } catch {
    // A full or forbidden store: what is on the page is then all there is.
  }
}

export const dropCopy = (account: string, path: string): void => localStorage.removeItem(nameOf(account, path));

/** Removes the copies that are no longer wanted: all when signing out, else those that arrived or have grown old. */
export function dropCopies(which: "all" | "settled"): void {
  for (const name of names()) {
    const copy = read(name);
    const isSettled = !copy || copy.sent || Date.now() - copy.at > longestMilliseconds;
    if (which === "all" || isSettled) localStorage.removeItem(name);
  }
}
