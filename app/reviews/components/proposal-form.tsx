import type { ReactNode } from "react";
import { DraftActions, DraftForm, type DraftProps } from "~/accounts/components/draft-form";
import { type FormState, type PageForm, pageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { ErrorSummary, HiddenField, Notice, Stack, TextArea } from "~/ui";

interface ProposalFormProps {
  /** What the form begins with: the live proposal where there is one, over it an earlier version that was asked for. */
  start: {
    changeId?: string | undefined;
    defaults: Readonly<Record<string, string | number | string[] | null | undefined>>;
    returned?: FormState | undefined;
    restored?: object | undefined;
  };
  draft: DraftProps["draft"];
  /** The form as it was sent and not accepted. */
  tried: FormState | undefined;
  upload?: boolean;
  back: string;
  /** What says that the verified version stays; without it the edit is no proposal. */
  proposal: { title: string; text: string; noteHint: string } | null;
  restoredText: string | null;
  /** The button's words where the edit is no proposal. */
  submit?: string;
  children: (form: PageForm) => ReactNode;
}

/** The form by which owners propose what becomes of something verified: what is typed is kept, what came back says why. */
export function ProposalForm(props: ProposalFormProps) {
  const { start, draft, tried, upload, back, proposal, restoredText, submit, children } = props;
  const t = useT();
  // An earlier version was asked for by name: what is typed elsewhere waits.
  const kept = start.restored ? null : draft.state;
  const opened = kept ? { ...kept, errors: start.returned?.errors ?? {} } : start.returned;
  const form = pageForm(tried ?? opened, start.defaults);
  const isFirstLook = !tried && start.returned !== undefined;
  const changeVersion = tried ? form.value("changeVersion") : start.defaults.changeVersion?.toString();
  return (
    <Stack>
      {proposal && (
        <Notice title={start.changeId ? t("reviews:propose.again") : proposal.title}>
          <p>{proposal.text}</p>
        </Notice>
      )}
      {restoredText && (
        <Notice>
          <p>{restoredText}</p>
        </Notice>
      )}
      <DraftForm draft={draft} answered={tried !== undefined} upload={upload}>
        <ErrorSummary
          title={t(isFirstLook ? "reviews:propose.returned" : "platform:form.errors")}
          errors={form.errors}
        />
        <HiddenField name="version" value={form.value("version") ?? ""} />
        <HiddenField name="changeVersion" value={changeVersion ?? ""} />
        {children(form)}
        {proposal && (
          <TextArea
            {...form.field("note")}
            label={t("reviews:propose.note")}
            hint={proposal.noteHint}
            optionalLabel={t("platform:form.optional")}
            rows={3}
          />
        )}
        <DraftActions
          submit={proposal ? t("reviews:propose.submit") : (submit ?? t("platform:form.save"))}
          cancel={back}
        />
      </DraftForm>
    </Stack>
  );
}
