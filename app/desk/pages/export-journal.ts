import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { journalWords } from "~/desk/components/journal-words";
import { journalDetails } from "~/desk/journal-details";
import { countJournal, type JournalEntry, readJournal } from "~/desk/journal-queries.server";
import { readJournalQuestion } from "~/desk/read-journal-question.server";
import { formatInstant } from "~/platform/format";

/** The journal as a file, newest first; personal numbers stay masked as on the page. */
export const loader = door("journal.read").load(async (visit) => {
  const { t, language, url } = visit;
  const { filter } = readJournalQuestion(url.searchParams);
  const words = journalWords(language);
  const total = await countJournal(filter);
  const details = ({ subjectKind, data }: JournalEntry): string =>
    journalDetails(data)
      .map(({ field, before, after }) => {
        const said = (value: string | null) => value && words.value(subjectKind, field, value);
        return `${words.field(field)}: ${[said(before), said(after)].filter(Boolean).join(" → ")}`;
      })
      .join("; ");
  return exportList<JournalEntry>(visit, {
    title: t("desk:journal.title"),
    journalledAs: "journal",
    key: ({ seq }) => seq,
    page: async ({ limit, last }) => ({
      rows: (await readJournal(filter, last ? { before: last.seq } : {}, limit)).entries,
      total,
    }),
    columns: [
      { title: t("desk:journal.place"), width: 12, cell: ({ seq }) => seq },
      { title: t("desk:journal.at"), cell: ({ at }) => formatInstant(at, language) },
      { title: t("desk:journal.what"), width: 30, cell: ({ event }) => words.event(event) },
      { title: t("desk:journal.actor"), width: 24, cell: ({ actorName, actorId }) => actorName ?? actorId },
      { title: t("desk:journal.subject"), cell: ({ subjectKind }) => words.kind(subjectKind) },
      { title: t("desk:journal.subjectId"), width: 38, cell: ({ subjectId }) => subjectId },
      { title: t("desk:journal.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("desk:journal.details"), width: 60, cell: details },
    ],
  });
});
