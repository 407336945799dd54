import type { ReactNode } from "react";
import { DraftForm, type DraftProps, SaveDraftButton } from "~/accounts/components/draft-form";
import type { PageForm } from "~/platform/http/page-form";
import { type Language, useT } from "~/platform/i18n";
import type { CatalogueReason } from "~/reviews/reason-queries.server";
import {
  Button,
  type ButtonProps,
  Checkbox,
  Disclosure,
  Form,
  FormActions,
  HiddenField,
  Notice,
  Section,
  SelectField,
  type SelectOption,
  Stack,
  TextArea,
  TextField,
} from "~/ui";
import { ShortcutHelp, shortcutData } from "./shortcut-help";

/** A part of the subject at which a reason can be given, with the catalogue's reasons that fit it. */
export interface DecisionField {
  name: string;
  label: string;
  reasons: readonly SelectOption[];
}

/** A way to end the review, as a button that sends `value` as the form's `action`. */
export interface DecisionChoice extends Pick<ButtonProps, "variant" | "icon"> {
  value: string;
  label: string;
  /** The letter that, with Alt and Shift, presses it. */
  shortcut?: string | undefined;
}

/** Whether the officer still holds the review, and if not, who does and whether they may take it again. */
type Holding = { isMine: boolean; heldBy: string | null; mayClaim: boolean };

interface NoteWords {
  label: string;
  hint: string;
}

export interface DecisionFormProps extends DraftProps {
  form: PageForm;
  version: number;
  fields: readonly DecisionField[];
  decisions: readonly DecisionChoice[];
  holding: Holding;
  /** What the note is called and who reads it, where that is not the owner. */
  noteWords?: NoteWords | undefined;
  /** The form carries files. */
  upload?: boolean | undefined;
  /** What else is asked for, before the reasons. */
  children?: ReactNode;
}

/**
 * What an officer decides, with a reason at each field that is not in order. Someone who lost the review while typing
 * finds their words here, who has it now, and the way to take it again.
 */
export function DecisionForm({
  form,
  version,
  fields,
  decisions,
  holding,
  noteWords,
  children,
  ...draft
}: DecisionFormProps) {
  const t = useT();
  return (
    <Section title={t(holding.isMine ? "reviews:desk.decide" : "reviews:desk.typed")} id="quyet-dinh">
      {!holding.isMine && <LostNotice holding={holding} />}
      <DraftForm {...draft} wide>
        <HiddenField name="version" value={version} />
        {children}
        <ReasonFields form={form} fields={fields} />
        <NoteField form={form} words={noteWords} />
        {holding.isMine && (
          <>
            <FormActions>
              <SaveDraftButton />
            </FormActions>
            <Checkbox name="next" label={t("reviews:desk.next")} defaultChecked={form.isChecked("next")} />
            <FormActions>
              <DecisionButtons decisions={decisions} />
              <Button variant="quiet" name="action" value="release">
                {t("reviews:desk.release")}
              </Button>
            </FormActions>
            <ShortcutHelp
              keys={[
                ...decisions.flatMap(({ label, shortcut }) => (shortcut ? [{ shortcut, does: label }] : [])),
                { shortcut: "P", does: t("reviews:shortcut.before") },
                { shortcut: "S", does: t("reviews:shortcut.after") },
              ]}
            />
          </>
        )}
        {holding.mayClaim && (
          <FormActions>
            <Button name="action" value="claim">
              {t("reviews:desk.claimAgain")}
            </Button>
          </FormActions>
        )}
      </DraftForm>
    </Section>
  );
}

/** The ways to decide, each a button. */
export function DecisionButtons({ decisions }: Pick<DecisionFormProps, "decisions">) {
  return decisions.map(({ value, label, shortcut, ...look }) => (
    <Button key={value} name="action" value={value} data={shortcutData(shortcut)} {...look}>
      {label}
    </Button>
  ));
}

/** The note to whoever the decision concerns. */
export function NoteField({ form, words }: { form: PageForm; words?: NoteWords | undefined }) {
  const t = useT();
  return (
    <TextArea
      {...form.field("note")}
      label={words?.label ?? t("reviews:desk.note")}
      hint={words?.hint ?? t("reviews:desk.noteHint")}
      optionalLabel={t("platform:form.optional")}
      rows={3}
    />
  );
}

/** The catalogue's reasons that fit a field, as choices in the reader's language. */
export function reasonOptions(
  reasons: readonly Pick<CatalogueReason, "code" | "field" | "wordsVi" | "wordsEn">[],
  field: string,
  language: Language,
): SelectOption[] {
  return reasons
    .filter((reason) => reason.field === null || reason.field === field)
    .map(({ code, wordsVi, wordsEn }) => ({ value: code, label: language === "vi" ? wordsVi : wordsEn }));
}

// So few that they need no unfolding.
const fewFields = 2;

function ReasonFields({ form, fields }: Pick<DecisionFormProps, "form" | "fields">) {
  const t = useT();
  const isOpen =
    fields.length <= fewFields ||
    form.errors.length > 0 ||
    fields.some(({ name }) => form.value(`at.${name}.reason`) || form.value(`at.${name}.comment`));
  return (
    <Disclosure summary={t("reviews:desk.reasons")} open={isOpen}>
      {fields.map(({ name, label, reasons }) => (
        <Stack gap="tight" key={name}>
          <SelectField
            {...form.field(`at.${name}.reason`)}
            label={label}
            emptyOption={t("reviews:desk.inOrder")}
            options={reasons}
          />
          <TextField
            {...form.field(`at.${name}.comment`)}
            label={t("reviews:desk.comment", { field: label })}
            autoComplete="off"
          />
        </Stack>
      ))}
    </Disclosure>
  );
}

function LostNotice({ holding: { heldBy, mayClaim } }: { holding: Holding }) {
  const t = useT();
  return (
    <Notice tone="warning" live>
      <p>
        {heldBy ? t("reviews:desk.taken", { name: heldBy }) : t(mayClaim ? "reviews:desk.free" : "reviews:desk.closed")}
      </p>
    </Notice>
  );
}

/** Takes a review that waits; nothing to those who may not. */
export function ClaimForm({ version, holding }: { version: number; holding: Holding }) {
  const t = useT();
  return (
    <>
      {holding.heldBy && (
        <Notice>
          <p>{t("reviews:desk.heldBy", { name: holding.heldBy })}</p>
        </Notice>
      )}
      {holding.mayClaim && (
        <Form>
          <HiddenField name="version" value={version} />
          <FormActions>
            <Button name="action" value="claim" data={shortcutData("T")}>
              {t("reviews:desk.claim")}
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
