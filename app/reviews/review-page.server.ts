import { json, redirect } from "@remix-run/node";
import type { z } from "zod";
import { may } from "~/accounts/access";
import { notFound, type Visit } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import type { Actor } from "~/accounts/session.server";
import { badForm, parseForm, refusedForm, type Submitted } from "~/platform/http/form.server";
import type { Result } from "~/platform/result";
import { listInternalNotes } from "./add-internal-note.server";
import { claimReview, releaseReview } from "./claim-review.server";
import { hasTypedWords, holdSchema } from "./decision-form";
import { pathAfterDecision, queuePath } from "./next-review.server";
import { listReasons } from "./reason-queries.server";
import type { ReviewSubject } from "./review";
import { everyDecision, type ReviewDecision } from "./review-decision";
import { sitDownAtReview } from "./review-desk.server";
import type { LatestReview } from "./review-queries.server";

interface Subject {
  kind: ReviewSubject;
  id: string;
}

interface ReviewedSubject extends Subject {
  enterpriseId: string;
  /** Of the record that is decided on, where it has one. */
  version?: number;
}

/** What every page of a review shows beside its subject: who holds it, what was said, and what this person may do. */
export async function loadReviewPage(
  { kind, id, enterpriseId, version }: ReviewedSubject,
  { actor, now, url, draft }: Pick<Visit<Actor>, "actor" | "now" | "url" | "draft">,
) {
  const subject = { kind, id };
  const isParty = await belongsTo(actor.accountId, enterpriseId);
  const { review, isReview, ...holding } = await sitDownAtReview(subject, actor, { isParty, now });
  const mayWork = may(actor.role, "review.work");
  return {
    subject,
    version: version ?? 0,
    review: review && shownReview(review),
    isReview,
    isParty,
    holding,
    reasons: review && mayWork ? await listReasons(kind) : [],
    notes: isParty || !review ? null : await listInternalNotes(kind, id),
    mayNote: mayWork,
    noteId: crypto.randomUUID(),
    draft: await draft(version),
    // What was done on the page before: to the former case, where the officer goes from one to the next.
    done: everyDecision.find((one) => one === url.searchParams.get("da")) ?? null,
  };
}

export type ReviewPage = Awaited<ReturnType<typeof loadReviewPage>>;

function shownReview({ id, status, openedAt, decidedAt, decidedByName, decision, note, reasons }: LatestReview) {
  const known: ReviewDecision | null = everyDecision.find((one) => one === decision) ?? null;
  return { id, status, openedAt, decidedAt, decidedByName, decision: known, note, reasons };
}

interface DecidedForm {
  action: string;
  next?: "on" | undefined;
}

interface ReviewForm<T extends DecidedForm> {
  subject: Subject;
  form: FormData;
  schema: z.ZodType<T>;
  /** What is wrong with the form's files, by field. */
  problems?: Record<string, string[]>;
  /** Where the words of the subject's own refusals stand. */
  namespace: string;
  decide(value: T): Promise<Result<unknown>>;
  /** Where one goes then, if not on to the next or back to the queue. */
  pathAfter?(value: T): string | undefined;
  /** The words of a refusal that stand elsewhere. */
  wordsOf?(code: string, value: T): Promise<{ namespace: string; code: string } | undefined>;
}

/** Answers what an officer sent from a review's page: takes the review, puts it back, or decides and goes on. */
export async function actOnReview<T extends DecidedForm>(
  { subject, form, schema, problems = {}, namespace, decide, pathAfter, wordsOf }: ReviewForm<T>,
  { actor, acting, language, url, dropDraft }: Visit<Actor>,
) {
  const refused = (submitted: Submitted<unknown>, words: { namespace: string; code: string }) => {
    if (words.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, ...words });
  };
  const hold = parseForm(form, holdSchema, language);
  if (hold.value?.action === "claim") {
    const claimed = await claimReview(subject, actor, acting);
    if (!claimed.ok) return refused(hold, { namespace, code: claimed.code });
    const typed = hold.state();
    return hasTypedWords(typed.values) ? json({ form: typed }) : redirect(`${url.pathname}${url.search}#quyet-dinh`);
  }
  if (hold.value?.action === "release") {
    const released = await releaseReview(subject, actor, acting);
    return released.ok ? redirect(queuePath("", { da: "release" })) : refused(hold, { namespace, code: released.code });
  }
  const submitted = parseForm(form, schema, language);
  if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
  const { value } = submitted;
  const decided = await decide(value);
  if (!decided.ok) {
    const { code } = decided;
    const own = code.startsWith("reasons.") ? "reviews" : namespace;
    return refused(submitted, (await wordsOf?.(code, value)) ?? { namespace: own, code });
  }
  await dropDraft();
  const path = pathAfter?.(value);
  if (path !== undefined) return redirect(path);
  return redirect(await pathAfterDecision({ url, wantsNext: value.next === "on", done: value.action }, actor, acting));
}
