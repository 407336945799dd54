/** What was typed, kept in this browser while the portal cannot take it. */
export interface DraftCopy {
  fields: [name: string, value: string][];
  /** Milliseconds since 1970. */
  at: number;
  /** The form was sent with it: it is needed again only if the sending came to nothing. */
  sent: boolean;
}

const prefix = "luu-tam:";
// How the upload library calls its notes of unfinished uploads, which hold the names of files.
const uploadPrefix = "tus::";
const longestMilliseconds = 7 * 24 * 60 * 60 * 1000;

const nameOf = (account: string, path: string) => `${prefix}${account}:${path}`;

function namesWith(start: string): string[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
  return names.filter((name) => name.startsWith(start));
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

/** Removes the copies of forms that have arrived since, or have grown old. */
export function dropSettledCopies(): void {
  for (const name of namesWith(prefix)) {
    const copy = read(name);
    if (!copy || copy.sent || Date.now() - copy.at > longestMilliseconds) localStorage.removeItem(name);
  }
}

/** Leaves nothing of what was typed or sent to the next person at this browser. */
export function dropEverything(): void {
  for (const name of [...namesWith(prefix), ...namesWith(uploadPrefix)]) localStorage.removeItem(name);
}
