import type { z } from "zod";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { parseForm, type Submitted } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";

/** Reads a form that may bring one paper as `paper`; the upload is gone from the incoming room when this returns, unless it was sent ahead and the form must be corrected. */
export async function readPaperForm<S extends z.ZodType>(
  request: Request,
  accountId: string,
  schema: S,
  language: Language,
): Promise<{
  submitted: Submitted<z.output<S>>;
  paper: PreparedFile | undefined;
  problems: Record<string, string[]>;
}> {
  const received = await readForm(request, { maxFiles: 1, resumedFor: accountId });
  let spare: "resumed" | undefined;
  try {
    const problems = Object.fromEntries(received.problems.map(({ field, code }) => [field, [`platform:${code}`]]));
    const upload = received.uploads.find(({ field }) => field === "paper");
    const accepted = upload && (await acceptScan(upload));
    if (accepted && !accepted.ok) problems.paper = [`platform:${accepted.code}`];
    const submitted = parseForm(received.form, schema, language);
    if (!submitted.value && !problems.paper) spare = "resumed";
    return {
      submitted,
      paper: accepted?.ok ? accepted.value : undefined,
      problems,
    };
  } finally {
    await received.dispose(spare);
  }
}
