import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { badForm, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { addInternalNote, internalNoteSchema, listInternalNotes } from "~/reviews/add-internal-note.server";
import { InternalNotes } from "~/reviews/components/internal-notes";
import { reviewPath } from "~/reviews/queue-address";
import { type ReviewSubject, reviewSubjects } from "~/reviews/review";
import { findReviewedEnterprise } from "~/reviews/review-queries.server";
import { ErrorSummary, PageHeader } from "~/ui";

const kindParam = z.enum(reviewSubjects);

function subjectOf(params: Readonly<Record<string, string | undefined>>): { kind: ReviewSubject; id: string } {
  const kind = kindParam.safeParse(params.kind);
  if (!kind.success) throw notFound();
  return { kind: kind.data, id: uuidParam(params.subjectId) };
}

export const loader = door("review.work").load(async ({ params, actor, t }) => {
  const subject = subjectOf(params);
  const enterpriseId = await findReviewedEnterprise(subject.kind, subject.id);
  if (!enterpriseId || (await belongsTo(actor.accountId, enterpriseId))) throw notFound();
  return {
    title: t("reviews:internal.title"),
    subject,
    notes: await listInternalNotes(subject.kind, subject.id),
    noteId: crypto.randomUUID(),
  };
});

export const action = door("review.work").act(async ({ request, params, actor, acting, language }) => {
  const { kind, id: subjectId } = subjectOf(params);
  const submitted = parseForm((await readForm(request)).form, internalNoteSchema, language);
  if (!submitted.value) return badForm(submitted);
  const added = await addInternalNote({ ...submitted.value, kind, subjectId }, actor, acting);
  if (!added.ok) throw notFound();
  return redirect(`${reviewPath(kind, subjectId)}#ghi-chu`);
});

export const meta = titleOf;

/** The notes alone: where a note that was not taken comes back with what was typed. */
export default function InternalNotesPage() {
  const t = useT();
  const { title, subject, notes, noteId } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  return (
    <>
      <PageHeader
        title={title}
        lead={<a href={reviewPath(subject.kind, subject.id)}>{t("reviews:internal.back")}</a>}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <InternalNotes notes={notes} noteId={form.value("id") ?? noteId} subject={subject} typed={form} mayWrite />
    </>
  );
}
