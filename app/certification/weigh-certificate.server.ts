import { z } from "zod";
import { dayOf } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { defineTask } from "~/platform/jobs/task.server";
import { accept } from "~/platform/result";
import { setRisk } from "~/reviews/set-risk.server";
import { hashEarlierScans, hashScan } from "./hash-scan.server";
import { weighSuspicions } from "./suspicion-queries.server";

/** Sets the risk of a certificate's open review by what is known now; answers the certificates that it names. */
async function weigh(certificateId: string, now: Date): Promise<string[]> {
  const weighed = await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
    const certificate = await tx.prisma.certificate.findUnique({
      where: { id: certificateId },
      select: { scanId: true },
    });
    if (!certificate) return accept<string[]>([]);
    const { risk, named } = await weighSuspicions(tx, certificateId, certificate.scanId, dayOf(now));
    await setRisk(tx, { kind: "certificate", id: certificateId }, risk);
    return accept(named);
  });
  return weighed.value;
}

/**
 * Weighs a certificate that was handed in, once its scan can be compared, and those that it resembles: what is suspicious
 * about one is so about the other.
 */
export async function weighCertificate(certificateId: string, now: Date): Promise<void> {
  const certificate = await row<{ scanId: string | null }>(
    'SELECT scan_id AS "scanId" FROM certificates WHERE id = $1',
    [certificateId],
  );
  if (certificate?.scanId) await hashScan(certificate.scanId);
  for (const other of await weigh(certificateId, now)) await weigh(other, now);
}

export const weighCertificateTask = defineTask(z.object({ certificateId: z.uuid() }), ({ certificateId }) =>
  weighCertificate(certificateId, new Date()),
);

const scansPerNight = 500;
const mostOpen = 2000;

/** Weighs all that waits afresh: an enterprise may have closed, a scheme changed, a scan become comparable since. */
export async function weighOpenReviews(now: Date): Promise<number> {
  await hashEarlierScans(scansPerNight);
  const open = await rows<{ id: string }>(
    `SELECT subject_id AS id FROM reviews WHERE subject_kind = 'certificate' AND status IN ('waiting', 'claimed')
      ORDER BY opened_at LIMIT ${mostOpen}`,
  );
  for (const { id } of open) await weigh(id, now);
  return open.length;
}

export const weighOpenReviewsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info({ reviews: await weighOpenReviews(new Date()) }, "open reviews weighed");
});
