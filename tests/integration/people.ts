import type { Actor } from "~/accounts/session.server";
import { rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import type { AccountRow } from "../../prisma/seed/rows";

export const actingAt = (now: Date, actorId: string | null = null): Acting => ({ actorId, requestId: "test", now });

/** An account of the builders as it is signed in. */
export const asActor = ({ id, role, name, email }: AccountRow): Actor => ({
  accountId: id,
  sessionId: id,
  role,
  name,
  email,
  language: "vi",
});

/** A request as a browser with this Set-Cookie answer would send it. */
export function requestWith(setCookie: string, headers: Record<string, string> = {}): Request {
  const cookie = setCookie.split(";")[0] ?? "";
  return new Request("http://localhost/", { headers: { cookie, ...headers } });
}

/** The paths in the mails to somebody, the newest first. */
export async function mailedPaths(recipient: string): Promise<string[]> {
  const mails = await rows<{ text: string }>(
    "SELECT text FROM mails WHERE recipient = $1 ORDER BY created_at DESC, id DESC",
    [recipient],
  );
  return mails.map(({ text }) => new URL(/https?:\S+/.exec(text)?.[0] ?? "http://none/").pathname);
}

/** The secret at the end of a link. */
export const secretOf = (path: string | undefined): string => path?.split("/").at(-1) ?? "";

export const eventsOf = (subjectId: string): Promise<string[]> =>
  rows<{ event: string }>("SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq", [subjectId]).then((found) =>
    found.map(({ event }) => event),
  );
