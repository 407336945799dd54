import type { BulkStatus } from "~/certification/bulk-decision";
import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { JobProgress } from "~/platform/jobs/job-progress";
import { Button, Cluster, Figure, Figures, Notice, Stack } from "~/ui";

interface BulkNowProps {
  here: string;
  status: BulkStatus;
  isOwn: boolean;
  may: Record<"start" | "pause" | "resume" | "cancel", boolean>;
  counts: Record<"chosen" | "excluded" | "verified" | "skipped", number>;
}

/** How a bulk decision stands now, and what its officer can do about it. */
export function BulkNow({ here, status, isOwn, may, counts }: BulkNowProps) {
  const t = useT();
  const buttons = (["start", "pause", "resume", "cancel"] as const).filter(
    (action) => may[action] && (action !== "start" || counts.chosen > 0),
  );
  const words = {
    start: t("certification:bulk.decide", { count: counts.chosen }),
    pause: t("certification:bulk.pause"),
    resume: t("certification:bulk.resume"),
    cancel: t("certification:bulk.cancel"),
  };
  const looks = { start: "primary", pause: "secondary", resume: "primary", cancel: "quiet" } as const;
  return (
    <Stack>
      <Standing here={here} status={status} counts={counts} />
      {isOwn && buttons.length > 0 && (
        <form method="post">
          <Stack gap="tight">
            {may.start && counts.chosen > 0 && <p className="ui-soft">{t("certification:bulk.decideHint")}</p>}
            <Cluster>
              {buttons.map((action) => (
                <Button key={action} variant={looks[action]} name="intent" value={action}>
                  {words[action]}
                </Button>
              ))}
            </Cluster>
          </Stack>
        </form>
      )}
    </Stack>
  );
}

function Standing({ here, status, counts }: Pick<BulkNowProps, "here" | "status" | "counts">) {
  const t = useT();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const done = counts.verified + counts.skipped;
  const of = done + counts.chosen;
  switch (status) {
    case "open":
      return (
        <>
          {counts.chosen === 0 && <Notice tone="warning">{t("certification:bulk.noneChosen")}</Notice>}
          <Figures>
            <Figure label={t("certification:bulk.view.chosen")} value={number(counts.chosen)} href="?xem=se-lam#giay" />
            <Figure
              label={t("certification:bulk.view.excluded")}
              value={number(counts.excluded)}
              href="?xem=khong-du#giay"
            />
          </Figures>
        </>
      );
    case "running":
      return (
        <JobProgress
          here={here}
          words={t("certification:bulk.progress", { done: number(done), of: number(of) })}
          done={done}
          of={of}
        />
      );
    case "paused":
      return (
        <Notice tone="warning">{t("certification:bulk.now.paused", { done: number(done), of: number(of) })}</Notice>
      );
    case "cancelled":
    case "failed":
      return (
        <Notice tone={status === "failed" ? "danger" : "info"}>
          {t(`certification:bulk.now.${status}`, { done: number(counts.verified) })}
        </Notice>
      );
    case "finished":
      return (
        <Notice
          tone={counts.skipped > 0 ? "warning" : "success"}
          title={t("certification:bulk.now.finished", { done: number(counts.verified) })}
        >
          {counts.skipped > 0 && <p>{t("certification:bulk.now.skipped", { count: counts.skipped })}</p>}
        </Notice>
      );
  }
}
