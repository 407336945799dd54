import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { draftAction } from "~/accounts/draft";
import type { PageDraft } from "~/accounts/draft.server";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, ButtonLink, Form, FormActions, Notice, Stack } from "~/ui";

type Draft = Omit<PageDraft, "savedAt"> & { savedAt: Date | string | null };

export interface DraftProps {
  draft: Draft;
  /** The page answers a form that was sent: what it shows is newer than anything kept. */
  answered: boolean;
}

interface DraftFormProps extends DraftProps {
  upload?: boolean | undefined;
  wide?: boolean;
  children: ReactNode;
}

/** The page's one kept form, so that buttons elsewhere on the page can send it. */
export const draftFormId = "draft-form";

/** A long form that is kept while it is filled in: by the page's script as one types, without it by its own button. */
export function DraftForm({ draft, answered, upload, wide, children }: DraftFormProps) {
  const t = useT();
  const language = useLanguage();
  const { search } = useLocation();
  // The script puts the time of saving in.
  const savedAt = { at: "{at}" };
  return (
    <Stack>
      {draft.savedAt && !answered && (
        <Notice tone={draft.isStale ? "warning" : "info"} title={t("accounts:draft.found")}>
          <p>
            {t("accounts:draft.foundAt", { at: formatInstant(draft.savedAt, language) })}
            {upload && ` ${t("accounts:draft.noFiles")}`}
          </p>
          {draft.isStale && <p>{t("accounts:draft.stale")}</p>}
          <form
            className="ui-actions"
            method="post"
            action={draftAction(search, "bo-ban-tam")}
            data-draft-discard={draft.path}
          >
            <ButtonLink variant="secondary" href={`#${draftFormId}`}>
              {t("accounts:draft.goOn")}
            </ButtonLink>
            <Button variant="quiet">{t("accounts:draft.discard")}</Button>
          </form>
        </Notice>
      )}
      <Form
        id={draftFormId}
        upload={upload}
        wide={wide}
        data={{
          "data-draft": draft.path,
          "data-draft-account": draft.accountId,
          "data-draft-saved-at": draft.savedAt ? new Date(draft.savedAt).toISOString() : undefined,
          "data-draft-answered": answered ? "yes" : undefined,
        }}
      >
        {children}
        <p
          className="ui-soft"
          role="status"
          data-draft-status=""
          data-saved={t("accounts:draft.saved", savedAt)}
          data-offline={t("accounts:draft.offline")}
          data-signed-out={t("accounts:draft.signedOut")}
          data-too-much={t("accounts:draft.tooMuch")}
          data-restored={t("accounts:draft.restored")}
          data-restored-stale={t("accounts:draft.restoredStale")}
        />
      </Form>
    </Stack>
  );
}

/** Keeps what is typed so far and comes back with it. Enter in a field presses a form's first button. */
export function SaveDraftButton() {
  const { search } = useLocation();
  return (
    <Button variant="quiet" formAction={draftAction(search, "luu-tam")} data={{ "data-draft-save": "" }}>
      {useT()("accounts:draft.save")}
    </Button>
  );
}

interface DraftActionsProps {
  submit: string;
  variant?: "danger";
  /** Where one goes who gives up. */
  cancel: string;
}

/** The buttons below a long form: send it, keep it for later, go away. */
export function DraftActions({ submit, variant, cancel }: DraftActionsProps) {
  const t = useT();
  return (
    <FormActions>
      <Button variant={variant}>{submit}</Button>
      <SaveDraftButton />
      <ButtonLink variant="quiet" href={cancel}>
        {t("platform:form.cancel")}
      </ButtonLink>
    </FormActions>
  );
}
