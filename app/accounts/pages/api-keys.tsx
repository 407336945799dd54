import { randomUUID } from "node:crypto";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readFields, refusedAccountForm } from "~/accounts/account-form.server";
import { listApiKeys } from "~/accounts/account-queries.server";
import { ApiKeyList } from "~/accounts/components/api-key-list";
import { IssuedApiKey } from "~/accounts/components/issued-api-key";
import { door, notFound } from "~/accounts/door.server";
import { issueApiKey } from "~/accounts/issue-api-key.server";
import { revokeApiKey } from "~/accounts/revoke-api-key.server";
import { addDays, parseDayInput, startOfDay } from "~/platform/day";
import { badForm, type FormReply, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import {
  Button,
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextField,
} from "~/ui";

const schema = z
  .object({
    id: z.uuid(),
    partner: z.string().trim().max(200, { error: "accounts:apiKey.partnerTooLong" }),
    expiresOn: z
      .string()
      .max(10, { error: "platform:form.badDay" })
      .refine((text) => parseDayInput(text) !== undefined, { error: "platform:form.badDay" })
      .transform(parseDayInput)
      .optional(),
  })
  .describe("accounts:apiKey");

export const loader = door("api-key.administer").load(async ({ url, now, t, heldForm }) => ({
  title: t("accounts:apiKey.title"),
  id: randomUUID(),
  keys: await listApiKeys(now),
  revoked: url.searchParams.get("da") === "thu-hoi",
  held: await heldForm(),
}));

type Reply = Partial<FormReply> & { issued?: { partner: string; text: string } };

export const action = door("api-key.administer").act(async ({ request, actor, acting, language }) => {
  const fields = await readFields(request);
  const submitted = parseForm(fields, schema, language);
  if (fields.get("viec") === "thu-hoi") {
    const id = z.uuid().safeParse(fields.get("id"));
    if (!id.success) throw notFound();
    const revoked = await revokeApiKey(id.data, actor, acting);
    if (revoked.ok) return redirect("/quan-tri/khoa-api?da=thu-hoi", 303);
    return refusedAccountForm(submitted, language, revoked.code);
  }
  if (!submitted.value) return badForm(submitted);
  const { id, partner, expiresOn } = submitted.value;
  const expiresAt = expiresOn === undefined ? null : startOfDay(addDays(expiresOn, 1));
  const result = await issueApiKey({ id, partner, expiresAt }, actor, acting);
  // Answered by this page and not by a redirect: a key in an address would stay in histories and logs.
  if (result.ok) return json<Reply>({ issued: { partner, text: result.value } });
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function ApiKeys() {
  const t = useT();
  const { id, keys, revoked, held } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply | undefined;
  if (reply?.issued) return <IssuedApiKey {...reply.issued} />;
  const form = pageForm(reply?.form ?? held, { id });
  return (
    <Stack>
      <PageHeader title={t("accounts:apiKey.title")} lead={t("accounts:apiKey.lead")} />
      {revoked && !reply && (
        <Notice tone="success" live>
          {t("accounts:apiKey.revoked")}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Section title={t("accounts:apiKey.list")}>
        <ApiKeyList keys={keys} />
      </Section>
      <Section title={t("accounts:apiKey.new")}>
        <Form>
          <HiddenField name="id" value={form.value("id") ?? id} />
          <TextField
            {...form.field("partner")}
            label={t("accounts:apiKey.partner")}
            hint={t("accounts:apiKey.partnerHint")}
            autoComplete="off"
            maxLength={200}
            required
          />
          <DayField
            {...form.field("expiresOn")}
            label={t("accounts:apiKey.expiresOn")}
            optionalLabel={t("platform:form.optional")}
            hint={t("platform:form.dayHint")}
          />
          <FormActions>
            <Button>{t("accounts:apiKey.submit")}</Button>
          </FormActions>
        </Form>
      </Section>
    </Stack>
  );
}
