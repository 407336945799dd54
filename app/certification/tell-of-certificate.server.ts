import { membersOfEach, notifyAll, type Reader, type Words } from "~/accounts/notify.server";
import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { formatDay } from "~/platform/format";
import type { Translate } from "~/platform/i18n";
import type { Reason, SaidReason } from "~/reviews/reason";
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
  /** The decision document by which it was done. */
  document?: { number: string; day: Day };
}

interface Decided {
  id: string;
  enterpriseId: string;
  number: string;
  scheme: { nameVi: string; nameEn: string };
}

/**
 * Tells every member of their enterprises, each in their language, what was decided on certificates and why. Several of
 * one enterprise are told of in one notice.
 */
export async function tellOfCertificates(
  tx: Transaction,
  event: keyof typeof kinds,
  certificateIds: readonly string[],
  told: Told,
): Promise<void> {
  const certificates = await tx.prisma.certificate.findMany({
    where: { id: { in: [...certificateIds] } },
    select: { id: true, enterpriseId: true, number: true, scheme: { select: { nameVi: true, nameEn: true } } },
    orderBy: [{ number: "asc" }, { id: "asc" }],
  });
  const decided = new Map<string, Decided[]>();
  for (const one of certificates) decided.set(one.enterpriseId, [...(decided.get(one.enterpriseId) ?? []), one]);
  const members = await membersOfEach(tx, [...decided.keys()]);
  const said = await wordReasons(tx, "certificate", told.reasons);
  await notifyAll(
    tx,
    [...decided].map(([enterpriseId, ofOne]) => ({
      readers: members.get(enterpriseId) ?? [],
      notice: {
        event,
        enterpriseId,
        path: `/quan-ly/${enterpriseId}${ofOne.length === 1 ? `/chung-nhan/${ofOne[0]?.id}` : "#chung-nhan"}`,
        words: (t, reader) => wordsOf(t, reader, { kind: kinds[event], decided: ofOne, said, told }),
      },
    })),
  );
}

const mostNamed = 10;

interface Telling {
  kind: (typeof kinds)[keyof typeof kinds];
  decided: readonly Decided[];
  said: readonly SaidReason[];
  told: Told;
}

function wordsOf(t: Translate, { name, language }: Reader, { kind, decided, said, told }: Telling): Words {
  const { note, revocation, document } = told;
  const day = revocation ? formatDay(revocation.revokedOn, language) : "";
  const inWords = ({ number, scheme }: Decided) => ({
    number,
    scheme: language === "vi" ? scheme.nameVi : scheme.nameEn,
    day,
  });
  const [first] = decided;
  const only = decided.length === 1 && first ? inWords(first) : null;
  const many = { count: decided.length, day };
  const why = said.map((reason) =>
    [
      isCertificateField(reason.field) ? t(`certification:field.${reason.field}`) : reason.field,
      reasonText(reason, language),
    ].join(": "),
  );
  return {
    subject: only ? t(`certification:mail.${kind}.subject`, only) : t(`certification:mail.${kind}.subjectOfMany`, many),
    paragraphs: [
      t("certification:mail.greeting", { name }),
      only ? t(`certification:mail.${kind}.text`, only) : t(`certification:mail.${kind}.textOfMany`, many),
      ...why,
      revocation ? t(`certification:revocation.reason.${revocation.reason}`) : "",
      note,
      document
        ? t("certification:mail.document", { number: document.number, day: formatDay(document.day, language) })
        : "",
      ...(only ? [] : decided.slice(0, mostNamed).map((one) => t("certification:mail.named", inWords(one)))),
      decided.length > mostNamed ? t("certification:mail.more", { count: decided.length - mostNamed }) : "",
    ].filter(Boolean),
    action: only ? t("certification:mail.open") : t("certification:mail.openList"),
  };
}
