import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { parseForm, type Submitted } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";
import { deskStepSchema, type EvidenceForm, evidenceFormSchema } from "./evidence-form";

type Problems = Record<string, string[]>;

export type ReadEvidenceForm =
  | { step: "claim" | "release"; submitted: Submitted<unknown> }
  | {
      step: "record";
      submitted: Submitted<EvidenceForm>;
      screenshot: PreparedFile | undefined;
      problems: Problems;
    };

/** Reads what an officer sent from a listing's page: a step with the review, or a result with its screenshot. */
export async function readEvidenceForm(
  request: Request,
  accountId: string,
  language: Language,
): Promise<ReadEvidenceForm> {
  const received = await readForm(request, { maxFiles: 1, resumedFor: accountId });
  let spare: "resumed" | undefined;
  try {
    const step = parseForm(received.form, deskStepSchema, language);
    if (step.value) return { step: step.value.action, submitted: step };
    const problems: Problems = {};
    for (const { field, code } of received.problems) problems[field] = [`platform:${code}`];
    let screenshot: PreparedFile | undefined;
    const upload = received.uploads.find(({ field }) => field === "screenshot");
    if (upload) {
      const accepted = await acceptScan(upload);
      if (accepted.ok && accepted.value.mediaType !== "application/pdf") screenshot = accepted.value;
      else problems.screenshot = [accepted.ok ? "listings:screenshot.notImage" : `platform:${accepted.code}`];
    }
    const submitted = parseForm(received.form, evidenceFormSchema, language);
    if (!submitted.value && Object.keys(problems).length === 0) spare = "resumed";
    return { step: "record", submitted, screenshot, problems };
  } finally {
    await received.dispose(spare);
  }
}
