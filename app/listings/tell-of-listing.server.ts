import { membersToTell, notify } from "~/accounts/notify.server";
import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { formatDay } from "~/platform/format";
import { type Reason, reasonText } from "~/reviews/reason";
import { wordReasons } from "~/reviews/reason-queries.server";
import type { EvidenceVerdict } from "./listing-status";

interface Outcome {
  listingId: string;
  enterpriseId: string;
  verdict: EvidenceVerdict;
  lapsesOn: Day | null;
  rawStatus: string;
  note: string;
  reasons: readonly Reason[];
}

/** Tells every member of the enterprise, each in their language, what an officer saw of a listing. */
export async function tellOfListing(tx: Transaction, outcome: Outcome): Promise<void> {
  const { listingId, enterpriseId, verdict, lapsesOn, rawStatus, note } = outcome;
  const why = await wordReasons(tx, "listing", outcome.reasons);
  const { product, marketplace } = await tx.prisma.listing.findUniqueOrThrow({
    where: { id: listingId },
    select: { product: { select: { id: true, name: true } }, marketplace: { select: { name: true } } },
  });
  const isLive = verdict === "live";
  await notify(tx, await membersToTell(tx, enterpriseId), {
    event: isLive ? "listing.confirmed" : "listing.not-live",
    enterpriseId,
    path: `/quan-ly/${enterpriseId}/san-pham/${product.id}/tin-dang`,
    words: (t, { name, language }) => {
      const values = {
        name,
        product: product.name,
        marketplace: marketplace.name,
        day: lapsesOn ? formatDay(lapsesOn, language) : "",
      };
      return {
        subject: t(isLive ? "listings:mail.live.subject" : "listings:mail.notLive.subject", values),
        paragraphs: [
          t("listings:mail.greeting", values),
          t(isLive ? "listings:mail.live.text" : "listings:mail.notLive.text", values),
          ...why.map((reason) => reasonText(reason, language)),
          rawStatus && !isLive ? t("listings:mail.notLive.raw", { text: rawStatus }) : "",
          note,
        ].filter(Boolean),
        action: t("listings:mail.open"),
      };
    },
  });
}
