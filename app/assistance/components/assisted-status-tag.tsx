import { useT } from "~/platform/i18n";
import { Tag, type TagTone } from "~/ui";
import type { AssistedStatus } from "../assisted-queries.server";

const tones: Record<AssistedStatus, TagTone> = { open: "info", confirmed: "success", abandoned: "neutral" };

export function AssistedStatusTag({ status }: { status: AssistedStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`assistance:status.${status}`)}</Tag>;
}
