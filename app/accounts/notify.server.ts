import { randomUUID } from "node:crypto";
import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { isLanguage, type Language, type Translate, translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { type OutgoingMail, queueMails } from "~/platform/mail/queue-mail.server";
import { type OutgoingText, queueTextMessages } from "~/platform/text-messages/queue-text-message.server";

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

/** A notice and who reads it. */
export interface Telling {
  readers: readonly Reader[];
  notice: NewNotice;
}

const readerOf = (account: ReaderRow): Reader => ({
  accountId: account.id,
  email: account.emailConfirmedAt && account.email,
  phone: account.phoneConfirmedAt && account.phone,
  name: account.name,
  language: isLanguage(account.language) ? account.language : "vi",
  noticeDelivery: account.noticeDelivery,
});

/** Who is told about each of these enterprises: the members of it who can sign in, at most 50 of each. */
export async function membersOfEach(
  tx: Transaction,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<string, Reader[]>> {
  const members = await tx.prisma.$queryRaw<(ReaderRow & { enterpriseId: string })[]>`
    SELECT e.id AS "enterpriseId", m.*
    FROM unnest(${[...new Set(enterpriseIds)]}::uuid[]) AS e(id) CROSS JOIN LATERAL (
      SELECT a.id, a.email, a.phone, a.phone_confirmed_at AS "phoneConfirmedAt", a.email_confirmed_at AS "emailConfirmedAt",
        a.name, a.language, a.notice_delivery AS "noticeDelivery"
      FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.enterprise_id = e.id AND a.disabled_at IS NULL
        AND (a.email_confirmed_at IS NOT NULL OR a.phone_confirmed_at IS NOT NULL)
      ORDER BY m.created_at LIMIT 50) m`;
  const readers = new Map<string, Reader[]>();
  for (const { enterpriseId, ...member } of members) {
    readers.set(enterpriseId, [...(readers.get(enterpriseId) ?? []), readerOf(member)]);
  }
  return readers;
}

/** Who is told about one enterprise. */
export const membersToTell = async (tx: Transaction, enterpriseId: string): Promise<Reader[]> =>
  (await membersOfEach(tx, [enterpriseId])).get(enterpriseId) ?? [];

/** These accounts as readers, without the disabled ones. */
export async function accountsToTell(tx: Transaction, accountIds: readonly string[]): Promise<Reader[]> {
  const accounts = await tx.prisma.account.findMany({
    where: { id: { in: [...accountIds] }, disabledAt: null },
    select: {
      id: true,
      email: true,
      phone: true,
      phoneConfirmedAt: true,
      emailConfirmedAt: true,
      name: true,
      language: true,
      noticeDelivery: true,
    },
    orderBy: { createdAt: "asc" },
  });
  return accounts.map(readerOf);
}

/**
 * Tells readers of something in the transaction in which it happened: a notice in each inbox, and the same words by mail,
 * or their subject by short message where there is no e-mail, unless the reader gathers them once a day. Everyone reads
 * their own language.
 */
export const notify = (tx: Transaction, readers: readonly Reader[], notice: NewNotice): Promise<void> =>
  notifyAll(tx, [{ readers, notice }]);

/** Tells of many things at once, by as many statements as of one: what is decided in bulk or reminded of at night. */
export async function notifyAll(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
  const told = tellings.flatMap(({ readers, notice }) =>
    readers.map((reader) => ({
      id: randomUUID(),
      reader,
      notice,
      words: notice.words(translator(reader.language), reader),
      isToldNow: reader.noticeDelivery === "each" && (reader.email ?? reader.phone) !== null,
    })),
  );
  if (told.length === 0) return;
  const written = await tx.prisma.notice.createManyAndReturn({
    data: told.map(({ id, reader, notice, words, isToldNow }) => ({
      id,
      accountId: reader.accountId,
      event: notice.event,
      enterpriseId: notice.enterpriseId ?? null,
      onceKey: notice.onceKey ?? null,
      subject: words.subject,
      text: words.paragraphs.join("\n\n"),
      path: notice.path,
      createdAt: tx.now,
      toldAt: isToldNow ? tx.now : null,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  const isNew = new Set(written.map(({ id }) => id));
  const toTell = told.filter(({ id, isToldNow }) => isToldNow && isNew.has(id));
  await queueMails(
    tx,
    toTell.flatMap(({ reader: { email, language }, notice, words }) =>
      email ? [mailOf(notice, language, words, email)] : [],
    ),
  );
  await queueTextMessages(
    tx,
    toTell.flatMap(({ reader: { email, phone, language }, notice, words }) =>
      email === null && phone ? [textOf(notice.event, language, words.subject, phone)] : [],
    ),
  );
}

/** A short message that says what it is about and where to read on: the inbox, whose address is the shortest. */
export function textOf(kind: string, language: Language, about: string, to: string): OutgoingText {
  const inbox = `${environment().PUBLIC_ORIGIN}/hop-thu`;
  return { kind, to, language, text: translator(language)("accounts:inbox.textMessage", { about, inbox }) };
}

function mailOf({ event, path }: NewNotice, language: Language, words: Words, to: string): OutgoingMail {
  const { subject, paragraphs, action } = words;
  const { text, html } = mailLayout({
    language,
    heading: subject,
    paragraphs,
    action: { label: action, url: environment().PUBLIC_ORIGIN + path },
  });
  return { kind: event, to, language, subject, text, html };
}
