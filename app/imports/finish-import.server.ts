import type { Transaction } from "~/platform/db/transaction.server";
import type { DoneStatus } from "./import-workflow";
import type { ImportAtWork } from "./lease.server";
import { tellOfImport } from "./tell-of-import.server";

/** Notes in the journal that an import is through, and tells who uploaded it. */
export async function noteFinished(
  tx: Transaction,
  held: ImportAtWork,
  { created, updated, skipped, refused }: Readonly<Record<DoneStatus, number>>,
): Promise<void> {
  const counts = { created, updated, skipped, refused };
  tx.record({
    event: "import.finished",
    subject: { kind: "import", id: held.id },
    enterpriseId: held.enterpriseId,
    data: { after: counts },
  });
  await tellOfImport(tx, held, counts);
}
