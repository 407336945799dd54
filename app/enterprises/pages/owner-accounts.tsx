import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type ActivationReply, activationReply } from "~/accounts/activation-reply.server";
import { ContactField, NameField } from "~/accounts/components/account-form";
import { ActivationSheet } from "~/accounts/components/activation-sheet";
import { contactField } from "~/accounts/contact";
import { nameSchema } from "~/accounts/credentials";
import { door, notFound } from "~/accounts/door.server";
import { OwnerAccountList } from "~/enterprises/components/owner-account-list";
import { openOwnerAccount, printSetUpCode } from "~/enterprises/open-owner-account.server";
import { findNamedEnterprise, listOwnerAccounts } from "~/enterprises/owner-account-queries.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextArea,
} from "~/ui";

export const loader = door("enterprise.open-account").load(async ({ params, url, t, heldForm }) => {
  const enterprise = await findNamedEnterprise(uuidParam(params.enterpriseId));
  if (!enterprise) throw notFound();
  return {
    title: t("enterprises:ownerAccount.title"),
    enterprise,
    accounts: await listOwnerAccounts(enterprise.id),
    hasJoined: url.searchParams.get("da") === "them",
    held: await heldForm(),
  };
});

const printSchema = z.object({ accountId: z.uuid() });
const openSchema = z.object({
  name: nameSchema,
  contact: contactField,
  ground: z
    .string({ error: "enterprises:ownerAccount.groundMissing" })
    .trim()
    .min(10, { error: "enterprises:ownerAccount.groundMissing" })
    .max(300, { error: "enterprises:field.tooLong" }),
});

export const action = door("enterprise.open-account").act(async ({ request, params, actor, acting, language }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const { form } = await readForm(request);
  const refused = (submitted: ReturnType<typeof parseForm>, code: string) => {
    if (code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code });
  };
  if (form.get("viec") === "in") {
    const submitted = parseForm(form, printSchema, language);
    if (!submitted.value) return badForm(submitted);
    const printed = await printSetUpCode({ enterpriseId, ...submitted.value }, actor, acting);
    return printed.ok ? activationReply(printed.value) : refused(submitted, printed.code);
  }
  const submitted = parseForm(form, openSchema, language);
  if (!submitted.value) return badForm(submitted);
  const opened = await openOwnerAccount({ enterpriseId, ...submitted.value }, actor, acting);
  if (!opened.ok) return refused(submitted, opened.code);
  return opened.value ? activationReply(opened.value) : redirect(`/so/co-so/${enterpriseId}/tai-khoan?da=them`, 303);
});

export const meta = titleOf;

export default function OwnerAccounts() {
  const t = useT();
  const { title, enterprise, accounts, hasJoined, held } = useLoaderData<typeof loader>();
  const reply = useActionData<ActivationReply>();
  const state = reply?.form ?? held;
  // The buttons beside accounts are forms of their own, which name what they are for.
  const form = pageForm(state?.values.viec ? undefined : state);
  const record = `/so/co-so/${enterprise.id}`;
  if (reply?.activation) return <ActivationSheet activation={reply.activation} back={`${record}/tai-khoan`} />;
  return (
    <Stack>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: t("enterprises:book.title"), href: "/so/co-so" },
          { label: enterprise.name, href: record },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={enterprise.name} />
      {hasJoined && !reply && (
        <Notice tone="success" live>
          {t("enterprises:ownerAccount.joined")}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={pageForm(state).errors} />
      <OwnerAccountList accounts={accounts} />
      <Section title={t("enterprises:ownerAccount.open")} lead={t("enterprises:ownerAccount.openLead")}>
        <Form>
          <NameField form={form} label={t("enterprises:ownerAccount.name")} />
          <ContactField form={form} hint={t("enterprises:ownerAccount.contactHint")} />
          <TextArea
            {...form.field("ground")}
            label={t("enterprises:ownerAccount.ground")}
            hint={t("enterprises:ownerAccount.groundHint")}
            rows={2}
            maxLength={300}
            required
          />
          <FormActions>
            <Button>{t("enterprises:ownerAccount.submit")}</Button>
          </FormActions>
        </Form>
      </Section>
    </Stack>
  );
}
