import { Stack } from "~/ui";
import { useT } from "../i18n";

interface JobProgressProps {
  /** The address of the page that it stands on. */
  here: string;
  words: string;
  done: number;
  /** Null while it is not known how much there is to do. */
  of: number | null;
}

/** How far a background job has come. A script brings it up to date; without one there is a link. */
export function JobProgress({ here, words, done, of }: JobProgressProps) {
  const t = useT();
  return (
    <div id="tien-do" data-refresh role="status">
      <Stack gap="tight">
        <p>{words}</p>
        <progress aria-label={words} {...(of === null ? {} : { value: done, max: of })} />
        <p className="ui-soft">{t("platform:progress.leave")}</p>
        <p>
          <a href={here}>{t("platform:progress.refresh")}</a>
        </p>
      </Stack>
    </div>
  );
}
