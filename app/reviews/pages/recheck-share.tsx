import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { writePercent } from "~/platform/percent";
import { changeRecheckShare, findRecheckShare, recheckShareSchema } from "~/reviews/change-recheck-share.server";
import { Button, ErrorSummary, Form, FormActions, HiddenField, Notice, PageHeader, TextField } from "~/ui";

const here = "/quan-tri/kiem-tra-lai";

export const loader = door("bench.administer").load(async ({ t, url, heldForm }) => {
  const found = await findRecheckShare();
  if (!found) throw notFound();
  return {
    title: t("reviews:share.title"),
    defaults: { share: writePercent(found.share), version: found.version },
    isSaved: url.searchParams.has("da"),
    held: await heldForm(),
  };
});

export const action = door("bench.administer").act(async ({ request, actor, acting, language }) => {
  const submitted = parseForm((await readForm(request)).form, recheckShareSchema, language);
  if (!submitted.value) return badForm(submitted);
  const changed = await changeRecheckShare(submitted.value, actor, acting);
  if (changed.ok) return redirect(`${here}?da=luu`);
  if (changed.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: changed.code });
});

export const meta = titleOf;

export default function RecheckShare() {
  const t = useT();
  const { title, defaults, isSaved, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  return (
    <>
      <PageHeader title={title} lead={t("reviews:share.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {isSaved && form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t("reviews:share.saved")}</p>
        </Notice>
      )}
      <Form>
        <HiddenField name="version" value={form.value("version") ?? defaults.version} />
        <TextField
          {...form.field("share")}
          label={t("reviews:share.label")}
          hint={t("reviews:share.hint")}
          inputMode="decimal"
          width="short"
          autoComplete="off"
          required
        />
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
