import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { findSubmittedAnswer } from "~/enterprises/checklist-queries.server";
import { findListing } from "~/listings/listing-queries.server";
import { findChange } from "~/reviews/change-queries.server";
import { diffOf } from "~/reviews/proposed-change";
import type { ReviewSubject } from "~/reviews/review";
import { type ChangeReader, shownFields } from "./shown-change.server";

/** What was decided on, without the decision: what the second officer looks at. Undefined for what is no more. */
export async function findRecheckSubject(
  { kind, subjectId }: { kind: ReviewSubject; subjectId: string },
  reader: ChangeReader,
) {
  const { accountId, today } = reader;
  if (kind === "certificate") {
    const certificate = await findSubmittedCertificate(subjectId);
    return certificate && { kind, certificate, pages: await scanPages(certificate.scan?.id, accountId, true) };
  }
  if (kind === "listing") {
    const listing = await findListing(subjectId, today);
    return listing && { kind, listing };
  }
  if (kind === "change") {
    const change = await findChange(subjectId);
    return change && { kind, fields: await shownFields(change.kind, diffOf(change.before, change.after), reader) };
  }
  if (kind === "checklist-answer") {
    const answer = await findSubmittedAnswer(subjectId);
    return answer && { kind, answer, pages: await scanPages(answer.paper?.id, accountId, true) };
  }
  return undefined;
}

export type RecheckSubject = NonNullable<Awaited<ReturnType<typeof findRecheckSubject>>>;
