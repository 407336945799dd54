import { z } from "zod";
import { rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { defineTask } from "~/platform/jobs/task.server";
import { accept } from "~/platform/result";
import { SheetRefused } from "~/platform/sheets/sheet";
import { releaseLease, takeLease } from "./lease.server";
import { planImport } from "./plan-import.server";
import { failImport, runImport } from "./run-import.server";

/** Works on one import: its dry run, or its run. Of several jobs for one import only one does anything. */
export const workImport = defineTask(
  z.object({ importId: z.uuid() }),
  async ({ importId }, { lastAttempt, signal }) => {
    // Anew after each turn: what was paused and resumed within one batch must not wait for the next round of the clock.
    for (let lease = await takeLease(importId); lease; lease = await takeLease(importId)) {
      const { leaseId, status } = lease;
      try {
        await (status === "mapped" ? planImport : runImport)(importId, leaseId, signal);
      } catch (error) {
        const work = { importId, leaseId, status };
        if (error instanceof SheetRefused) {
          await failImport(work, `platform:${error.code}`);
        } else {
          if (lastAttempt) await failImport(work, "imports:failure.broken");
          throw error;
        }
      } finally {
        await releaseLease(importId, leaseId);
      }
    }
  },
);

/** Brings imports whose process was killed back to work: nobody shows life, and no job waits for its turn. */
export const resumeImports = defineTask(z.object({}), async () => {
  const left = await rows<{ id: string }>(
    `SELECT i.id FROM imports i WHERE i.status IN ('mapped', 'running') AND (i.lease_until IS NULL OR i.lease_until < now())
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'import:' || i.id AND j.locked_at IS NULL)
      ORDER BY i.created_at LIMIT 100`,
  );
  await inTransaction({ actorId: null, requestId: null, now: new Date() }, async (tx) => {
    for (const { id } of left) tx.enqueue({ task: "work-import", payload: { importId: id }, key: `import:${id}` });
    return accept(null);
  });
});
