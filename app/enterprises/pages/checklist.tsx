import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { answerChecklist } from "~/enterprises/answer-checklist.server";
import { checklistProgress, listChecklist } from "~/enterprises/checklist-queries.server";
import { ChecklistCard } from "~/enterprises/components/checklist-card";
import { ChecklistTag, OptionalProgress } from "~/enterprises/components/checklist-progress";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, EmptyState, ErrorSummary, Notice, PageHeader, Stack } from "~/ui";

const done = ["attest", "withdraw", "submit"] as const;

export const loader = door("enterprise.manage").load(async (visit) => {
  const { id, name } = await memberEnterprise(visit);
  const today = dayOf(visit.now);
  const [entries, progress] = await Promise.all([listChecklist([id], today), checklistProgress([id], today)]);
  return {
    title: visit.t("enterprises:checklist.title"),
    enterprise: { id, name },
    entries,
    progress: progress.get(id) ?? null,
    done: done.find((known) => known === visit.url.searchParams.get("da")) ?? null,
  };
});

const formSchema = z.object({ itemId: z.uuid(), version: versionField, action: z.enum(["attest", "withdraw"]) });

export const action = door("enterprise.manage").act(async (visit) => {
  const { request, actor, acting, language } = visit;
  const { id: enterpriseId } = await memberEnterprise(visit);
  const submitted = parseForm((await readForm(request)).form, formSchema, language);
  if (!submitted.value) return badForm(submitted);
  const answered = await answerChecklist({ ...submitted.value, enterpriseId }, actor, acting);
  if (!answered.ok) {
    if (answered.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code: answered.code });
  }
  return redirect(`/quan-ly/${enterpriseId}/danh-muc?da=${submitted.value.action}`, 303);
});

export const meta = titleOf;

export default function Checklist() {
  const t = useT();
  const { title, enterprise, entries, progress, done: notice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const form = pageForm(reply?.form);
  return (
    <Stack>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: enterprise.name, href: `/quan-ly/${enterprise.id}` }, { label: title }]}
      />
      <PageHeader
        title={title}
        tags={progress && <ChecklistTag progress={progress} />}
        lead={
          <>
            {t("enterprises:checklist.lead")} {progress && <OptionalProgress progress={progress} />}
          </>
        }
      />
      {notice && !reply && (
        <Notice tone="success" live>
          {t(`enterprises:checklist.done.${notice}`)}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {entries.length === 0 ? (
        <EmptyState icon="check" title={t("enterprises:checklist.none")} />
      ) : (
        entries
          .toSorted((a, b) => Number(a.isMet) - Number(b.isMet))
          .map((entry) => <ChecklistCard key={entry.itemId} entry={entry} />)
      )}
    </Stack>
  );
}
