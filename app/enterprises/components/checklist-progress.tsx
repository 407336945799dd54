import { useT } from "~/platform/i18n";
import { Tag } from "~/ui";

interface Progress {
  done: number;
  of: number;
  optionalDone: number;
  optionalOf: number;
}

/** "5/8": the required items that are seen to; the optional ones where there is room for them. */
export function ChecklistTag({ progress, href }: { progress: Progress | undefined; href?: string }) {
  const t = useT();
  if (!progress || progress.of === 0) return null;
  const { done, of } = progress;
  const words = t("enterprises:checklist.progress", { done, of });
  const isDone = done === of;
  return (
    <Tag tone={isDone ? "success" : "neutral"} icon={isDone ? "check" : undefined}>
      {href ? <a href={href}>{words}</a> : words}
    </Tag>
  );
}

export function OptionalProgress({ progress }: { progress: Progress }) {
  const t = useT();
  if (progress.optionalOf === 0) return null;
  return <>{t("enterprises:checklist.optional", { done: progress.optionalDone, of: progress.optionalOf })}</>;
}
