import type { ImportStatus } from "~/imports/import-workflow";
import { useT } from "~/platform/i18n";
import { Tag, type TagTone } from "~/ui";

const tones: Readonly<Record<ImportStatus, TagTone>> = {
  uploaded: "warning",
  mapped: "info",
  planned: "warning",
  running: "info",
  paused: "warning",
  finished: "success",
  cancelled: "neutral",
  failed: "danger",
};

export function ImportStatusTag({ status }: { status: ImportStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`imports:status.${status}`)}</Tag>;
}
