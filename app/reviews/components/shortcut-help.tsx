import { useT } from "~/platform/i18n";
import { Disclosure, SummaryList } from "~/ui";

/** What marks a button or link so that its letter, with Alt and Shift, presses it where the page's script runs. */
export function shortcutData(letter: string | undefined): Record<`data-${string}`, string> {
  return letter === undefined ? {} : { "data-shortcut": letter };
}

/** The keys of a page. They need modifiers, so that none is pressed by dictation or while one types (WCAG 2.1.4). */
export function ShortcutHelp({ keys }: { keys: readonly { shortcut: string; does: string }[] }) {
  const t = useT();
  return (
    <Disclosure summary={t("reviews:shortcut.title")}>
      <p>{t("reviews:shortcut.lead")}</p>
      <SummaryList
        items={keys.map(({ shortcut, does }) => ({
          key: shortcut,
          term: t("reviews:shortcut.keys", { letter: shortcut }),
          value: does,
        }))}
      />
    </Disclosure>
  );
}
