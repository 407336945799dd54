import type { z } from "zod";
import type { Day } from "~/platform/day";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { parseForm, type Submitted } from "~/platform/http/form.server";
import type { Upload } from "~/platform/http/read-form.server";
import { type ReadForm, readForm } from "~/platform/http/read-form.server";
import type { Language } from "~/platform/i18n";
import {
  type CertificateField,
  type CertificateForm,
  certificateFields,
  certificateFormSchema,
} from "./certificate-form";
import { listSchemeChoices } from "./certificate-queries.server";
import { claimErrors } from "./check-certificate";

export interface ReadCertificateForm {
  submitted: Submitted<CertificateForm>;
  scan: PreparedFile | undefined;
  /** What is wrong with the file, and with the claim by the rules of its scheme, each at its field. */
  problems: Record<string, string[]>;
}

async function checkScan(upload: Upload | undefined): Promise<{ scan?: PreparedFile; code?: string }> {
  if (!upload) return {};
  const accepted = await acceptScan(upload);
  return accepted.ok ? { scan: accepted.value } : { code: accepted.code };
}

function sizeProblems({ problems }: ReadForm): Record<string, string[]> {
  const said: Record<string, string[]> = {};
  for (const { field, code } of problems) said[field] = [`platform:${code}`];
  return said;
}

async function schemeProblems(form: CertificateForm | undefined, today: Day): Promise<Record<string, string[]>> {
  const scheme = form && (await listSchemeChoices()).find(({ id }) => id === form.schemeId);
  if (!form || !scheme) return {};
  const said: Record<string, string[]> = {};
  const place = (field: CertificateField) => certificateFields.indexOf(field);
  for (const { field, code } of claimErrors(form, scheme, today).sort((a, b) => place(a.field) - place(b.field))) {
    said[field] = [...(said[field] ?? []), `certification:${field}.${code}`];
  }
  return said;
}

interface FormWithScan<T> {
  submitted: Submitted<T>;
  scan: PreparedFile | undefined;
  /** What is wrong with the file, and what a further check found. */
  problems: Record<string, string[]>;
}

/**
 * Reads a form that may bring a scan, also one that the account sent ahead. The upload is gone from the incoming room when
 * this returns, except one sent ahead with a form that must be corrected for another reason than its scan.
 */
export async function readFormWithScan<S extends z.ZodType>(
  request: Request,
  accountId: string,
  schema: S,
  language: Language,
  check: (value: z.output<S> | undefined) => Promise<Record<string, string[]>> = async () => ({}),
): Promise<FormWithScan<z.output<S>>> {
  const received = await readForm(request, { maxFiles: 1, resumedFor: accountId });
  let spare: "resumed" | undefined;
  try {
    const submitted = parseForm(received.form, schema, language);
    const { scan, code } = await checkScan(received.uploads.find(({ field }) => field === "scan"));
    const found = await check(submitted.value);
    const problems = { ...found, ...sizeProblems(received), ...(code ? { scan: [`platform:${code}`] } : {}) };
    const mustBeCorrected = !submitted.value || Object.keys(problems).length > 0;
    if (mustBeCorrected && !("scan" in problems)) spare = "resumed";
    return { submitted, scan, problems };
  } finally {
    await received.dispose(spare);
  }
}

/** Reads the form of a certificate. What speaks against the dates and the level is told together with what is wrong with the scan. */
export async function readCertificateForm(
  request: Request,
  accountId: string,
  language: Language,
  today: Day,
): Promise<ReadCertificateForm> {
  return readFormWithScan(request, accountId, certificateFormSchema, language, (form) => schemeProblems(form, today));
}
