import { z } from "zod";
import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { ReviewSubject } from "./review";

export const internalNoteSchema = z.object({
  id: z.uuid(),
  text: z.string().trim().min(1).max(2000, { error: "reviews:internal.tooLong" }),
});

/**
 * An officer leaves a note for other officers on a subject that was ever put up for review. Its owner never reads it, nor
 * does an officer who is a party. Sent twice, it is written once.
 */
export async function addInternalNote(
  { id, kind, subjectId, text }: { id: string; kind: ReviewSubject; subjectId: string; text: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound">> {
  if (!may(actor.role, "review.work")) return refuse("notFound");
  try {
    return await inTransaction<Result<true, "notFound">>(acting, async (tx) => {
      const review = await tx.prisma.review.findFirst({
        where: { subjectKind: kind, subjectId },
        select: { enterpriseId: true },
      });
      if (!review || (await isPartyTo(tx, actor.accountId, review.enterpriseId))) return refuse("notFound");
      await tx.prisma.internalNote.create({
        data: { id, subjectKind: kind, subjectId, authorId: actor.accountId, text, createdAt: tx.now },
      });
      // Without its words: the journal is read by others than the notes are.
      tx.record({
        event: "review.noted",
        subject: { kind, id: subjectId },
        enterpriseId: review.enterpriseId,
        data: { noteId: id },
      });
      return accept(true);
    });
  } catch (error) {
    if (isUniqueViolation(error) && (await isWritten(id, actor.accountId))) return accept(true);
    throw error;
  }
}

async function isWritten(id: string, authorId: string): Promise<boolean> {
  return (await row("SELECT 1 FROM internal_notes WHERE id = $1 AND author_id = $2", [id, authorId])) !== undefined;
}

export interface InternalNote {
  id: string;
  text: string;
  authorName: string;
  createdAt: Date;
}

/** What officers noted on a subject, oldest first; only for pages of the office. */
export const listInternalNotes = (kind: ReviewSubject, subjectId: string): Promise<InternalNote[]> =>
  rows<InternalNote>(
    `SELECT n.id, n.text, a.name AS "authorName", n.created_at AS "createdAt"
      FROM internal_notes n JOIN accounts a ON a.id = n.author_id
      WHERE n.subject_kind = $1 AND n.subject_id = $2 ORDER BY n.created_at, n.id LIMIT 200`,
    [kind, subjectId],
  );
