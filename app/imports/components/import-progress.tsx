import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Stack } from "~/ui";

/** How far a background job has come. A script brings it up to date; without one there is a link. */
export function ImportProgress({ here, done, of }: { here: string; done: number; of: number | null }) {
  const t = useT();
  const language = useLanguage();
  const words =
    of === null
      ? t("imports:progress.checking", { done: formatNumber(done, language) })
      : t("imports:progress.running", { done: formatNumber(done, language), of: formatNumber(of, language) });
  return (
    <div id="tien-do" data-refresh role="status">
      <Stack gap="tight">
        <p>{words}</p>
        <progress aria-label={words} {...(of === null ? {} : { value: done, max: of })} />
        <p className="ui-soft">{t("imports:progress.leave")}</p>
        <p>
          <a href={here}>{t("imports:progress.refresh")}</a>
        </p>
      </Stack>
    </div>
  );
}
