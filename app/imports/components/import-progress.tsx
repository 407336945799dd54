import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { JobProgress } from "~/platform/jobs/job-progress";

/** How far the dry run or the run of an import has come. */
export function ImportProgress({ here, done, of }: { here: string; done: number; of: number | null }) {
  const t = useT();
  const language = useLanguage();
  const words =
    of === null
      ? t("imports:progress.checking", { done: formatNumber(done, language) })
      : t("imports:progress.running", { done: formatNumber(done, language), of: formatNumber(of, language) });
  return <JobProgress here={here} words={words} done={done} of={of} />;
}
