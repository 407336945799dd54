import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { answerChecklist } from "~/enterprises/answer-checklist.server";
import { nextAnswerStatus } from "~/enterprises/checklist";
import { listChecklist } from "~/enterprises/checklist-queries.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { readPaperForm } from "~/enterprises/read-paper-form.server";
import { dayOf } from "~/platform/day";
import { UploadField } from "~/platform/files/upload-field";
import { versionField } from "~/platform/http/fields";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { reasonText } from "~/reviews/reason";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
  TextArea,
} from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { id, name } = await memberEnterprise(visit);
  const itemId = uuidParam(visit.params.itemId);
  const entry = (await listChecklist([id], dayOf(visit.now))).find((one) => one.itemId === itemId);
  if (entry?.kind !== "verified") throw notFound();
  return {
    title: visit.language === "vi" ? entry.nameVi : entry.nameEn,
    guidance: visit.language === "vi" ? entry.guidanceVi : entry.guidanceEn,
    enterprise: { id, name },
    entry,
    isOpen: nextAnswerStatus({ kind: entry.kind, status: entry.status, by: "owner" }, "submit").ok,
    held: await visit.heldForm(),
  };
});

const formSchema = z.object({
  version: versionField,
  note: z.string().max(2000, { error: "enterprises:checklist.noteTooLong" }).default(""),
});

export const action = door("enterprise.manage").act(async ({ request, params, actor, acting, language }) => {
  // Before the upload is read: what strangers send is not stored.
  const { id: enterpriseId } = await memberEnterprise({ params, actor });
  const itemId = uuidParam(params.itemId);
  const { submitted, paper, problems } = await readPaperForm(request, actor.accountId, formSchema, language);
  if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
  const input = { enterpriseId, itemId, action: "submit" as const, ...submitted.value, file: paper };
  const answered = await answerChecklist(input, actor, acting);
  if (!answered.ok) {
    if (answered.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code: answered.code });
  }
  return redirect(`/quan-ly/${enterpriseId}/danh-muc?da=submit`, 303);
});

export const meta = titleOf;

export default function SubmitChecklistAnswer() {
  const t = useT();
  const language = useLanguage();
  const { title, guidance, enterprise, entry, isOpen, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, { note: entry.note ?? "" });
  const list = `/quan-ly/${enterprise.id}/danh-muc`;
  return (
    <Stack>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: t("enterprises:checklist.title"), href: list },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={guidance} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {entry.status === "returned" && (
        <Notice tone="warning" title={t("enterprises:checklist.status.returned")}>
          {entry.reasons.map((reason) => (
            <p key={`${reason.field} ${reason.reason}`}>{reasonText(reason, language)}</p>
          ))}
          {entry.decisionNote && <p>{entry.decisionNote}</p>}
        </Notice>
      )}
      {isOpen ? (
        <Form upload>
          <HiddenField name="version" value={form.value("version") ?? entry.version ?? 0} />
          <TextArea
            {...form.field("note")}
            label={t("enterprises:checklist.note")}
            hint={t("enterprises:checklist.noteHint")}
            maxLength={2000}
            rows={4}
          />
          <UploadField
            form={form}
            name="paper"
            label={t("enterprises:checklist.paper")}
            optionalLabel={t("platform:form.optional")}
            hint={t("platform:file.hint")}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            current={entry.fileName && <p>{t("enterprises:checklist.currentPaper", { name: entry.fileName })}</p>}
          />
          <FormActions>
            <Button>{t("enterprises:checklist.submit")}</Button>
            <ButtonLink variant="quiet" href={list}>
              {t("platform:form.cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      ) : (
        <Notice>
          <p>{t("enterprises:checklist.closed")}</p>
          <p>
            <a href={list}>{t("enterprises:checklist.title")}</a>
          </p>
        </Notice>
      )}
    </Stack>
  );
}
