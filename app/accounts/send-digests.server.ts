import { z } from "zod";
import { rows } from "~/platform/db/client.server";
import { inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { isLanguage, type Language, type Translate, translator } from "~/platform/i18n";
import { defineTask } from "~/platform/jobs/task.server";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { accept } from "~/platform/result";
import { queueTextMessage } from "~/platform/text-messages/queue-text-message.server";
import { textOf } from "./notify.server";

/** More than anyone reads in a mail; the inbox holds the rest. */
const linesInMail = 50;

interface Recipient {
  id: string;
  email: string | null;
  phone: string | null;
  language: string;
}

interface Told {
  subject: string;
  path: string;
  enterprise: string | null;
}

/**
 * Sends everyone who can be reached one mail (or, without e-mail, one short message) of what was written before `until` and not told yet. What a mail tells
 * is marked in the transaction that queues it, so that several processes, and a run after a crash, tell nothing twice.
 * Answers how many were queued.
 */
export async function sendDigests(until: Date, now: Date): Promise<number> {
  const recipients = await rows<Recipient>(
    `SELECT id, language, CASE WHEN email_confirmed_at IS NOT NULL THEN email END AS email,
        CASE WHEN phone_confirmed_at IS NOT NULL THEN phone END AS phone
      FROM accounts a
      WHERE (email_confirmed_at IS NOT NULL OR phone_confirmed_at IS NOT NULL) AND disabled_at IS NULL
        AND EXISTS (SELECT FROM notices n WHERE n.account_id = a.id AND n.told_at IS NULL AND n.created_at < $1)
      ORDER BY id`,
    [until],
  );
  let queued = 0;
  for (const recipient of recipients) if (await sendDigest(recipient, until, now)) queued += 1;
  return queued;
}

async function sendDigest({ id, email, phone, ...recipient }: Recipient, until: Date, now: Date): Promise<boolean> {
  const sent = await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
    const told = await takeUntold(tx, id, until);
    const language = isLanguage(recipient.language) ? recipient.language : "vi";
    if (told.length > 0 && email) await queueDigest(tx, email, language, told);
    else if (told.length > 0 && phone) {
      const about = translator(language)("accounts:digest.text", { count: told.length });
      await queueTextMessage(tx, textOf("digest", language, about, phone));
    }
    return accept(told.length > 0);
  });
  return sent.ok && sent.value;
}

/** Marks what waits as told and answers it, by enterprise, the newest first; a second caller waits and finds nothing. */
const takeUntold = (tx: Transaction, accountId: string, until: Date): Promise<Told[]> =>
  tx.prisma.$queryRaw<Told[]>`
    WITH told AS (
      UPDATE notices SET told_at = ${tx.now}
      WHERE account_id = ${accountId}::uuid AND told_at IS NULL AND created_at < ${until}
      RETURNING id, subject, path, created_at, enterprise_id)
    SELECT told.subject, told.path, e.name AS enterprise
    FROM told LEFT JOIN enterprises e ON e.id = told.enterprise_id
    ORDER BY e.name NULLS LAST, e.id, told.created_at DESC, told.id DESC`;

async function queueDigest(tx: Transaction, to: string, language: Language, told: readonly Told[]): Promise<void> {
  const t = translator(language);
  const subject = t("accounts:digest.subject", { count: told.length });
  const rest = told.length - linesInMail;
  const { text, html } = mailLayout({
    language,
    heading: subject,
    paragraphs: [t("accounts:digest.lead"), ...(rest > 0 ? [t("accounts:digest.rest", { count: rest })] : [])],
    groups: groupsOf(told.slice(0, linesInMail), t),
    action: { label: t("accounts:digest.open"), url: `${environment().PUBLIC_ORIGIN}/hop-thu` },
    footer: t("accounts:digest.why"),
  });
  await queueMail(tx, { kind: "digest", to, language, subject, text, html });
}

function groupsOf(told: readonly Told[], t: Translate) {
  const groups = new Map<string, { label: string; url: string }[]>();
  for (const { enterprise, subject, path } of told) {
    const title = enterprise ?? t("accounts:digest.other");
    const links = groups.get(title) ?? [];
    groups.set(title, [...links, { label: subject, url: environment().PUBLIC_ORIGIN + path }]);
  }
  return [...groups].map(([title, links]) => ({ title, links }));
}

const payloadSchema = z.object({ _cron: z.object({ ts: z.coerce.date() }) });

/** The daily run; repeated after a crash, it still tells only of what was written before its hour. */
export const sendDigestsTask = defineTask(payloadSchema, async ({ _cron: { ts } }, { log }) => {
  log.info({ mails: await sendDigests(ts, new Date()) }, "digests queued");
});
