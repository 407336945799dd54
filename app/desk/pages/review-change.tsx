import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { DecisionForm } from "~/certification/components/decision-form";
import { changeDecisionSchema, reasonsOf } from "~/desk/change-decision";
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
import { findChange } from "~/reviews/change-queries.server";
import { changeReasonCodes, changeReasonWords } from "~/reviews/change-reason";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { decideChange } from "~/reviews/decide-change.server";
import { diffOf, isStale } from "~/reviews/proposed-change";
import { checkClaim } from "~/reviews/review";
import { findLatestReview } from "~/reviews/review-queries.server";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  Stack,
} from "~/ui";

export const loader = door("register.read").load(async ({ params, url, actor, t, language, now, draft }) => {
  const change = await findChange(uuidParam(params.changeId));
  if (!change) throw notFound();
  const { kind, subjectId, before, after } = change;
  const subject = await findChangeSubject(kind, subjectId);
  if (!subject) throw notFound();
  const today = dayOf(now);
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today };
  const review = await findLatestReview("change", change.id);
  const isOwn = await belongsTo(actor.accountId, change.enterpriseId);
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  const mayDecide = isOpen && may(actor.role, "change.decide", isOwn);
  return {
    title: t(`desk:change.title.${kind}`, { label: change.label }),
    change,
    publicPath: subject.publicPath,
    isStale: isOpen && isStale(change, subject.version),
    warnings: kind === "certificate" ? changeWarnings(before, after, today) : [],
    fields: await shownFields(kind, diffOf(before, after), reader),
    history: await historyOf({ kind, id: subjectId }, url, reader),
    review: review && {
      status: review.status,
      claimedByName: review.claimedByName,
      decidedByName: review.decidedByName,
    },
    isOwnReview: isOpen && isOwn && may(actor.role, "review.work"),
    mayDecide,
    mayClaim: mayDecide && checkClaim(review, { accountId: actor.accountId, isMember: isOwn }, now).ok,
    isMine: review?.status === "claimed" && review.claimedById === actor.accountId,
    reasons: change.reasons.map(
      (reason) => `${changeKinds[kind].fieldWords(t, reason.field)}: ${changeReasonWords(t, reason)}`,
    ),
    draft: await draft(change.version),
  };
});

export const action = door("change.decide").act(async ({ request, params, actor, acting, language, dropDraft }) => {
  const changeId = uuidParam(params.changeId);
  const { form, dispose } = await readForm(request);
  await dispose();
  const submitted = parseForm(form, changeDecisionSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { action: step, version, note } = submitted.value;
  const refused = async (code: string) => {
    if (code === "notFound") throw notFound();
    const namespace = code.startsWith("change.") ? "reviews" : "desk";
    const change = code === "stale" ? await findChange(changeId) : undefined;
    return refusedForm(submitted, {
      language,
      namespace,
      code: change?.version === version ? "change.subjectMoved" : code,
    });
  };
  if (step === "claim") {
    const claimed = await claimReview({ kind: "change", id: changeId }, actor, acting);
    return claimed.ok ? redirect(`/tham-dinh/de-xuat/${changeId}`, 303) : refused(claimed.code);
  }
  if (step === "release") {
    const released = await releaseReview({ kind: "change", id: changeId }, actor, acting);
    return released.ok ? redirect("/tham-dinh?da=release", 303) : refused(released.code);
  }
  const decision = { decision: step, note, reasons: reasonsOf(submitted.value) };
  const decided = await decideChange({ changeId, version, decision }, changeKinds, actor, acting);
  if (!decided.ok) return refused(decided.code);
  await dropDraft();
  return redirect(`/tham-dinh?da=${step}`, 303);
});

export const meta = titleOf;

export default function ReviewChange() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { title, change, fields, review, isMine, mayDecide } = page;
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? page.draft.state ?? undefined);
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
          <ChangeTable caption={title} fields={fields} sides={[t("desk:change.verified"), t("desk:change.wanted")]} />
        </Stack>
        {page.isOwnReview && (
          <Notice tone="warning">
            <p>{t("platform:refusal.ownEnterprise")}</p>
          </Notice>
        )}
        {mayDecide && !isMine && review?.status === "claimed" && (
          <Notice>
            <p>{t("certification:review.heldBy", { name: review.claimedByName ?? "" })}</p>
          </Notice>
        )}
        {page.mayClaim && !isMine && (
          <Form>
            <HiddenField name="version" value={change.version} />
            <FormActions>
              <Button name="action" value="claim">
                {t("certification:review.claim")}
              </Button>
            </FormActions>
          </Form>
        )}
        {mayDecide && isMine && (
          <DecisionForm
            form={form}
            version={change.version}
            draft={page.draft}
            answered={answer !== undefined}
            fields={fields.map(({ field, label }) => ({ name: field, label }))}
            reasons={changeReasonCodes.map((value) => ({ value, label: t(`reviews:change.reason.${value}`) }))}
            accept={{ value: "apply", label: t("desk:change.apply") }}
          />
        )}
        {change.decidedAt && (
          <Notice>
            <p>
              {t("desk:change.decided", {
                outcome: t(`reviews:change.status.${change.status}`),
                name: review?.decidedByName ?? "",
                at: formatInstant(change.decidedAt, language),
              })}
            </p>
            {change.decisionNote && <p>{change.decisionNote}</p>}
            <Reasons reasons={page.reasons} />
          </Notice>
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
