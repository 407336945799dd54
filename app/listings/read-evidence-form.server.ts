import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { parseForm } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";
import { evidenceFormSchema } from "./evidence-form";

interface ReadEvidenceForm {
  form: FormData;
  screenshot: PreparedFile | undefined;
  problems: Record<string, string[]>;
}

/** Reads what an officer sent from a listing's page, with its screenshot. */
export async function readEvidenceForm(
  request: Request,
  accountId: string,
  language: Language,
): Promise<ReadEvidenceForm> {
  const received = await readForm(request, { maxFiles: 1, resumedFor: accountId });
  let spare: "resumed" | undefined;
  try {
    const problems: Record<string, string[]> = {};
    for (const { field, code } of received.problems) problems[field] = [`platform:${code}`];
    let screenshot: PreparedFile | undefined;
    const upload = received.uploads.find(({ field }) => field === "screenshot");
    if (upload) {
      const accepted = await acceptScan(upload);
      if (accepted.ok && accepted.value.mediaType !== "application/pdf") screenshot = accepted.value;
      else problems.screenshot = [accepted.ok ? "listings:screenshot.notImage" : `platform:${accepted.code}`];
    }
    const isGood = parseForm(received.form, evidenceFormSchema, language).value !== undefined;
    if (!isGood && Object.keys(problems).length === 0) spare = "resumed";
    return { form: received.form, screenshot, problems };
  } finally {
    await received.dispose(spare);
  }
}
