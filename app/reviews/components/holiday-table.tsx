import { useLanguage, useT } from "~/platform/i18n";
import type { PublicHoliday } from "~/reviews/calendar-queries.server";
import { Button, EmptyState, HiddenField, Table, Tag } from "~/ui";

/** A year's days off and days worked in exchange, each removable. */
export function HolidayTable({
  caption,
  days,
}: {
  caption: string;
  days: readonly (PublicHoliday & { shown: string })[];
}) {
  const t = useT();
  const language = useLanguage();
  if (days.length === 0) return <EmptyState title={t("reviews:calendar.none")} />;
  return (
    <Table
      caption={caption}
      rows={days}
      rowKey={({ day }) => day}
      columns={[
        { key: "day", header: t("reviews:calendar.day"), primary: true, cell: ({ shown }) => shown },
        {
          key: "name",
          header: t("reviews:calendar.name"),
          cell: ({ nameVi, nameEn, certain }) => (
            <>
              {language === "vi" ? nameVi : nameEn}{" "}
              {!certain && (
                <Tag tone="warning" icon="info">
                  {t("reviews:calendar.uncertain")}
                </Tag>
              )}
            </>
          ),
        },
        {
          key: "kind",
          header: t("reviews:calendar.kindLabel"),
          cell: ({ kind }) => <Tag>{t(`reviews:calendar.kind.${kind}`)}</Tag>,
        },
        {
          key: "actions",
          header: t("reviews:calendar.actions"),
          headerHidden: true,
          cell: ({ day, shown }) => (
            <form method="post" aria-label={t("reviews:calendar.remove", { day: shown })}>
              <HiddenField name="day" value={day} />
              <Button variant="quiet" name="action" value="remove">
                {t("reviews:calendar.removeShort")}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
