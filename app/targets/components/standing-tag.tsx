import { useT } from "~/platform/i18n";
import type { TargetStanding } from "~/targets/target";
import { type IconName, Tag, type TagTone } from "~/ui";

const looks: Record<TargetStanding, { tone: TagTone; icon: IconName }> = {
  "no-figure": { tone: "neutral", icon: "info" },
  met: { tone: "success", icon: "check" },
  "reached-early": { tone: "success", icon: "check" },
  ahead: { tone: "info", icon: "arrow" },
  behind: { tone: "warning", icon: "clock" },
  missed: { tone: "danger", icon: "close" },
};

/** How a target stands, in words. */
export function StandingTag({ standing }: { standing: TargetStanding }) {
  const t = useT();
  return <Tag {...looks[standing]}>{t(`targets:standing.${standing}`)}</Tag>;
}
