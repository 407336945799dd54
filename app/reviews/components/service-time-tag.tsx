import { useT } from "~/platform/i18n";
import type { ServiceTime } from "~/reviews/service-time";
import { Tag } from "~/ui";

const looks = {
  "in-time": { tone: "neutral", icon: "clock" },
  "due-soon": { tone: "info", icon: "clock" },
  overdue: { tone: "warning", icon: "warning" },
} as const;

/** How long a review has waited against its service time, in words as well as by colour. */
export function ServiceTimeTag({ time }: { time: ServiceTime }) {
  const t = useT();
  const { age, allowed, state } = time;
  return (
    <Tag {...looks[state]}>
      {state === "in-time" ? t("reviews:time.of", { age, allowed }) : t(`reviews:time.${state}`, { age, allowed })}
    </Tag>
  );
}
