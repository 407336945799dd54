import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { dateColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { checkAssessedOn } from "./assessment";
import type { AssessmentForm } from "./assessment-form";

export type AssessmentRefusal = "notFound" | "ownEnterprise" | "assessedOn.future" | "assessedOn.beforeVersion";

/**
 * An officer records a verified result of the index for an enterprise that is not their own. The id comes with the form,
 * so that the same form sent twice records one result.
 */
export async function recordAssessment(
  { enterpriseId, form }: { enterpriseId: string; form: AssessmentForm },
  actor: Actor,
  acting: Acting,
): Promise<Result<{ assessmentId: string }, AssessmentRefusal>> {
  if (!may(actor.role, "assessment.record", false)) return refuse("notFound");
  const { id, schemeVersion, level, assessedOn, source } = form;
  try {
    return await inTransaction<Result<{ assessmentId: string }, AssessmentRefusal>>(acting, async (tx) => {
      const enterprise = await tx.prisma.enterprise.findUnique({ where: { id: enterpriseId }, select: { id: true } });
      if (!enterprise) return refuse("notFound");
      if (await isPartyTo(tx, actor.accountId, enterpriseId)) return refuse("ownEnterprise");
      const known = await tx.prisma.assessment.findUnique({ where: { id }, select: { enterpriseId: true } });
      if (known) return known.enterpriseId === enterpriseId ? accept({ assessmentId: id }) : refuse("notFound");
      const day = checkAssessedOn(assessedOn, schemeVersion, dayOf(tx.now));
      if (!day.ok) return day;
      const facts = { schemeVersion, level, source };
      await tx.prisma.assessment.create({
        data: {
          id,
          enterpriseId,
          ...facts,
          assessedOn: dateColumn(assessedOn),
          verifiedAt: tx.now,
          verifiedById: actor.accountId,
        },
      });
      tx.record({
        event: "assessment.verified",
        subject: { kind: "assessment", id },
        enterpriseId,
        data: { after: { ...facts, assessedOn } },
      });
      return accept({ assessmentId: id });
    });
  } catch (error) {
    // The same form arrived twice at once: the other one has recorded it.
    if (isUniqueViolation(error) && (await isRecorded(id, enterpriseId))) return accept({ assessmentId: id });
    throw error;
  }
}

const isRecorded = async (id: string, enterpriseId: string): Promise<boolean> =>
  (await row("SELECT 1 FROM assessments WHERE id = $1 AND enterprise_id = $2", [id, enterpriseId])) !== undefined;
