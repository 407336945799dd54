import type { ReactNode } from "react";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { ErrorSummary, Form, Notice, PageHeader, Stack, TextField } from "~/ui";
import { passwordLength } from "../password";

/** A page with one short form: title, what it is for, errors, fields. */
export function AccountFormPage(props: {
  title: string;
  lead?: ReactNode;
  notice?: ReactNode;
  form: PageForm;
  children: ReactNode;
  after?: ReactNode;
}) {
  const t = useT();
  return (
    <Stack>
      <PageHeader title={props.title} lead={props.lead} />
      {props.notice}
      <ErrorSummary title={t("platform:form.errors")} errors={props.form.errors} />
      <Form>{props.children}</Form>
      {props.after && <div className="ui-prose">{props.after}</div>}
    </Stack>
  );
}

export function NameField({ form, hint, label }: { form: PageForm; hint?: string; label?: string }) {
  const t = useT();
  return (
    <TextField
      {...form.field("name")}
      label={label ?? t("accounts:name.label")}
      hint={hint}
      autoComplete={label === undefined ? "name" : "off"}
      maxLength={120}
      required
    />
  );
}

export function EmailField({ form }: { form: PageForm }) {
  const t = useT();
  return (
    <TextField
      {...form.field("email")}
      type="email"
      inputMode="email"
      label={t("accounts:email.label")}
      autoComplete="username"
      maxLength={254}
      spellCheck={false}
      required
    />
  );
}

/** One field for either an e-mail address or a mobile number. */
export function ContactField({
  form,
  hint,
  label,
  autoComplete = "off",
}: {
  form: PageForm;
  hint?: string;
  label?: string;
  autoComplete?: "username" | "off";
}) {
  const t = useT();
  return (
    <TextField
      {...form.field("contact")}
      label={label ?? t("accounts:contact.label")}
      hint={hint}
      autoComplete={autoComplete}
      maxLength={254}
      spellCheck={false}
      required
    />
  );
}

/** Where a code from a short message is typed; the phone's keyboard offers it by itself. */
export function CodeField({ form }: { form: PageForm }) {
  const t = useT();
  return (
    <TextField
      {...form.field("code")}
      label={t("accounts:code.label")}
      hint={t("accounts:code.hint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={50}
      width="short"
      required
    />
  );
}

export function NewPasswordField({ form, label }: { form: PageForm; label: string }) {
  const t = useT();
  return (
    <TextField
      {...form.field("password")}
      type="password"
      label={label}
      hint={t("accounts:password.hint")}
      autoComplete="new-password"
      minLength={passwordLength.min}
      maxLength={passwordLength.max}
      required
    />
  );
}

/** Tells a password manager which account a new password belongs to. */
export function AccountContact({ contact }: { contact: string }) {
  const t = useT();
  return (
    <TextField
      name="username"
      label={t("accounts:contact.label")}
      defaultValue={contact}
      autoComplete="username"
      readOnly
    />
  );
}

/** What stands where a mailed link no longer works. */
export function DeadLink({ text, actions }: { text: string; actions: ReactNode }) {
  const t = useT();
  return (
    <Stack>
      <PageHeader title={t("accounts:link.deadTitle")} lead={t("accounts:link.dead")} actions={actions} />
      <Notice>{text}</Notice>
    </Stack>
  );
}
