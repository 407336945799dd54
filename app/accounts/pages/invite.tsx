import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readFields, refusedAccountForm } from "~/accounts/account-form.server";
import { openInvitations } from "~/accounts/account-queries.server";
import { ContactField } from "~/accounts/components/account-form";
import { InvitationList } from "~/accounts/components/invitation-list";
import { contactField } from "~/accounts/contact";
import { door, notFound } from "~/accounts/door.server";
import { inviteStaff, withdrawInvitation } from "~/accounts/invite-staff.server";
import { staffRoles } from "~/accounts/staff-roles";
import { badForm, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { languages, useT } from "~/platform/i18n";
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
} from "~/ui";

const schema = z.object({
  id: z.uuid(),
  contact: contactField,
  role: z.enum(staffRoles),
  language: z.enum(languages),
});

const notices = { gui: "sent", "thu-hoi": "withdrawn" } as const;

export const loader = door("account.administer").load(async ({ url, now, t, heldForm }) => {
  const done = url.searchParams.get("da");
  return {
    title: t("accounts:invite.title"),
    id: randomUUID(),
    invitations: await openInvitations(now),
    done: done === "gui" || done === "thu-hoi" ? notices[done] : null,
    held: await heldForm(),
  };
});

export const action = door("account.administer").act(async ({ request, actor, acting, language }) => {
  const fields = await readFields(request);
  const submitted = parseForm(fields, schema, language);
  if (fields.get("viec") === "thu-hoi") {
    const id = z.uuid().safeParse(fields.get("id"));
    if (!id.success) throw notFound();
    const withdrawn = await withdrawInvitation(id.data, actor, acting);
    if (withdrawn.ok) return redirect("/quan-tri/loi-moi?da=thu-hoi", 303);
    return refusedAccountForm(submitted, language, withdrawn.code);
  }
  if (!submitted.value) return badForm(submitted);
  const result = await inviteStaff(submitted.value, actor, acting);
  if (result.ok) return redirect("/quan-tri/loi-moi?da=gui", 303);
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function Invite() {
  const t = useT();
  const { id, invitations, done, held } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const form = pageForm(reply?.form ?? held, { id, role: "officer", language: "vi" });
  return (
    <Stack>
      <PageHeader
        title={t("accounts:invite.title")}
        lead={t("accounts:invite.lead")}
        actions={
          <ButtonLink variant="secondary" href="/quan-tri/loi-moi/to-cong-nghe-so">
            {t("accounts:invite.digitalTeam")}
          </ButtonLink>
        }
      />
      {done && !reply && (
        <Notice tone="success" live>
          {t(`accounts:invite.${done}`)}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Section title={t("accounts:invite.new")}>
        <Form>
          <HiddenField name="id" value={form.value("id") ?? id} />
          <ContactField form={form} />
          <RadioGroup
            {...form.field("role")}
            label={t("accounts:invite.role")}
            choices={staffRoles.map((value) => ({
              value,
              label: t(`accounts:role.${value}`),
              hint: t(`accounts:invite.${value}Hint`),
            }))}
          />
          <RadioGroup
            {...form.field("language")}
            label={t("accounts:mailLanguage.label")}
            inline
            choices={languages.map((value) => ({ value, label: t(`accounts:language.${value}`) }))}
          />
          <FormActions>
            <Button>{t("accounts:invite.submit")}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={t("accounts:invite.open")}>
        <InvitationList invitations={invitations} />
      </Section>
    </Stack>
  );
}
