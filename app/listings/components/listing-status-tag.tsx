import type { ListingStatus } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { type IconName, Tag, type TagTone } from "~/ui";

export interface ListingStatusTagProps {
  standing: { status: ListingStatus; ageDays: number | null; lapsesOn: Day | null };
  /** False where the marketplace is not recognised today, so that the listing does not count however live it is. */
  isRecognised?: boolean | undefined;
}

const looks: Record<ListingStatus, { tone: TagTone; icon: IconName }> = {
  claimed: { tone: "info", icon: "clock" },
  live: { tone: "success", icon: "check" },
  unconfirmed: { tone: "warning", icon: "warning" },
  "not-live": { tone: "danger", icon: "close" },
};

/** How a listing stands today, how old its proof is and when it lapses. */
export function ListingStatusTag({
  standing: { status, ageDays, lapsesOn },
  isRecognised = true,
}: ListingStatusTagProps) {
  const t = useT();
  const language = useLanguage();
  const age =
    ageDays === null ? undefined : ageDays === 0 ? t("listings:age.today") : t("listings:age.days", { count: ageDays });
  const lapse =
    lapsesOn === null
      ? undefined
      : t(status === "live" ? "listings:lapse.ahead" : "listings:lapse.past", { day: formatDay(lapsesOn, language) });
  const detail = [age, lapse].filter(Boolean).join("; ");
  return (
    <span>
      <Tag {...looks[status]}>{t(`listings:status.${status}`)}</Tag>
      {!isRecognised && (
        <>
          {" "}
          <Tag tone="neutral">{t("listings:notRecognisedToday")}</Tag>
        </>
      )}
      {detail && <span className="ui-soft"> {detail}</span>}
    </span>
  );
}
