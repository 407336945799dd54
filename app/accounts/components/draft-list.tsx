import type { WaitingDraft } from "~/accounts/draft.server";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Section } from "~/ui";

type Waiting = Omit<WaitingDraft, "savedAt"> & { savedAt: Date | string };

/** The forms that somebody began and has not sent yet, each leading back to its page; nothing where there is none. */
export function DraftList({ drafts }: { drafts: readonly Waiting[] }) {
  const t = useT();
  const language = useLanguage();
  if (drafts.length === 0) return null;
  return (
    <Section title={t("accounts:draft.list")}>
      <ul>
        {drafts.map(({ path, form, name, savedAt }) => (
          <li key={path}>
            <a href={path}>{t(`accounts:draft.form.${form}`)}</a>
            {name && <>: {name}</>}{" "}
            <span className="ui-soft">{t("accounts:draft.listedAt", { at: formatInstant(savedAt, language) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
