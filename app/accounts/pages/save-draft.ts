import { json } from "@remix-run/node";
import { door, notFound } from "~/accounts/door.server";
import { draftableForm } from "~/accounts/draft";
import { saveDraft } from "~/accounts/draft.server";
import { formatClock } from "~/platform/format";

export const loader = door("open").load((): null => {
  throw notFound();
});

/** Where a page's script leaves what has been typed so far; `cho` is the path of the page. Who is not signed in keeps it in the browser. */
export const action = door("open").act(async ({ actor, request, url, now }) => {
  const path = url.searchParams.get("cho") ?? "";
  if (!draftableForm(path)) return json({ at: null }, 400);
  if (!actor) return json({ at: null }, 401);
  const saved = await saveDraft(request, { accountId: actor.accountId, path }, now);
  return saved === "tooMuch" ? json({ at: null }, 413) : json({ at: formatClock(now) });
});
