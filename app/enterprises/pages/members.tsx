import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ContactField } from "~/accounts/components/account-form";
import { contactField } from "~/accounts/contact";
import { door, notFound } from "~/accounts/door.server";
import { MandateList } from "~/enterprises/components/mandate-list";
import { MemberInvitations, MemberList } from "~/enterprises/components/member-list";
import { inviteMember, resendInvitation, withdrawMemberInvitation } from "~/enterprises/invite-member.server";
import { listMandates } from "~/enterprises/mandate-queries.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { listMemberInvitations, listMembers } from "~/enterprises/member-queries.server";
import { removeMember } from "~/enterprises/remove-member.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
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

const done = { moi: "invited", "thu-hoi": "withdrawn", "dua-ra": "removed" } as const;
const isDone = (value: string | null): value is keyof typeof done => value !== null && Object.hasOwn(done, value);

export const loader = door("enterprise.manage").load(async (visit) => {
  const { id, name } = await memberEnterprise(visit);
  const { actor, now, url, t, heldForm } = visit;
  const [members, invitations, mandates] = await Promise.all([
    listMembers(id),
    listMemberInvitations(id, now),
    listMandates(id),
  ]);
  const what = url.searchParams.get("da");
  return {
    title: t("enterprises:members.title"),
    enterprise: { id, name },
    members,
    invitations,
    mandates,
    ownId: actor.accountId,
    newId: randomUUID(),
    done: isDone(what) ? done[what] : null,
    held: await heldForm(),
  };
});

const inviteSchema = z.object({ id: z.uuid(), contact: contactField });
const invitationSchema = z.object({ id: z.uuid() });
const memberSchema = z.object({ accountId: z.uuid() });

export const action = door("enterprise.manage").act(async (visit) => {
  const { request, actor, acting, language, clientAddress } = visit;
  const { id: enterpriseId } = await memberEnterprise(visit);
  const here = `/quan-ly/${enterpriseId}/thanh-vien`;
  const { form } = await readForm(request);
  const refused = (submitted: ReturnType<typeof parseForm>, code: string) => {
    if (code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "enterprises", code });
  };
  switch (form.get("viec")) {
    case "dua-ra": {
      const submitted = parseForm(form, memberSchema, language);
      if (!submitted.value) return badForm(submitted);
      const removed = await removeMember({ enterpriseId, ...submitted.value }, actor, acting);
      if (!removed.ok) return refused(submitted, removed.code);
      return redirect(submitted.value.accountId === actor.accountId ? "/ban-lam-viec" : `${here}?da=dua-ra`, 303);
    }
    case "thu-hoi": {
      const submitted = parseForm(form, invitationSchema, language);
      if (!submitted.value) return badForm(submitted);
      const withdrawn = await withdrawMemberInvitation({ enterpriseId, ...submitted.value }, actor, acting);
      return withdrawn.ok ? redirect(`${here}?da=thu-hoi`, 303) : refused(submitted, withdrawn.code);
    }
    case "gui-lai": {
      const submitted = parseForm(form, invitationSchema, language);
      if (!submitted.value) return badForm(submitted);
      const sent = await resendInvitation({ enterpriseId, ...submitted.value }, clientAddress, actor, acting);
      return sent.ok ? redirect(`${here}?da=moi`, 303) : refused(submitted, sent.code);
    }
    default: {
      const submitted = parseForm(form, inviteSchema, language);
      if (!submitted.value) return badForm(submitted);
      const invited = await inviteMember({ enterpriseId, ...submitted.value }, clientAddress, actor, acting);
      return invited.ok ? redirect(`${here}?da=moi`, 303) : refused(submitted, invited.code);
    }
  }
});

export const meta = titleOf;

export default function Members() {
  const t = useT();
  const { enterprise, members, invitations, mandates, ownId, newId, done: what, held } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const state = reply?.form ?? held;
  // The buttons beside members and invitations are forms of their own, which name what they are for.
  const form = pageForm(state?.values.viec ? undefined : state, { id: newId });
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: t("enterprises:members.title") },
        ]}
      />
      <PageHeader title={t("enterprises:members.title")} lead={t("enterprises:members.lead")} />
      <Stack>
        {what && !reply && (
          <Notice tone="success" live>
            {t(`enterprises:members.done.${what}`)}
          </Notice>
        )}
        <ErrorSummary title={t("platform:form.errors")} errors={pageForm(state).errors} />
        <MemberList members={members} ownId={ownId} />
        <Section title={t("enterprises:members.invite")} lead={t("enterprises:members.inviteLead")}>
          <Form>
            <HiddenField name="id" value={form.value("id") ?? newId} />
            <ContactField form={form} />
            <FormActions>
              <Button>{t("enterprises:members.send")}</Button>
            </FormActions>
          </Form>
        </Section>
        <Section title={t("enterprises:members.waiting")}>
          <MemberInvitations invitations={invitations} />
        </Section>
        <Section title={t("enterprises:mandate.title")} lead={t("enterprises:members.mandatesLead")}>
          <MandateList mandates={mandates} />
        </Section>
      </Stack>
    </>
  );
}
