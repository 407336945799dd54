import { z } from "zod";
import { dayOf } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { defineTask } from "~/platform/jobs/task.server";
import { accept } from "~/platform/result";
import { setRisks } from "~/reviews/set-risks.server";
import { hashEarlierScans, hashScan } from "./hash-scan.server";
import { weighSuspicions } from "./suspicion-queries.server";

/** Sets the risk of the certificates' open reviews by what is known now; answers the certificates that it names. */
async function weigh(certificateIds: readonly string[], now: Date): Promise<string[]> {
  if (certificateIds.length === 0) return [];
  const { value } = await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
    const weighed = await weighSuspicions(tx, certificateIds, dayOf(now));
    await setRisks(
      tx,
      "certificate",
      weighed.map(({ certificateId, risk }) => ({ id: certificateId, risk })),
    );
    return accept(weighed.flatMap(({ named }) => named));
  });
  return [...new Set(value)];
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
  await weigh(await weigh([certificateId], now), now);
}

export const weighCertificateTask = defineTask(z.object({ certificateId: z.uuid() }), ({ certificateId }) =>
  weighCertificate(certificateId, new Date()),
);

const scansPerNight = 500;
const mostOpen = 2000;
const atATime = 100;

/** Weighs all that waits afresh: an enterprise may have closed, a scheme changed, a scan become comparable since. */
export async function weighOpenReviews(now: Date): Promise<number> {
  await hashEarlierScans(scansPerNight);
  const open = await rows<{ id: string }>(
    `SELECT subject_id AS id FROM reviews WHERE subject_kind = 'certificate' AND status IN ('waiting', 'claimed')
      ORDER BY opened_at LIMIT ${mostOpen}`,
  );
  for (let from = 0; from < open.length; from += atATime) {
    const some = open.slice(from, from + atATime).map(({ id }) => id);
    await weigh(some, now);
  }
  return open.length;
}

export const weighOpenReviewsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info({ reviews: await weighOpenReviews(new Date()) }, "open reviews weighed");
});
