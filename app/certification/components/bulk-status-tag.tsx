import type { BulkStatus } from "~/certification/bulk-decision";
import { useT } from "~/platform/i18n";
import { Tag, type TagTone } from "~/ui";

const tones: Readonly<Record<BulkStatus, TagTone>> = {
  open: "warning",
  running: "info",
  paused: "warning",
  finished: "success",
  cancelled: "neutral",
  failed: "danger",
};

export function BulkStatusTag({ status }: { status: BulkStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`certification:bulk.status.${status}`)}</Tag>;
}
