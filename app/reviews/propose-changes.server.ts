import { randomUUID } from "node:crypto";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { openReviews } from "./open-review.server";
import type { ChangedSubject } from "./propose-change.server";
import { diffOf, type Facts } from "./proposed-change";

export interface FirstProposal {
  subject: ChangedSubject;
  before: Facts;
  after: Facts;
}

/**
 * Puts changes of many subjects before officers by a few statements, for a table that changes them; none of them had a
 * change open when it was planned. Refused when one has by now.
 */
export async function proposeChanges(
  tx: Transaction,
  proposals: readonly FirstProposal[],
  proposedById: string,
): Promise<Result<null, "change.alreadyOpen">> {
  if (proposals.length === 0) return accept(null);
  const changes = proposals.map(({ subject, before, after }) => {
    const differing = diffOf(before, after);
    return {
      ...subject,
      subjectId: subject.id,
      id: randomUUID(),
      label: subject.label.slice(0, 300),
      before: Object.fromEntries(differing.map((change) => [change.field, change.before ?? null])),
      after: Object.fromEntries(differing.map((change) => [change.field, change.after])),
    };
  });
  const count = await tx.prisma.$executeRaw`
    INSERT INTO proposed_changes (id, subject_kind, subject_id, enterprise_id, base_version, label, before, after, proposed_by_id, proposed_at)
    SELECT r.id, r.kind, r."subjectId", r."enterpriseId", r.version, r.label, r.before, r.after, ${proposedById}::uuid,
      ${tx.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      AS r(id uuid, kind text, "subjectId" uuid, "enterpriseId" uuid, version int, label text, before jsonb, after jsonb)
    ON CONFLICT DO NOTHING`;
  if (count !== changes.length) return refuse("change.alreadyOpen");
  await openReviews(
    tx,
    "change",
    changes.map(({ id, enterpriseId, label, schemeId }) => ({
      id,
      enterpriseId,
      label,
      ...(schemeId && { schemeId }),
    })),
  );
  for (const { id, kind, subjectId, enterpriseId, before, after } of changes) {
    tx.record({
      event: "change.proposed",
      subject: { kind: "change", id },
      enterpriseId,
      data: { of: { kind, id: subjectId }, before, after, note: "" },
    });
  }
  return accept(null);
}
