import { useT } from "~/platform/i18n";
import type { ChangeStatus } from "~/reviews/proposed-change";
import { Tag, type TagTone } from "~/ui";

const tones: Record<ChangeStatus, TagTone> = {
  open: "info",
  applied: "success",
  returned: "warning",
  refused: "danger",
  withdrawn: "neutral",
};

export function ChangeStatusTag({ status }: { status: ChangeStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`reviews:change.status.${status}`)}</Tag>;
}
