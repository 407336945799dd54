import { accountsToTell, notify } from "~/accounts/notify.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { ImportAtWork } from "./lease.server";

type DoneCounts = Record<"created" | "updated" | "skipped" | "refused", number>;

/** Tells the uploader, who may have left the page, what became of the import; without counts, that it failed. */
export async function tellOfImport(tx: Transaction, held: ImportAtWork, counts: DoneCounts | null): Promise<void> {
  const { originalName } = await tx.prisma.storedFile.findFirstOrThrow({
    where: { imports: { some: { id: held.id } } },
    select: { originalName: true },
  });
  await notify(tx, await accountsToTell(tx, [held.uploaderId]), {
    event: counts ? "import.finished" : "import.failed",
    ...(held.enterpriseId && { enterpriseId: held.enterpriseId }),
    path: `/nhap-lieu/${held.id}`,
    words: (t) => ({
      subject: t(counts ? "imports:notice.finished" : "imports:notice.failed", { file: originalName }),
      paragraphs: [counts ? t("imports:notice.counts", counts) : t("imports:notice.failedText")],
      action: t("imports:notice.action"),
    }),
  });
}
