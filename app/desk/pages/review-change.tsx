import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
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
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { reviewedProductFields } from "~/products/product-change";
import { findChange } from "~/reviews/change-queries.server";
import { DoneNotice, ReviewDesk, ReviewNotes, ReviewOutcome } from "~/reviews/components/review-desk";
import { decideChange } from "~/reviews/decide-change.server";
import { decisionSchemaOf, reasonsOf } from "~/reviews/decision-form";
import { openDesk } from "~/reviews/open-desk";
import { diffOf, isStale } from "~/reviews/proposed-change";
import { reviewDecisions } from "~/reviews/review-decision";
import { actOnReview, loadReviewPage } from "~/reviews/review-page.server";
import { Breadcrumbs, ErrorSummary, Notice, PageHeader, Section, Stack } from "~/ui";

const fields = [...reviewedProductFields, ...changeableFields];
const decisionSchema = decisionSchemaOf(fields, reviewDecisions.change);

// Where the words of a refusal stand, by its first part; the others are common to all pages.
const catalogues: Readonly<Partial<Record<string, string>>> = {
  gtin: "products",
  photos: "products",
  number: "certification",
};

export const loader = door("register.read").load(async (visit) => {
  const { params, url, actor, t, language, now } = visit;
  const change = await findChange(uuidParam(params.changeId));
  if (!change) throw notFound();
  const { kind, subjectId, before, after } = change;
  const subject = await findChangeSubject(kind, subjectId);
  if (!subject) throw notFound();
  const today = dayOf(now);
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today };
  const { id, version, enterpriseId } = change;
  const page = await loadReviewPage({ kind: "change", id, version, enterpriseId }, visit);
  return {
    ...page,
    title: t(`desk:change.title.${kind}`, { label: change.label }),
    change,
    publicPath: subject.publicPath,
    isStale: page.isReview && isStale(change, subject.version),
    warnings: kind === "certificate" ? changeWarnings(before, after, today) : [],
    fields: await shownFields(kind, diffOf(before, after), reader),
    history: await historyOf({ kind, id: subjectId }, url, reader),
  };
});

export const action = door("change.decide").act(async (visit) => {
  const { request, params, actor, acting } = visit;
  const changeId = uuidParam(params.changeId);
  const { form, dispose } = await readForm(request);
  await dispose();
  return actOnReview(
    {
      subject: { kind: "change", id: changeId },
      form,
      schema: decisionSchema,
      namespace: "platform",
      decide: ({ action: decision, version, note, at }) => {
        const said = { decision, note, reasons: reasonsOf(fields, at) };
        return decideChange({ changeId, version, decision: said }, changeKinds, actor, acting);
      },
      wordsOf: async (code, { version }) => {
        // The change is as the officer saw it, so it is what it would change that moved on.
        const isMoved = code === "stale" && (await findChange(changeId))?.version === version;
        if (isMoved) return { namespace: "desk", code: "change.subjectMoved" };
        const namespace = catalogues[code.split(".")[0] ?? ""];
        return namespace === undefined ? undefined : { namespace, code };
      },
    },
    visit,
  );
});

export const meta = titleOf;

export default function ReviewChange() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { title, change } = page;
  const desk = openDesk(page, useActionData<typeof action>());
  const places = page.fields.map(({ field, label }) => ({ name: field, label }));
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
          <ErrorSummary title={t("platform:form.errors")} errors={desk.form.errors} />
          <DoneNotice done={page.done} isNext />
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
        <ReviewDesk
          page={page}
          desk={desk}
          fields={places}
          decisions={[
            { value: "apply", label: t("desk:change.apply"), icon: "check", shortcut: "V" },
            { value: "return", label: t("certification:review.return"), variant: "secondary", shortcut: "R" },
            { value: "refuse", label: t("certification:review.refuse"), variant: "danger", shortcut: "X" },
          ]}
        />
        <ReviewOutcome page={page} fields={places} />
        <ReviewNotes page={page} />
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
