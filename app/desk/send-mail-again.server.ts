import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { enqueueMail } from "~/platform/mail/queue-mail.server";
import { accept, type Result, refuse } from "~/platform/result";

/** An administrator sends a mail again of which nobody knows whether it arrived, or that was given up. */
export async function sendMailAgain(
  mailId: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "stale">> {
  if (!may(actor.role, "mail.resend")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const mail = await tx.prisma.mail.findUnique({ where: { id: mailId }, select: { status: true } });
    if (!mail) return refuse("notFound" as const);
    const { count } = await tx.prisma.mail.updateMany({
      where: { id: mailId, status: { in: ["uncertain", "failed"] } },
      data: { status: "waiting", lastError: null },
    });
    if (count === 0) return refuse("stale" as const);
    enqueueMail(tx, mailId);
    tx.record({
      event: "mail.sent-again",
      subject: { kind: "mail", id: mailId },
      data: { before: { status: mail.status }, after: { status: "waiting" } },
    });
    return accept(null);
  });
}
