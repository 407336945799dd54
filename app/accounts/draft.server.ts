import { row, rows } from "~/platform/db/client.server";
import { typedValues } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/page-form";
import { readForm } from "~/platform/http/read-form.server";
import {
  type DraftableForm,
  type DraftFields,
  draftableForm,
  draftFields,
  draftLimits,
  draftName,
  isStaleDraft,
} from "./draft";

/** Whose page this is: a draft belongs to one account and one path. */
export interface DraftPlace {
  accountId: string;
  path: string;
}

const heldHours = 24;

/** Keeps what was typed in a form, in place of what was kept of it before. Files and secrets never are. */
export async function saveDraft(
  request: Request,
  { accountId, path }: DraftPlace,
  now: Date,
): Promise<"saved" | "nothing" | "tooMuch"> {
  const received = await readForm(request);
  await received.dispose();
  const fields = received.problems.some(({ code }) => code === "form.tooLarge")
    ? undefined
    : draftFields(typedValues(received.form));
  if (!fields) return "tooMuch";
  if (Object.keys(fields).length === 0) return "nothing";
  await row(
    `INSERT INTO form_drafts (account_id, path, fields, saved_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (account_id, path) DO UPDATE SET fields = EXCLUDED.fields, saved_at = EXCLUDED.saved_at`,
    [accountId, path, JSON.stringify(fields), now],
  );
  await row(
    `DELETE FROM form_drafts WHERE account_id = $1 AND path IN
      (SELECT path FROM form_drafts WHERE account_id = $1 ORDER BY saved_at DESC, path OFFSET ${draftLimits.count})`,
    [accountId],
  );
  return "saved";
}

/** A form that is kept while it is filled in, as its page shows it. */
export interface PageDraft extends DraftPlace {
  /** When it was kept last; null while nothing is kept. */
  savedAt: Date | null;
  /** Whether the record has changed since. */
  isStale: boolean;
  /** What was typed; null while nothing is kept. */
  state: FormState | null;
}

/**
 * What an account has typed so far on a page. A draft made from an older version of the record is marked stale and takes
 * the current version, so that sending it is a decision of who has read that.
 */
export async function findDraft(place: DraftPlace, now: Date, currentVersion?: number): Promise<PageDraft> {
  const kept = await row<{ fields: DraftFields; savedAt: Date }>(
    `SELECT fields, saved_at AS "savedAt" FROM form_drafts
      WHERE account_id = $1 AND path = $2 AND saved_at > $3::timestamptz - make_interval(days => ${draftLimits.days})`,
    [place.accountId, place.path, now],
  );
  if (!kept) return { ...place, savedAt: null, isStale: false, state: null };
  const isStale = isStaleDraft(kept.fields, currentVersion);
  const values = { ...kept.fields, ...(isStale && { version: [String(currentVersion)] }) };
  return { ...place, savedAt: kept.savedAt, isStale, state: { values, errors: {} } };
}

/** Hands back, once, what an account had typed on a page when its session ran out; undefined when there is nothing. */
export async function takeDraft({ accountId, path }: DraftPlace, now: Date): Promise<DraftFields | undefined> {
  const taken = await row<{ fields: DraftFields }>(
    `DELETE FROM form_drafts WHERE account_id = $1 AND path = $2 AND saved_at > $3::timestamptz - make_interval(hours => ${heldHours})
      RETURNING fields`,
    [accountId, path, now],
  );
  return taken?.fields;
}

export async function dropDraft({ accountId, path }: DraftPlace): Promise<void> {
  await row("DELETE FROM form_drafts WHERE account_id = $1 AND path = $2", [accountId, path]);
}

/** A draft in the list of those that wait for their owner. */
export interface WaitingDraft {
  form: DraftableForm;
  /** The name or number typed so far. */
  name: string | null;
  path: string;
  savedAt: Date;
}

/** The forms that an account began and has not sent yet, the latest first. */
export async function listDrafts(accountId: string, now: Date): Promise<WaitingDraft[]> {
  const kept = await rows<{ path: string; fields: DraftFields; savedAt: Date }>(
    `SELECT path, fields, saved_at AS "savedAt" FROM form_drafts
      WHERE account_id = $1 AND saved_at > $2::timestamptz - make_interval(days => ${draftLimits.days})
      ORDER BY saved_at DESC, path LIMIT ${draftLimits.count}`,
    [accountId, now],
  );
  return kept.flatMap(({ path, fields, savedAt }) => {
    const form = draftableForm(path);
    return form ? [{ form, name: draftName(fields), path, savedAt }] : [];
  });
}
