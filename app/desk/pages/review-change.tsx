import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { changeableFields } from "~/certification/certificate-change";
import { changeKinds } from "~/desk/change-kinds.server";
import { findChangeSubject } from "~/desk/change-subject-queries.server";
import { changeWarnings } from "~/desk/change-warnings";
import { ChangeStatusTag } from "~/desk/components/change-status-tag";
import { ChangeTable } from "~/desk/components/change-table";
import { VersionTable } from "~/desk/components/history";
import { historyOf } from "~/desk/history.server";
import { shownFields } from "~/desk/shown-change.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { reviewedProductFields } from "~/products/product-change";
import { listInternalNotes } from "~/reviews/add-internal-note.server";
import { findChange } from "~/reviews/change-queries.server";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { ClaimForm, DecisionForm, reasonOptions } from "~/reviews/components/decision-form";
import { InternalNotes } from "~/reviews/components/internal-notes";
import { LeaseKeeper } from "~/reviews/components/lease-keeper";
import { decideChange } from "~/reviews/decide-change.server";
import { decisionSchemaOf, hasTypedWords, reasonsOf } from "~/reviews/decision-form";
import { pathAfterDecision, queuePath } from "~/reviews/next-review.server";
import { changeOutcomes, diffOf, isStale } from "~/reviews/proposed-change";
import { reasonText } from "~/reviews/reason";
import { listReasons } from "~/reviews/reason-queries.server";
import { sitDownAtReview } from "~/reviews/review-desk.server";
import { Breadcrumbs, ErrorSummary, Notice, PageHeader, Section, Stack } from "~/ui";

const fields = [...reviewedProductFields, ...changeableFields];
const decisionSchema = decisionSchemaOf(fields, changeOutcomes);

// Where the words of a refusal stand, by its first part; the others are common to all pages.
const catalogues: Readonly<Partial<Record<string, string>>> = {
  gtin: "products",
  photos: "products",
  number: "certification",
  reasons: "certification",
};

export const loader = door("register.read").load(async ({ params, url, actor, t, language, now, draft }) => {
  const change = await findChange(uuidParam(params.changeId));
  if (!change) throw notFound();
  const { kind, subjectId, before, after } = change;
  const subject = await findChangeSubject(kind, subjectId);
  if (!subject) throw notFound();
  const today = dayOf(now);
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today };
  const isOwn = await belongsTo(actor.accountId, change.enterpriseId);
  const { review, isReview, ...holding } = await sitDownAtReview({ kind: "change", id: change.id }, actor, {
    isParty: isOwn,
    now,
  });
  return {
    title: t(`desk:change.title.${kind}`, { label: change.label }),
    change,
    publicPath: subject.publicPath,
    isStale: isReview && isStale(change, subject.version),
    warnings: kind === "certificate" ? changeWarnings(before, after, today) : [],
    fields: await shownFields(kind, diffOf(before, after), reader),
    history: await historyOf({ kind, id: subjectId }, url, reader),
    reviewId: review?.id ?? null,
    decidedByName: review?.decidedByName ?? "",
    isReview,
    isOwn,
    holding,
    reasons: change.reasons.map(
      (reason) => `${changeKinds[kind].fieldWords(t, reason.field)}: ${reasonText(reason, language)}`,
    ),
    catalogue: holding.isMine ? await listReasons("change") : [],
    notes: isOwn || !review ? null : await listInternalNotes("change", change.id),
    mayNote: may(actor.role, "review.work"),
    noteId: crypto.randomUUID(),
    draft: await draft(change.version),
    done: changeOutcomes.find((one) => one === url.searchParams.get("da")) ?? null,
  };
});

export const action = door("change.decide").act(
  async ({ request, url, params, actor, acting, language, dropDraft }) => {
    const changeId = uuidParam(params.changeId);
    const { form, dispose } = await readForm(request);
    await dispose();
    const submitted = parseForm(form, decisionSchema, language);
    if (!submitted.value) return badForm(submitted);
    const { action: step, version, note, at, next } = submitted.value;
    const subject = { kind: "change", id: changeId } as const;
    const refused = async (code: string) => {
      if (code === "notFound") throw notFound();
      // The change is as the officer saw it, so it is what it would change that moved on.
      const isMoved = code === "stale" && (await findChange(changeId))?.version === version;
      const namespace = isMoved ? "desk" : (catalogues[code.split(".")[0] ?? ""] ?? "platform");
      return refusedForm(submitted, { language, namespace, code: isMoved ? "change.subjectMoved" : code });
    };
    if (step === "claim") {
      const claimed = await claimReview(subject, actor, acting);
      if (!claimed.ok) return refused(claimed.code);
      const typed = submitted.state();
      return hasTypedWords(typed.values) ? json({ form: typed }) : redirect(`${url.pathname}${url.search}#quyet-dinh`);
    }
    if (step === "release") {
      const released = await releaseReview(subject, actor, acting);
      return released.ok ? redirect(queuePath("", { da: "release" })) : refused(released.code);
    }
    const decision = { decision: step, note, reasons: reasonsOf(fields, at) };
    const decided = await decideChange({ changeId, version, decision }, changeKinds, actor, acting);
    if (!decided.ok) return refused(decided.code);
    await dropDraft();
    return redirect(await pathAfterDecision({ url, wantsNext: next === "on", done: step }, actor, acting));
  },
);

export const meta = titleOf;

export default function ReviewChange() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { title, change, holding } = page;
  const answer = useActionData<typeof action>();
  const typed = answer?.form ?? page.draft.state;
  const form = pageForm(typed, { next: "on" });
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: t("desk:nav.queue"), href: "/tham-dinh" }, { label: change.label }]}
      />
      <PageHeader
        title={title}
        lead={<a href={`/so/co-so/${change.enterpriseId}`}>{change.enterpriseName}</a>}
        tags={<ChangeStatusTag status={change.status} />}
      />
      <Stack gap="loose">
        <Stack>
          <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
          {page.done && (
            <Notice tone="success" live>
              <p>{t(`desk:change.previous.${page.done}`)}</p>
            </Notice>
          )}
          {page.isStale && (
            <Notice tone="warning" title={t("desk:change.stale")}>
              <p>{t("desk:change.staleText")}</p>
            </Notice>
          )}
          {page.warnings.length > 0 && (
            <Notice tone="warning" title={t("certification:review.warnings")}>
              <ul>
                {page.warnings.map((warning) => (
                  <li key={warning}>{t(`desk:change.warning.${warning}`)}</li>
                ))}
              </ul>
            </Notice>
          )}
          <p>
            {t("desk:change.proposed", {
              name: change.proposedByName,
              at: formatInstant(change.proposedAt, language),
            })}{" "}
            {page.publicPath && <a href={page.publicPath}>{t("desk:change.publicPage")}</a>}
          </p>
          {change.note && (
            <Notice title={t("desk:change.ownersNote")}>
              <p>{change.note}</p>
            </Notice>
          )}
          <ChangeTable
            caption={title}
            fields={page.fields}
            sides={[t("desk:change.verified"), t("desk:change.wanted")]}
          />
        </Stack>
        {page.isReview && page.isOwn && (
          <Notice tone="warning">
            <p>{t("platform:refusal.ownEnterprise")}</p>
          </Notice>
        )}
        {holding.isMine && page.reviewId && <LeaseKeeper reviewId={page.reviewId} />}
        {holding.isMine || hasTypedWords(typed?.values ?? {}) ? (
          <DecisionForm
            form={form}
            version={change.version}
            holding={holding}
            draft={page.draft}
            answered={answer !== undefined}
            fields={page.fields.map(({ field, label }) => ({
              name: field,
              label,
              reasons: reasonOptions(page.catalogue, field, language),
            }))}
            decisions={[
              { value: "apply", label: t("desk:change.apply"), icon: "check", shortcut: "V" },
              { value: "return", label: t("certification:review.return"), variant: "secondary", shortcut: "R" },
              { value: "refuse", label: t("certification:review.refuse"), variant: "danger", shortcut: "X" },
            ]}
          />
        ) : (
          <ClaimForm version={change.version} holding={holding} />
        )}
        {change.decidedAt && (
          <Notice>
            <p>
              {t("desk:change.decided", {
                outcome: t(`reviews:change.status.${change.status}`),
                name: page.decidedByName,
                at: formatInstant(change.decidedAt, language),
              })}
            </p>
            {change.decisionNote && <p>{change.decisionNote}</p>}
            <Reasons reasons={page.reasons} />
          </Notice>
        )}
        {page.notes && (
          <InternalNotes
            notes={page.notes}
            noteId={page.noteId}
            subject={{ kind: "change", id: change.id }}
            mayWrite={page.mayNote}
          />
        )}
        <Section title={t("desk:history.title")}>
          {page.history.versions.length > 0 ? (
            <Stack>
              <VersionTable versions={page.history.versions} restoreAt={null} />
              <p>
                <a href={`/so/${change.kind === "product" ? "san-pham" : "chung-nhan"}/${change.subjectId}/lich-su`}>
                  {t("desk:history.compareVersions")}
                </a>
              </p>
            </Stack>
          ) : (
            <p>{t("desk:history.none")}</p>
          )}
        </Section>
      </Stack>
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
