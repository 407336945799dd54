import { useT } from "~/platform/i18n";
import { DayField, FilterPanel, Grid, SelectField, TextField } from "~/ui";
import { useJournalWords } from "./journal-words";

export interface TypedFilter {
  event: string;
  subjectKind: string;
  subjectId: string;
  actor: string;
  enterprise: string;
  from: string;
  to: string;
}

interface JournalFilterProps {
  typed: TypedFilter;
  words: { events: string[]; subjectKinds: string[] };
  errors: { from: string[]; to: string[] };
}

export function JournalFilterForm({ typed, words, errors }: JournalFilterProps) {
  const t = useT();
  const say = useJournalWords();
  const isSet = Object.values(typed).some((value) => value !== "");
  return (
    <search>
      <form method="get" action="/quan-tri/nhat-ky" aria-label={t("desk:journal.filter")}>
        <FilterPanel
          title={t("desk:journal.filter")}
          submitLabel={t("desk:journal.apply")}
          open={isSet}
          reset={isSet ? { href: "/quan-tri/nhat-ky", label: t("desk:journal.clear") } : undefined}
        >
          <Grid>
            <SelectField
              name="viec"
              label={t("desk:journal.what")}
              emptyOption={t("desk:journal.any")}
              defaultValue={typed.event}
              options={words.events.map((value) => ({ value, label: say.event(value) }))}
            />
            <SelectField
              name="loai"
              label={t("desk:journal.subject")}
              emptyOption={t("desk:journal.any")}
              defaultValue={typed.subjectKind}
              options={words.subjectKinds.map((value) => ({ value, label: say.kind(value) }))}
            />
            <TextField name="ma" label={t("desk:journal.subjectId")} defaultValue={typed.subjectId} maxLength={100} />
            <TextField name="nguoi" label={t("desk:journal.actorSearch")} defaultValue={typed.actor} maxLength={100} />
            <TextField
              name="co-so"
              label={t("desk:journal.enterpriseSearch")}
              defaultValue={typed.enterprise}
              maxLength={100}
            />
            <DayField name="tu" label={t("desk:journal.from")} defaultValue={typed.from} errors={errors.from} />
            <DayField name="den" label={t("desk:journal.to")} defaultValue={typed.to} errors={errors.to} />
          </Grid>
        </FilterPanel>
      </form>
    </search>
  );
}
