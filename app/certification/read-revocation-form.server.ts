import { z } from "zod";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { dayField, versionField } from "~/platform/http/fields";
import { parseForm, type Submitted } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";
import { revocationReasons } from "./revocation";

const revocationFormSchema = z.object({
  id: z.uuid(),
  version: versionField,
  effectiveOn: dayField,
  reason: z.enum(revocationReasons, { error: "certification:revocation.reasonRequired" }),
  explanation: z.string().max(2000, { error: "certification:note.tooLong" }),
});

export interface ReadRevocationForm {
  submitted: Submitted<z.output<typeof revocationFormSchema>>;
  document: PreparedFile | undefined;
  problems: Record<string, string[]>;
}

/** Reads the form that proposes a revocation, with the decision it rests on where one was sent along. */
export async function readRevocationForm(
  request: Request,
  accountId: string,
  language: Language,
): Promise<ReadRevocationForm> {
  const received = await readForm(request, { maxFiles: 1, resumedFor: accountId });
  let spare: "resumed" | undefined;
  try {
    const submitted = parseForm(received.form, revocationFormSchema, language);
    const problems: Record<string, string[]> = {};
    for (const { field, code } of received.problems) problems[field] = [`platform:${code}`];
    const upload = received.uploads.find(({ field }) => field === "document");
    const accepted = upload && (await acceptScan(upload));
    if (accepted && !accepted.ok) problems.document = [`platform:${accepted.code}`];
    if (!submitted.value && !problems.document) spare = "resumed";
    return { submitted, document: accepted?.ok ? accepted.value : undefined, problems };
  } finally {
    await received.dispose(spare);
  }
}
