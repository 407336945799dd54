import { membersToTell } from "~/accounts/membership.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import type { Reason } from "~/reviews/decide-review.server";
import { isReasonField, reasonWords } from "./reason";

const kinds = {
  "certificate.verified": "verified",
  "certificate.returned": "returned",
  "certificate.refused": "refused",
  "certificate.revoked": "revoked",
} as const;

/** Tells every member of the enterprise, each in their language, what was decided and why. */
export async function queueCertificateMail(
  tx: Transaction,
  event: keyof typeof kinds,
  certificateId: string,
  enterpriseId: string,
  { note, reasons }: { note: string; reasons: readonly Reason[] },
): Promise<void> {
  const certificate = await tx.prisma.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { number: true, scheme: { select: { nameVi: true, nameEn: true } } },
  });
  const url = `${environment().PUBLIC_ORIGIN}/quan-ly/${enterpriseId}/chung-nhan/${certificateId}`;
  for (const { email, name, language } of await membersToTell(tx, enterpriseId)) {
    const t = translator(language);
    const kind = kinds[event];
    const scheme = language === "vi" ? certificate.scheme.nameVi : certificate.scheme.nameEn;
    const values = { number: certificate.number, scheme, name };
    const why = reasons.map(({ field, reason, comment }) =>
      [isReasonField(field) ? t(`certification:field.${field}`) : field, reasonWords(t, reason), comment]
        .filter(Boolean)
        .join(": "),
    );
    const { text, html } = mailLayout({
      language,
      heading: t(`certification:mail.${kind}.subject`, values),
      paragraphs: [
        t("certification:mail.greeting", values),
        t(`certification:mail.${kind}.text`, values),
        ...why,
        note,
      ].filter(Boolean),
      action: { label: t("certification:mail.open"), url },
    });
    await queueMail(tx, {
      kind: event,
      to: email,
      language,
      subject: t(`certification:mail.${kind}.subject`, values),
      text,
      html,
    });
  }
}
