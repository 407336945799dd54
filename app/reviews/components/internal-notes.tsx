import { formatInstant } from "~/platform/format";
import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import type { InternalNote } from "~/reviews/add-internal-note.server";
import type { ReviewSubject } from "~/reviews/review";
import { Button, Form, FormActions, HiddenField, Section, Stack, TextArea } from "~/ui";

interface InternalNotesProps {
  notes: readonly (Omit<InternalNote, "createdAt"> & { createdAt: Date | string })[];
  noteId: string;
  subject: { kind: ReviewSubject; id: string };
  mayWrite: boolean;
  /** A note that was not taken, as it was typed. */
  typed?: PageForm;
}

/** What officers tell each other about a subject, and a form for one more note; only for pages of the office. */
export function InternalNotes({ notes, noteId, subject, mayWrite, typed }: InternalNotesProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Section title={t("reviews:internal.title")} lead={t("reviews:internal.lead")} id="ghi-chu">
      <Stack>
        {notes.length === 0 && <p>{t("reviews:internal.none")}</p>}
        {notes.map(({ id, text, authorName, createdAt }) => (
          <div key={id}>
            <p className="ui-soft">
              {t("reviews:internal.by", { name: authorName, at: formatInstant(createdAt, language) })}
            </p>
            <p className="ui-lines">{text}</p>
          </div>
        ))}
        {mayWrite && (
          <Form action={`/tham-dinh/ghi-chu/${subject.kind}/${subject.id}`} wide>
            <HiddenField name="id" value={noteId} />
            <TextArea {...(typed?.field("text") ?? { name: "text" })} label={t("reviews:internal.text")} rows={2} />
            <FormActions>
              <Button variant="secondary">{t("reviews:internal.submit")}</Button>
            </FormActions>
          </Form>
        )}
      </Stack>
    </Section>
  );
}
