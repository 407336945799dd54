import { row } from "~/platform/db/client.server";
import { typedValues } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";

export const keptHours = 24;

/**
 * Keeps what was typed in a form whose session had run out, for the same account and page. Files are not kept: a browser
 * does not let a form be filled with them again. Fields whose name begins with `password` are never kept.
 */
export async function holdForm(request: Request, accountId: string, path: string, now: Date): Promise<void> {
  const received = await readForm(request);
  try {
    const values = typedValues(received.form);
    if (Object.keys(values).length === 0) return;
    await row("DELETE FROM held_forms WHERE account_id = $1 AND path = $2", [accountId, path]);
    await row(
      "INSERT INTO held_forms (id, account_id, path, fields, created_at) VALUES (gen_random_uuid(), $1, $2, $3, $4)",
      [accountId, path, JSON.stringify(values), now],
    );
  } finally {
    await received.dispose();
  }
}

/** Hands back, once, what an account had typed on a page when its session ran out; undefined when there is nothing. */
export async function takeHeldForm(
  accountId: string,
  path: string,
  now: Date,
): Promise<Record<string, string[]> | undefined> {
  const held = await row<{ fields: Record<string, string[]> }>(
    `DELETE FROM held_forms WHERE account_id = $1 AND path = $2 AND created_at > $3::timestamptz - make_interval(hours => ${keptHours})
      RETURNING fields`,
    [accountId, path, now],
  );
  return held?.fields;
}
