import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { type Language, translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { queueTextMessage } from "~/platform/text-messages/queue-text-message.server";

/** What accounts are told about themselves, by mail or short message. */
export type AccountMessage = "alreadySignedUp" | "passwordChanged" | "contactChanged" | "invitation" | "joinInvitation";

/** What only a mailed link can do; a phone gets a code instead. */
type MailOnly = "confirmEmail" | "resetPassword" | "changeEmail";

const kinds: Record<AccountMessage | MailOnly, string> = {
  confirmEmail: "confirm-email",
  alreadySignedUp: "already-signed-up",
  resetPassword: "reset-password",
  passwordChanged: "password-changed",
  contactChanged: "contact-changed",
  changeEmail: "change-email",
  invitation: "invitation",
  joinInvitation: "join-invitation",
};

/**
 * Queues a mail about an account, with one link to a page of this portal. None repeats a name that was typed by someone
 * unknown: it could be any message to the recipient.
 */
export async function queueAccountMail(
  tx: Transaction,
  mail: AccountMessage | MailOnly,
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

/** Tells an account something about itself where it is reached: by mail, else in a short message. */
export async function tellAccount(
  tx: Transaction,
  message: AccountMessage,
  to: { email?: string | null; phone?: string | null; language: Language },
  path: string,
  values: Record<string, string> = {},
): Promise<void> {
  const { email, phone, language } = to;
  if (email) return queueAccountMail(tx, message, { email, language }, path, values);
  if (!phone) return;
  const said = { ...values, url: environment().PUBLIC_ORIGIN + path };
  const text = translator(language)(`accounts:text.${message}`, said);
  await queueTextMessage(tx, { kind: kinds[message], to: phone, language, text });
}
