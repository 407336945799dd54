import type { WorkGroup, WorkLine } from "~/desk/owner-work";
import { outlooks } from "~/desk/product-outlook";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { EmptyState, Section, Stack } from "~/ui";

export type ShownLine = WorkLine & { enterprise: string | null; workingDays: number | null };
export type ShownGroup = Omit<WorkGroup, "lines"> & { lines: ShownLine[] };

/** What there is to do and what one waits for; each line leads to where it is done. */
export function OwnerWork({ groups }: { groups: readonly ShownGroup[] }) {
  const t = useT();
  const isCalm = groups.every(({ section }) => section === "waiting");
  return (
    <>
      {isCalm && (
        <EmptyState icon="check" title={t("desk:work.calm")}>
          {t("desk:work.calmText")}
        </EmptyState>
      )}
      {groups.map(({ section, lines, more, moreHref }) => (
        <Section key={section} title={t(`desk:work.section.${section}`)}>
          <Stack gap="tight">
            <ul className="ui-lines">
              {lines.map((line) => (
                <Line key={line.key} line={line} />
              ))}
            </ul>
            {moreHref && (
              <p>
                <a href={moreHref}>{t("desk:work.more", { count: more })}</a>
              </p>
            )}
          </Stack>
        </Section>
      ))}
    </>
  );
}

function Line({ line }: { line: ShownLine }) {
  const { label, href, enterprise } = line;
  const details = [useTodo(line), useWhen(line), enterprise].filter(Boolean).join(" · ");
  return (
    <li>
      <a href={href}>{label}</a>
      <span className="ui-soft">{details}</span>
    </li>
  );
}

function useTodo({ todo }: ShownLine): string {
  const t = useT();
  const outlook = outlooks.find((known) => known === todo);
  if (outlook) return t(`desk:own.todo.${outlook}`);
  return t(`desk:work.todo.${todo as Exclude<typeof todo, (typeof outlooks)[number]>}`);
}

function useWhen({ section, day, workingDays }: ShownLine): string | null {
  const t = useT();
  const language = useLanguage();
  if (day === null) return null;
  if (section === "waiting") return t("desk:work.waits", { count: workingDays ?? 0, day: formatDay(day, language) });
  return t(section === "expiring" ? "desk:work.until" : "desk:work.since", { day: formatDay(day, language) });
}
