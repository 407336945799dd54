import { useT } from "~/platform/i18n";

/** Where the script of the page says that its officer is still here, and tells them when the review is no longer theirs. */
export function LeaseKeeper({ reviewId }: { reviewId: string }) {
  const t = useT();
  return (
    <div
      role="status"
      className="ui-lease"
      data-lease={`/tham-dinh/giu/${reviewId}`}
      data-lost={t("reviews:desk.lost")}
      data-lost-to={t("reviews:desk.lostTo", { name: "…" })}
    />
  );
}
