import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { type Language, translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";

/** The mails about accounts. None repeats a name that was typed by someone unknown: it could be any message to the recipient. */
export type AccountMail = "confirmEmail" | "alreadySignedUp" | "resetPassword" | "passwordChanged" | "invitation";

const kinds: Record<AccountMail, string> = {
  confirmEmail: "confirm-email",
  alreadySignedUp: "already-signed-up",
  resetPassword: "reset-password",
  passwordChanged: "password-changed",
  invitation: "invitation",
};

/** Queues a mail about an account, with one link to a page of this portal. */
export async function queueAccountMail(
  tx: Transaction,
  mail: AccountMail,
  to: { email: string; language: Language },
  path: string,
  values: Record<string, string> = {},
): Promise<void> {
  const t = translator(to.language);
  const { html, text } = mailLayout({
    language: to.language,
    heading: t(`accounts:mail.${mail}.heading`, values),
    paragraphs: [t(`accounts:mail.${mail}.what`, values), t(`accounts:mail.${mail}.further`, values)],
    action: { label: t(`accounts:mail.${mail}.action`, values), url: environment().PUBLIC_ORIGIN + path },
    footer: t("accounts:mail.footer"),
  });
  await queueMail(tx, {
    kind: kinds[mail],
    to: to.email,
    language: to.language,
    subject: t(`accounts:mail.${mail}.subject`, values),
    text,
    html,
  });
}
