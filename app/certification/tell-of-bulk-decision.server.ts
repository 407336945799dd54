import { accountsToTell, notify } from "~/accounts/notify.server";
import type { Transaction } from "~/platform/db/transaction.server";

export type BulkOutcome = Record<"verified" | "skipped" | "left", number>;

/** Tells the officer, who may have left the page, what became of the bulk decision. */
export async function tellOfBulkDecision(
  tx: Transaction,
  { id, officerId, event }: { id: string; officerId: string; event: "bulk-decision.finished" | "bulk-decision.failed" },
  outcome: BulkOutcome,
): Promise<void> {
  await notify(tx, await accountsToTell(tx, [officerId]), {
    event,
    path: `/tham-dinh/theo-van-ban/${id}`,
    onceKey: `bulk-decision:${id}`,
    words: (t) => ({
      subject: t(`certification:bulk.notice.${event === "bulk-decision.finished" ? "finished" : "failed"}`),
      paragraphs: [t("certification:bulk.notice.counts", outcome)],
      action: t("certification:bulk.notice.open"),
    }),
  });
}
