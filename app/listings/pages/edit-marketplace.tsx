import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { answerRecordForm, editedRecord } from "~/accounts/record-form.server";
import { findMarketplace } from "~/listings/marketplace-queries.server";
import { marketplaceFormSchema, newMarketplaceFormSchema, writeMarketplace } from "~/listings/write-marketplace.server";
import { formatDay } from "~/platform/format";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { RecordPage } from "~/platform/http/record-page";
import { useT } from "~/platform/i18n";
import { DayField, SummaryList, TextArea, TextField } from "~/ui";

export const loader = door("marketplace.administer").load(async ({ params, t, language, heldForm }) => {
  const marketplace = await editedRecord(params.marketplaceId, findMarketplace);
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

export const action = door("marketplace.administer").act((visit) =>
  answerRecordForm(visit, visit.params.marketplaceId, {
    schema: (isNew) => (isNew ? newMarketplaceFormSchema : marketplaceFormSchema),
    write: writeMarketplace,
    namespace: "listings",
    saved: "/quan-tri/san?da=luu",
  }),
);

export const meta = titleOf;

export default function EditMarketplace() {
  const t = useT();
  const { title, code, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optionalLabel = t("platform:form.optional");
  return (
    <RecordPage
      title={title}
      list={{ label: t("listings:marketplaces.title"), href: "/quan-tri/san" }}
      crumbs={t("listings:breadcrumbs")}
      form={form}
      id={defaults.id}
    >
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
    </RecordPage>
  );
}
