import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { findMarketplace } from "~/listings/marketplace-queries.server";
import { marketplaceFormSchema, newMarketplaceFormSchema, writeMarketplace } from "~/listings/write-marketplace.server";
import { formatDay } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SummaryList,
  TextArea,
  TextField,
} from "~/ui";

const newOne = "moi";

export const loader = door("marketplace.administer").load(async ({ params, t, language, heldForm }) => {
  const isNew = params.marketplaceId === newOne;
  const marketplace = isNew ? undefined : await findMarketplace(uuidParam(params.marketplaceId));
  if (!marketplace && !isNew) throw notFound();
  return {
    title: marketplace ? marketplace.name : t("listings:marketplaces.add"),
    code: marketplace?.code,
    defaults: marketplace
      ? {
          ...marketplace,
          hosts: marketplace.hosts.join("\n"),
          shortLinkHosts: marketplace.shortLinkHosts.join("\n"),
          recognisedFrom: formatDay(marketplace.recognisedFrom, language),
          recognisedTo: marketplace.recognisedTo && formatDay(marketplace.recognisedTo, language),
        }
      : { id: crypto.randomUUID(), version: 0, windowDays: 90 },
    held: await heldForm(),
  };
});

export const action = door("marketplace.administer").act(async ({ request, params, actor, acting, language }) => {
  const isNew = params.marketplaceId === newOne;
  const id = isNew ? undefined : uuidParam(params.marketplaceId);
  const schema = isNew ? newMarketplaceFormSchema : marketplaceFormSchema;
  const submitted = parseForm((await readForm(request)).form, schema, language);
  if (!submitted.value) return badForm(submitted);
  const written = await writeMarketplace({ ...submitted.value, ...(id && { id }) }, actor, acting);
  if (!written.ok) {
    if (written.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "listings", code: written.code });
  }
  return redirect("/quan-tri/san?da=luu");
});

export const meta = titleOf;

export default function EditMarketplace() {
  const t = useT();
  const { title, code, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <Breadcrumbs
        label={t("listings:breadcrumbs")}
        items={[{ label: t("listings:marketplaces.title"), href: "/quan-tri/san" }, { label: title }]}
      />
      <PageHeader title={title} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? defaults.id} />
        <HiddenField name="version" value={form.value("version") ?? "0"} />
        {code === undefined ? (
          <TextField
            {...form.field("code")}
            label={t("listings:marketplaces.code")}
            hint={t("listings:marketplaces.codeHint")}
            width="medium"
            autoComplete="off"
            required
          />
        ) : (
          <SummaryList items={[{ key: "code", term: t("listings:marketplaces.code"), value: code }]} />
        )}
        <TextField {...form.field("name")} label={t("listings:marketplaces.name")} width="medium" required />
        <TextArea
          {...form.field("hosts")}
          label={t("listings:marketplaces.hosts")}
          hint={t("listings:marketplaces.hostsHint")}
          rows={4}
          required
        />
        <TextArea
          {...form.field("shortLinkHosts")}
          label={t("listings:marketplaces.shortLinkHosts")}
          hint={t("listings:marketplaces.shortLinkHint")}
          optionalLabel={optionalLabel}
          rows={3}
        />
        <TextField
          {...form.field("windowDays")}
          label={t("listings:marketplaces.windowDays")}
          hint={t("listings:marketplaces.windowHint")}
          inputMode="numeric"
          width="short"
          required
        />
        <DayField
          {...form.field("recognisedFrom")}
          label={t("listings:marketplaces.recognisedFrom")}
          hint={t("platform:form.dayHint")}
          required
        />
        <DayField
          {...form.field("recognisedTo")}
          label={t("listings:marketplaces.recognisedTo")}
          hint={t("listings:marketplaces.recognisedToHint")}
          optionalLabel={optionalLabel}
        />
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
          <ButtonLink variant="quiet" href="/quan-tri/san">
            {t("platform:form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
