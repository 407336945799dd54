import { membersToTell } from "~/accounts/membership.server";
import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { formatDay } from "~/platform/format";
import { translator } from "~/platform/i18n";
import { mailLayout } from "~/platform/mail/mail-layout.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import type { EvidenceVerdict } from "./listing-status";

interface Outcome {
  listingId: string;
  enterpriseId: string;
  verdict: EvidenceVerdict;
  lapsesOn: Day | null;
  rawStatus: string;
  note: string;
}

/** Tells every member of the enterprise, each in their language, what an officer saw of a listing. */
export async function queueListingMail(tx: Transaction, outcome: Outcome): Promise<void> {
  const { listingId, enterpriseId, verdict, lapsesOn, rawStatus, note } = outcome;
  const { product, marketplace } = await tx.prisma.listing.findUniqueOrThrow({
    where: { id: listingId },
    select: { product: { select: { id: true, name: true } }, marketplace: { select: { name: true } } },
  });
  const url = `${environment().PUBLIC_ORIGIN}/quan-ly/${enterpriseId}/san-pham/${product.id}/tin-dang`;
  for (const { email, name, language } of await membersToTell(tx, enterpriseId)) {
    const t = translator(language);
    const values = {
      name,
      product: product.name,
      marketplace: marketplace.name,
      day: lapsesOn ? formatDay(lapsesOn, language) : "",
    };
    const isLive = verdict === "live";
    const subject = t(isLive ? "listings:mail.live.subject" : "listings:mail.notLive.subject", values);
    const paragraphs = [
      t("listings:mail.greeting", values),
      t(isLive ? "listings:mail.live.text" : "listings:mail.notLive.text", values),
      rawStatus && !isLive ? t("listings:mail.notLive.raw", { text: rawStatus }) : "",
      note,
    ].filter(Boolean);
    const action = { label: t("listings:mail.open"), url };
    const { text, html } = mailLayout({ language, heading: subject, paragraphs, action });
    const kind = isLive ? "listing.confirmed" : "listing.not-live";
    await queueMail(tx, { kind, to: email, language, subject, text, html });
  }
}
