import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readFields, refusedAccountForm } from "~/accounts/account-form.server";
import { findOwnAccount } from "~/accounts/account-queries.server";
import { askContactChange } from "~/accounts/change-contact.server";
import {
  changeNoticeDelivery,
  changePassword,
  changeProfile,
  endOwnSessions,
} from "~/accounts/change-own-account.server";
import { AccountContact, ContactField, NameField, NewPasswordField } from "~/accounts/components/account-form";
import { NoticeDeliveryForm } from "~/accounts/components/notice-delivery-form";
import { SessionList } from "~/accounts/components/session-list";
import { contactAsWritten, mobileAsWritten } from "~/accounts/contact";
import { changeContactSchema, changePasswordSchema, noticeDeliverySchema, profileSchema } from "~/accounts/credentials";
import { door, notFound } from "~/accounts/door.server";
import { liveSessions, openSession } from "~/accounts/session.server";
import { badForm, parseForm } from "~/platform/http/form.server";
import { type FormState, type PageForm, pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { languages, useT } from "~/platform/i18n";
import {
  Button,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  SummaryList,
  TextField,
} from "~/ui";

const notices = {
  "thong-tin": "saved",
  "lien-he": "contactChanged",
  "gui-thu": "changeMailed",
  "thong-bao": "deliverySaved",
  "mat-khau": "passwordChanged",
  "thiet-bi": "sessionEnded",
} as const;

const isNotice = (value: string | null): value is keyof typeof notices =>
  value !== null && Object.hasOwn(notices, value);

export const loader = door("account.use").load(async ({ actor, url, now, t, heldForm }) => {
  const account = await findOwnAccount(actor.accountId);
  if (!account) throw notFound();
  const done = url.searchParams.get("da");
  const { name, email, role } = actor;
  const sessions = await liveSessions(actor.accountId, now);
  return {
    title: t("accounts:own.title"),
    account: {
      ...account,
      name,
      email,
      role,
      contact: contactAsWritten({ email, phone: account.phone }),
      number: account.phone && mobileAsWritten(account.phone),
    },
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === actor.sessionId })),
    now,
    done: isNotice(done) ? notices[done] : null,
    held: (await heldForm()) ?? null,
  };
});

export const action = door("account.use").act(async ({ request, actor, acting, language, clientAddress }) => {
  const fields = await readFields(request);
  switch (fields.get("viec")) {
    case "thong-tin": {
      const submitted = parseForm(fields, profileSchema, language);
      if (!submitted.value) return badForm(submitted);
      const result = await changeProfile(submitted.value, actor, acting);
      if (!result.ok) return refusedAccountForm(submitted, language, result.code);
      return redirect("/tai-khoan?da=thong-tin", 303);
    }
    case "thong-bao": {
      const submitted = parseForm(fields, noticeDeliverySchema, language);
      if (!submitted.value) return badForm(submitted);
      const result = await changeNoticeDelivery(submitted.value, actor, acting);
      if (!result.ok) return refusedAccountForm(submitted, language, result.code);
      return redirect("/tai-khoan?da=thong-bao", 303);
    }
    case "mat-khau": {
      const submitted = parseForm(fields, changePasswordSchema, language);
      if (!submitted.value) return badForm(submitted);
      const { passwordCurrent, password } = submitted.value;
      const result = await changePassword({ current: passwordCurrent, password }, actor, acting);
      if (!result.ok) return refusedAccountForm(submitted, language, result.code);
      const cookie = await openSession(request, actor.accountId, acting);
      return redirect("/tai-khoan?da=mat-khau", { status: 303, headers: { "Set-Cookie": cookie } });
    }
    case "lien-he": {
      const submitted = parseForm(fields, changeContactSchema, language);
      if (!submitted.value) return badForm(submitted);
      const { contact, passwordPresent } = submitted.value;
      const asked = await askContactChange(contact, passwordPresent, clientAddress, actor, acting);
      if (!asked.ok) return refusedAccountForm(submitted, language, asked.code);
      return redirect(asked.value === null ? "/tai-khoan?da=gui-thu" : `/tai-khoan/so/${asked.value}`, 303);
    }
    case "dang-xuat-thiet-bi": {
      const id = z.uuid().safeParse(fields.get("phien"));
      if (!id.success) throw notFound();
      await endOwnSessions({ only: id.data }, actor, acting);
      return redirect("/tai-khoan?da=thiet-bi", 303);
    }
    case "dang-xuat-thiet-bi-khac":
      await endOwnSessions("others", actor, acting);
      return redirect("/tai-khoan?da=thiet-bi", 303);
    default:
      throw notFound();
  }
});

export const meta = titleOf;

/** The state belongs to the one form of the page that was sent. */
const ifSent = (state: FormState | null | undefined, which: string): FormState | undefined =>
  state?.values.viec?.[0] === which ? state : undefined;

export default function Account() {
  const t = useT();
  const { account, sessions, now, done, held } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const state = reply?.form ?? held;
  const { name, email, number, contact, role, language, noticeDelivery, version } = account;
  const profile = pageForm(ifSent(state, "thong-tin"), { name, language });
  const delivery = pageForm(ifSent(state, "thong-bao"), { noticeDelivery });
  const reach = pageForm(ifSent(state, "lien-he"));
  const password = pageForm(ifSent(state, "mat-khau"));
  return (
    <Stack>
      <PageHeader title={t("accounts:own.title")} lead={`${contact} · ${t(`accounts:role.${role}`)}`} />
      {done && !reply && (
        <Notice tone="success" live>
          {t(`accounts:own.${done}`)}
        </Notice>
      )}
      <ErrorSummary
        title={t("platform:form.errors")}
        errors={[...profile.errors, ...delivery.errors, ...reach.errors, ...password.errors]}
      />
      <Section title={t("accounts:own.profile")}>
        <Form label={t("accounts:own.profile")}>
          <HiddenField name="viec" value="thong-tin" />
          <HiddenField name="version" value={version} />
          <NameField form={profile} />
          <RadioGroup
            {...profile.field("language")}
            label={t("accounts:mailLanguage.label")}
            inline
            choices={languages.map((value) => ({ value, label: t(`accounts:language.${value}`) }))}
          />
          <FormActions>
            <Button>{t("accounts:own.save")}</Button>
          </FormActions>
        </Form>
      </Section>
      <NoticeDeliveryForm form={delivery} version={version} />
      <Section title={t("accounts:own.reach")} lead={t("accounts:own.reachLead")}>
        <SummaryList
          items={[
            { key: "email", term: t("accounts:email.label"), value: email ?? t("accounts:own.noEmail") },
            { key: "phone", term: t("accounts:phone.label"), value: number ?? t("accounts:own.noPhone") },
          ]}
        />
        <Form label={t("accounts:own.reach")}>
          <HiddenField name="viec" value="lien-he" />
          <ContactField form={reach} label={t("accounts:own.newContact")} hint={t("accounts:own.newContactHint")} />
          <PresentPassword form={reach} name="passwordPresent" />
          <FormActions>
            <Button>{t("accounts:own.changeContact")}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={t("accounts:own.passwordTitle")} lead={t("accounts:own.passwordLead")}>
        <Form label={t("accounts:own.passwordTitle")}>
          <HiddenField name="viec" value="mat-khau" />
          <AccountContact contact={contact} />
          <PresentPassword form={password} />
          <NewPasswordField form={password} label={t("accounts:password.new")} />
          <FormActions>
            <Button>{t("accounts:own.changePassword")}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={t("accounts:own.sessions")} lead={t("accounts:own.sessionsLead")}>
        <Stack>
          <SessionList sessions={sessions} now={now} />
          {sessions.length > 1 && (
            <form method="post">
              <HiddenField name="viec" value="dang-xuat-thiet-bi-khac" />
              <Button variant="secondary">{t("accounts:own.endOthers")}</Button>
            </form>
          )}
        </Stack>
      </Section>
    </Stack>
  );
}

/** Two forms of the page ask for it, under two names: errors are linked to by name. */
function PresentPassword({ form, name = "passwordCurrent" }: { form: PageForm; name?: string }) {
  const t = useT();
  return (
    <TextField
      {...form.field(name)}
      type="password"
      label={t("accounts:password.current")}
      autoComplete="current-password"
      maxLength={1_000}
      required
    />
  );
}
