import { z } from "zod";
import { accountsToTell, membersOfEach, type NewNotice, notifyAll, type Telling } from "~/accounts/notify.server";
import { addDays, type Day, dayOf } from "~/platform/day";
import { dateColumn, dayColumn } from "~/platform/db/columns.server";
import { inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { formatDay } from "~/platform/format";
import { defineTask } from "~/platform/jobs/task.server";
import { accept } from "~/platform/result";
import { type ReminderDays, reminderDays, reminderDue } from "./reminder";

const atATime = 100;

const expiringSelect = {
  id: true,
  number: true,
  enterpriseId: true,
  validTo: true,
  enterprise: { select: { name: true } },
  scheme: { select: { nameVi: true, nameEn: true } },
  reminders: { select: { validTo: true, daysBefore: true } },
} as const;

/** The next certificates that end within the longest notice; those renewed, revoked or never verified are not told of. */
function nextExpiring(tx: Transaction, today: Day, after: string | undefined) {
  return tx.prisma.certificate.findMany({
    where: {
      status: "verified",
      validTo: { gte: dateColumn(today), lte: dateColumn(addDays(today, Math.max(...reminderDays))) },
      renewals: { none: { status: "verified" } },
      ...(after !== undefined && { id: { gt: after } }),
    },
    select: expiringSelect,
    orderBy: { id: "asc" },
    take: atATime,
  });
}

type Expiring = Awaited<ReturnType<typeof nextExpiring>>[number];
interface Due {
  certificate: Expiring;
  validTo: Day;
  days: ReminderDays;
}

function dueOf(certificate: Expiring, today: Day): Due[] {
  if (certificate.validTo === null) return [];
  const validTo = dayColumn(certificate.validTo);
  const days = reminderDue(validTo, today);
  const isTold = certificate.reminders.some((told) => dayColumn(told.validTo) === validTo && told.daysBefore === days);
  return days === null || isTold ? [] : [{ certificate, validTo, days }];
}

/** Of the reminders that are due, those that no other process has taken: each can be taken once, ever. */
async function take(tx: Transaction, due: readonly Due[]): Promise<Due[]> {
  if (due.length === 0) return [];
  const taken = await tx.prisma.certificateReminder.createManyAndReturn({
    data: due.map(({ certificate, validTo, days }) => ({
      certificateId: certificate.id,
      validTo: dateColumn(validTo),
      daysBefore: days,
      remindedAt: tx.now,
    })),
    skipDuplicates: true,
    select: { certificateId: true },
  });
  const ids = new Set(taken.map(({ certificateId }) => certificateId));
  return due.filter(({ certificate }) => ids.has(certificate.id));
}

/** Owners are told of each certificate by itself: each is renewed by itself. */
async function toOwners(tx: Transaction, due: readonly Due[]): Promise<Telling[]> {
  const members = await membersOfEach(
    tx,
    due.map(({ certificate }) => certificate.enterpriseId),
  );
  return due.map((one) => ({ readers: members.get(one.certificate.enterpriseId) ?? [], notice: ownersNotice(one) }));
}

function ownersNotice({ certificate, validTo, days }: Due): NewNotice {
  const { id, enterpriseId, number, scheme } = certificate;
  return {
    event: "certificate.expiring",
    enterpriseId,
    path: `/quan-ly/${enterpriseId}/chung-nhan/${id}`,
    onceKey: `certificate-expiry:${id}:${validTo}:${days}`,
    words: (t, { name, language }) => {
      const values = {
        name,
        number,
        scheme: language === "vi" ? scheme.nameVi : scheme.nameEn,
        day: formatDay(validTo, language),
      };
      return {
        subject: t("certification:mail.expiring.subject", values),
        paragraphs: [
          t("certification:mail.greeting", values),
          t("certification:mail.expiring.text", values),
          t("certification:mail.expiring.advice"),
        ],
        action: t("certification:mail.open"),
      };
    },
  };
}

/** The officers who verified them, as far as they are still officers; without one of those, all officers. */
async function desksOf(tx: Transaction, due: readonly Due[]): Promise<Map<string, Due[]>> {
  const reviews = await tx.prisma.review.findMany({
    where: {
      subjectKind: "certificate",
      subjectId: { in: due.map(({ certificate }) => certificate.id) },
      decision: "verify",
    },
    select: { subjectId: true, decidedById: true },
  });
  const officers = await tx.prisma.account.findMany({
    where: { role: "officer", disabledAt: null },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: 200,
  });
  const working = new Set(officers.map(({ id }) => id));
  const verifiedBy = new Map(reviews.map(({ subjectId, decidedById }) => [subjectId, decidedById]));
  const desks = new Map<string, Due[]>();
  for (const one of due) {
    const officer = verifiedBy.get(one.certificate.id);
    const readers = officer && working.has(officer) ? [officer] : [...working];
    for (const reader of readers) desks.set(reader, [...(desks.get(reader) ?? []), one]);
  }
  return desks;
}

const mostNamed = 10;

/** Officers are told of all in one notice. */
async function toOfficers(tx: Transaction, due: readonly Due[]): Promise<Telling[]> {
  const desks = await desksOf(tx, due);
  const readers = await accountsToTell(tx, [...desks.keys()]);
  return readers.flatMap((reader) => {
    const notice = officersNotice(desks.get(reader.accountId) ?? []);
    return notice ? [{ readers: [reader], notice }] : [];
  });
}

function officersNotice(due: readonly Due[]): NewNotice | null {
  const [first] = due;
  if (!first) return null;
  return {
    event: "certificate.expiring",
    path: due.length === 1 ? `/tham-dinh/chung-nhan/${first.certificate.id}` : "/so/chung-nhan?tinhTrang=expiring",
    onceKey: `certificate-expiry:${first.certificate.id}:${first.validTo}:${first.days}`,
    words: (t, { language }) => ({
      subject: t("certification:mail.expiring.desk", { count: due.length }),
      paragraphs: due.slice(0, mostNamed).map(({ certificate, validTo }) =>
        t("certification:mail.expiring.line", {
          number: certificate.number,
          enterprise: certificate.enterprise.name,
          day: formatDay(validTo, language),
        }),
      ),
      action: t("certification:mail.expiring.open"),
    }),
  };
}

/**
 * Tells owners, and the officers who verified them, which certificates are about to end: each reminder once, however
 * often and by however many processes this runs. What could not be told in time is told late, but only the nearest.
 * Answers how many reminders it gave.
 */
export async function remindOfExpiry(now: Date): Promise<number> {
  const today = dayOf(now);
  let reminded = 0;
  let after: string | undefined;
  do {
    const page = await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
      const expiring = await nextExpiring(tx, today, after);
      const taken = await take(
        tx,
        expiring.flatMap((certificate) => dueOf(certificate, today)),
      );
      if (taken.length > 0) await notifyAll(tx, [...(await toOwners(tx, taken)), ...(await toOfficers(tx, taken))]);
      return accept({ taken: taken.length, last: expiring.length < atATime ? undefined : expiring.at(-1)?.id });
    });
    reminded += page.value.taken;
    after = page.value.last;
  } while (after !== undefined);
  return reminded;
}

export const remindOfExpiryTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info({ reminded: await remindOfExpiry(new Date()) }, "reminded of certificates that are about to end");
});
