import { membersToTell, notify } from "~/accounts/notify.server";
import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { formatDay } from "~/platform/format";
import type { Reason } from "~/reviews/reason";
import { reasonText } from "~/reviews/reason";
import { wordReasons } from "~/reviews/reason-queries.server";
import { isCertificateField } from "./certificate-form";
import type { RevocationReason } from "./revocation";

const kinds = {
  "certificate.verified": "verified",
  "certificate.returned": "returned",
  "certificate.refused": "refused",
  "certificate.revoked": "revoked",
} as const;

interface Told {
  note: string;
  reasons: readonly Reason[];
  revocation?: { reason: RevocationReason; revokedOn: Day };
}

/** Tells every member of the enterprise, each in their language, what was decided and why. */
export async function tellOfCertificate(
  tx: Transaction,
  event: keyof typeof kinds,
  certificateId: string,
  enterpriseId: string,
  { note, reasons, revocation }: Told,
): Promise<void> {
  const certificate = await tx.prisma.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { number: true, scheme: { select: { nameVi: true, nameEn: true } } },
  });
  const said = await wordReasons(tx, "certificate", reasons);
  await notify(tx, await membersToTell(tx, enterpriseId), {
    event,
    enterpriseId,
    path: `/quan-ly/${enterpriseId}/chung-nhan/${certificateId}`,
    words: (t, { name, language }) => {
      const kind = kinds[event];
      const scheme = language === "vi" ? certificate.scheme.nameVi : certificate.scheme.nameEn;
      const day = revocation ? formatDay(revocation.revokedOn, language) : "";
      const values = { number: certificate.number, scheme, name, day };
      const why = said.map((reason) =>
        [
          isCertificateField(reason.field) ? t(`certification:field.${reason.field}`) : reason.field,
          reasonText(reason, language),
        ].join(": "),
      );
      return {
        subject: t(`certification:mail.${kind}.subject`, values),
        paragraphs: [
          t("certification:mail.greeting", values),
          t(`certification:mail.${kind}.text`, values),
          ...why,
          revocation ? t(`certification:revocation.reason.${revocation.reason}`) : "",
          note,
        ].filter(Boolean),
        action: t("certification:mail.open"),
      };
    },
  });
}
