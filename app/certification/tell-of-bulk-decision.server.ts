import { accountsToTell, membersToTell, notify } from "~/accounts/notify.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { formatDay } from "~/platform/format";
import type { Decidable } from "./decide-certificate.server";
import type { RecordedRecognition } from "./recognition.server";

export type BulkOutcome = Record<"verified" | "skipped" | "left", number>;

const mostNamed = 10;

/** Tells the members of each enterprise once of all its certificates that a document verified. */
export async function tellMembersOfBulk(
  tx: Transaction,
  bulkDecisionId: string,
  { number, day }: RecordedRecognition,
  decided: readonly Decidable[],
): Promise<void> {
  if (decided.length === 0) return;
  const byEnterprise = new Map<string, Decidable[]>();
  for (const one of decided) byEnterprise.set(one.enterpriseId, [...(byEnterprise.get(one.enterpriseId) ?? []), one]);
  for (const [enterpriseId, certificates] of byEnterprise) {
    await notify(tx, await membersToTell(tx, enterpriseId), {
      event: "certificate.verified",
      enterpriseId,
      path: `/quan-ly/${enterpriseId}`,
      onceKey: `bulk-decision:${bulkDecisionId}:${enterpriseId}`,
      words: (t, { name, language }) => {
        const count = certificates.length;
        const numbers = certificates.slice(0, mostNamed).map((one) => one.number);
        return {
          subject: t("certification:bulk.told.subject", { count }),
          paragraphs: [
            t("certification:mail.greeting", { name }),
            t("certification:bulk.told.text", { count, number, day: formatDay(day, language) }),
            t(count > mostNamed ? "certification:bulk.told.amongThem" : "certification:bulk.told.these", {
              numbers: numbers.join(", "),
            }),
          ],
          action: t("certification:bulk.told.open"),
        };
      },
    });
  }
}

/** Tells the officer, who may have left the page, what became of the bulk decision. */
export async function tellOfficerOfBulk(
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
