import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { JournalFilterForm } from "~/desk/components/journal-filter";
import { JournalTable } from "~/desk/components/journal-table";
import { journalDetails, mandateOf, recognitionOf } from "~/desk/journal-details";
import { checkJournal, journalWords, readJournal } from "~/desk/journal-queries.server";
import { readJournalQuestion } from "~/desk/read-journal-question.server";
import type { Day } from "~/platform/day";
import { formatNumber } from "~/platform/format";
import { ExportLinks } from "~/platform/http/export-links";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, EmptyState, HiddenField, Notice, PageHeader, Pagination, Stack } from "~/ui";

const placeOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

export const loader = door("journal.read").load(async ({ url, t }) => {
  const { typed, filter } = readJournalQuestion(url.searchParams);
  const { from, to } = filter;
  const wrong = (text: string, day: Day | undefined): string[] =>
    text !== "" && day === undefined ? [t("platform:form.badDay")] : [];
  const before = placeOf(url.searchParams.get("truoc"));
  const after = placeOf(url.searchParams.get("sau"));
  const [page, words, check] = await Promise.all([
    readJournal(filter, after === undefined ? (before === undefined ? {} : { before }) : { after }),
    journalWords(),
    url.searchParams.has("kiem-tra") ? checkJournal() : null,
  ]);
  return {
    title: t("desk:journal.title"),
    typed,
    errors: { from: wrong(typed.from, from), to: wrong(typed.to, to) },
    words,
    check,
    hasOlder: page.hasOlder,
    hasNewer: page.hasNewer,
    entries: page.entries.map(({ data, ...entry }) => ({
      ...entry,
      mandateId: mandateOf(data),
      recognition: recognitionOf(data),
      details: journalDetails(data),
    })),
    query: Object.fromEntries([...url.searchParams].filter(([name]) => !["truoc", "sau", "kiem-tra"].includes(name))),
  };
});

export const meta = titleOf;

export default function Journal() {
  const t = useT();
  const { typed, errors, words, check, entries, hasOlder, hasNewer, query } = useLoaderData<typeof loader>();
  const href = (name: "truoc" | "sau", seq: number | undefined) =>
    `/quan-tri/nhat-ky?${new URLSearchParams({ ...query, [name]: String(seq ?? 0) })}`;
  return (
    <Stack>
      <PageHeader
        title={t("desk:journal.title")}
        lead={t("desk:journal.lead")}
        actions={
          <form method="get" action="/quan-tri/nhat-ky">
            <HiddenField name="kiem-tra" value="1" />
            <Button variant="secondary" icon="shield">
              {t("desk:journal.check")}
            </Button>
          </form>
        }
      />
      {check && <ChainCheck {...check} />}
      <JournalFilterForm typed={typed} words={words} errors={errors} />
      {entries.length === 0 ? (
        <EmptyState title={t("desk:journal.none")} icon="document">
          {t("desk:journal.noneHint")}
        </EmptyState>
      ) : (
        <JournalTable entries={entries} />
      )}
      {(hasOlder || hasNewer) && entries.length > 0 && (
        <Pagination
          label={t("platform:list.label")}
          position={t("desk:journal.position", { from: entries.at(-1)?.seq ?? 0, to: entries[0]?.seq ?? 0 })}
          previous={hasNewer ? { href: href("sau", entries[0]?.seq), label: t("desk:journal.newer") } : undefined}
          next={hasOlder ? { href: href("truoc", entries.at(-1)?.seq), label: t("desk:journal.older") } : undefined}
        />
      )}
      <ExportLinks total={entries.length} />
    </Stack>
  );
}

function ChainCheck({ entries, breaks }: { entries: number; breaks: number[] }) {
  const t = useT();
  const language = useLanguage();
  if (breaks.length === 0) {
    return (
      <Notice tone="success" live>
        {t("desk:journal.whole", { count: formatNumber(entries, language) })}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live title={t("desk:journal.broken")}>
      <p>{t("desk:journal.brokenAt", { places: breaks.map((seq) => formatNumber(seq, language)).join("; ") })}</p>
    </Notice>
  );
}
