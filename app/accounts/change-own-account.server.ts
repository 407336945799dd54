import { row } from "~/platform/db/client.server";
import { type Acting, type Change, inTransaction } from "~/platform/db/transaction.server";
import { writeVersion } from "~/platform/db/versioned-record.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedContact, forgetAttempts } from "./attempts.server";
import type { NoticeDelivery } from "./notice-delivery";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword, passwordMatches } from "./password.server";
import { type Actor, endSessions } from "./session.server";
import { tellAccount } from "./tell-account.server";

/** Changes one's own name and the language of one's mails. */
export async function changeProfile(
  input: { name: string; language: Language; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "stale">> {
  const { version, ...after } = input;
  return writeOwn(actor, acting, version, after, (before) => ({
    event: "account.profile-changed",
    data: {
      nameChanged: before.name !== after.name,
      before: { language: before.language },
      after: { language: after.language },
    },
  }));
}

/** Changes how one is told of notices. */
export async function changeNoticeDelivery(
  input: { noticeDelivery: NoticeDelivery; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "stale">> {
  const { noticeDelivery, version } = input;
  return writeOwn(actor, acting, version, { noticeDelivery }, ({ noticeDelivery: before }) => ({
    event: "account.notice-delivery-changed",
    data: { before: { noticeDelivery: before }, after: { noticeDelivery } },
  }));
}

interface Own {
  name: string;
  language: string;
  noticeDelivery: string;
}

/** Writes to one's own account at the version its page was drawn from. */
async function writeOwn(
  { accountId: id }: Actor,
  acting: Acting,
  version: number,
  after: Partial<Own>,
  entry: (before: Own) => Pick<Change, "event" | "data">,
): Promise<Result<null, "stale">> {
  return inTransaction(acting, async (tx) => {
    const subject = { kind: "account", id };
    const written = await writeVersion(tx, {
      subject,
      after,
      find: () =>
        tx.prisma.account.findUniqueOrThrow({
          where: { id },
          select: { name: true, language: true, noticeDelivery: true },
        }),
      update: (next) => tx.prisma.account.updateMany({ where: { id, version }, data: { ...after, version: next } }),
    });
    if (!written.ok) return refuse("stale");
    if (written.value) tx.record({ subject, ...entry(written.value) });
    return accept(null);
  });
}

/** Changes one's own password, given the present one, and ends every other session. */
export async function changePassword(
  input: { current: string; password: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, PasswordProblem | "passwordCurrent.wrong" | "tooManyAttempts">> {
  const counted = countedContact(actor.accountId);
  if (!(await countAttempt("sign-in-account", counted))) return refuse("tooManyAttempts");
  const stored = await row<{ hash: string | null; phone: string | null }>(
    "SELECT password_hash AS hash, phone FROM accounts WHERE id = $1",
    [actor.accountId],
  );
  if (!stored || !(await passwordMatches(input.current, stored.hash))) return refuse("passwordCurrent.wrong");
  const problem = passwordProblem(input.password, { ...actor, phone: stored.phone });
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  await forgetAttempts("sign-in-account", counted);
  return inTransaction(acting, async (tx) => {
    await tx.prisma.account.update({
      where: { id: actor.accountId },
      data: { passwordHash, version: { increment: 1 } },
    });
    const ended = await endSessions(tx, actor.accountId, { except: actor.sessionId });
    tx.record({
      event: "account.password-changed",
      subject: { kind: "account", id: actor.accountId },
      data: { sessionsEnded: ended },
    });
    await tellAccount(tx, "passwordChanged", { ...actor, phone: stored.phone }, "/quen-mat-khau");
    return accept(null);
  });
}

/** Ends one of one's own sessions, or all but the present one. */
export async function endOwnSessions(
  which: { only: string } | "others",
  actor: Actor,
  acting: Acting,
): Promise<Result<number>> {
  return inTransaction(acting, async (tx) =>
    accept(await endSessions(tx, actor.accountId, which === "others" ? { except: actor.sessionId } : which)),
  );
}
