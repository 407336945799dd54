import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { isLanguage, type Language, type Translate, translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";

/** Someone who is told of things, and how. */
export interface Reader {
  accountId: string;
  email: string | null;
  phone: string | null;
  name: string;
  language: Language;
  noticeDelivery: string;
}

export interface Words {
  subject: string;
  paragraphs: readonly string[];
  /** What the link to `path` is called. */
  action: string;
}

export interface NewNotice {
  /** The event of the journal that it tells of, such as "certificate.verified". */
  event: string;
  enterpriseId?: string;
  /** Where the reader does something about it, a path of this portal. */
  path: string;
  /** Of two notices to one account with the same key, only the first is written: for reminders and repeated jobs. */
  onceKey?: string;
  words(t: Translate, reader: Reader): Words;
}

const readerColumns = {
  id: true,
  email: true,
  phone: true,
  phoneConfirmedAt: true,
  emailConfirmedAt: true,
  name: true,
  language: true,
  noticeDelivery: true,
} as const;

interface ReaderRow {
  id: string;
  email: string | null;
  phone: string | null;
  phoneConfirmedAt: Date | null;
  emailConfirmedAt: Date | null;
  name: string;
  language: string;
  noticeDelivery: string;
}

const readerOf = (account: ReaderRow): Reader => ({
  accountId: account.id,
  email: account.emailConfirmedAt && account.email,
  phone: account.phoneConfirmedAt && account.phone,
  name: account.name,
  language: isLanguage(account.language) ? account.language : "vi",
  noticeDelivery: account.noticeDelivery,
});

/** Who is told about an enterprise: its members who can sign in, at most 50. */
export async function membersToTell(tx: Transaction, enterpriseId: string): Promise<Reader[]> {
  const members = await tx.prisma.membership.findMany({
    where: {
      enterpriseId,
      account: { disabledAt: null, OR: [{ emailConfirmedAt: { not: null } }, { phoneConfirmedAt: { not: null } }] },
    },
    select: { account: { select: readerColumns } },
    orderBy: { createdAt: "asc" },
    take: 50,
  });
  return members.map(({ account }) => readerOf(account));
}

/** These accounts as readers, without the disabled ones. */
export async function accountsToTell(tx: Transaction, accountIds: readonly string[]): Promise<Reader[]> {
  const accounts = await tx.prisma.account.findMany({
    where: { id: { in: [...accountIds] }, disabledAt: null },
    select: readerColumns,
    orderBy: { createdAt: "asc" },
  });
  return accounts.map(readerOf);
}

/**
 * Tells readers of something in the transaction in which it happened: a notice in each inbox, and the same words by mail
 * unless the reader gathers them in a daily one. Everyone reads their own language.
 */
export async function notify(tx: Transaction, readers: readonly Reader[], notice: NewNotice): Promise<void> {
  for (const reader of readers) {
    const { subject, paragraphs, action } = notice.words(translator(reader.language), reader);
    const mailed = reader.email !== null && reader.noticeDelivery === "each";
    const { count } = await tx.prisma.notice.createMany({
      data: [
        {
          accountId: reader.accountId,
          event: notice.event,
          enterpriseId: notice.enterpriseId ?? null,
          onceKey: notice.onceKey ?? null,
          subject,
          text: paragraphs.join("\n\n"),
          path: notice.path,
          createdAt: tx.now,
          toldAt: mailed ? tx.now : null,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0 || !mailed || reader.email === null) continue;
    const { text, html } = mailLayout({
      language: reader.language,
      heading: subject,
      paragraphs,
      action: { label: action, url: environment().PUBLIC_ORIGIN + notice.path },
    });
    await queueMail(tx, { kind: notice.event, to: reader.email, language: reader.language, subject, text, html });
  }
}
