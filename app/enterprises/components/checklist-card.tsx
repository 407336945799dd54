import type { ReactNode } from "react";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { reasonText, type SaidReason } from "~/reviews/reason";
import { Button, ButtonLink, Card, FormActions, HiddenField, Tag, VisuallyHidden } from "~/ui";
import { type AnswerStatus, type ChecklistKind, isComputedItem } from "../checklist";
import { placeOfItem } from "../checklist-place";

export interface ShownEntry {
  enterpriseId: string;
  itemId: string;
  code: string;
  kind: ChecklistKind;
  required: boolean;
  nameVi: string;
  nameEn: string;
  guidanceVi: string;
  guidanceEn: string;
  isMet: boolean;
  status: AnswerStatus | null;
  note: string | null;
  decisionNote: string | null;
  reasons: readonly SaidReason[];
  answeredAt: string | null;
  version: number | null;
}

/** One item of the checklist as its owner sees it: how it stands, and the one thing to do. */
export function ChecklistCard({ entry }: { entry: ShownEntry }) {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const name = isVietnamese ? entry.nameVi : entry.nameEn;
  return (
    <Card
      headingLevel={2}
      title={name}
      tags={
        <>
          <StandingTag entry={entry} />
          {!entry.required && <Tag>{t("platform:form.optional")}</Tag>}
        </>
      }
      footer={hasNextStep(entry) && <NextStep entry={entry} name={name} />}
    >
      <p className="ui-soft">{isVietnamese ? entry.guidanceVi : entry.guidanceEn}</p>
      <Said entry={entry} />
    </Card>
  );
}

function StandingTag({ entry: { isMet, kind, status } }: { entry: ShownEntry }) {
  const t = useT();
  if (isMet) {
    return (
      <Tag tone="success" icon="check">
        {t(status === "waived" ? "enterprises:checklist.status.waived" : "enterprises:checklist.met")}
      </Tag>
    );
  }
  if (status === "submitted")
    return (
      <Tag tone="info" icon="clock">
        {t("enterprises:checklist.status.submitted")}
      </Tag>
    );
  if (status === "returned") return <Tag tone="danger">{t("enterprises:checklist.status.returned")}</Tag>;
  return <Tag tone="warning">{t(`enterprises:checklist.missing.${kind}`)}</Tag>;
}

function Said({ entry: { status, note, decisionNote, reasons, answeredAt } }: { entry: ShownEntry }) {
  const t = useT();
  const language = useLanguage();
  if (!status || status === "withdrawn") return null;
  return (
    <>
      {answeredAt && (
        <p className="ui-soft">{t("enterprises:checklist.answeredAt", { at: formatInstant(answeredAt, language) })}</p>
      )}
      {note && <p className="wrap-anywhere">{t("enterprises:checklist.yourNote", { note })}</p>}
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.field} ${reason.reason}`}>{reasonText(reason, language)}</li>
          ))}
        </ul>
      )}
      {decisionNote && (
        <p className="wrap-anywhere">{t("enterprises:checklist.officersNote", { note: decisionNote })}</p>
      )}
    </>
  );
}

/** A computed item that only an officer sees to, and what is settled, ask for nothing. */
function hasNextStep({ enterpriseId, code, kind, isMet }: ShownEntry): boolean {
  if (kind === "computed") return !isMet && isComputedItem(code) && placeOfItem(code, enterpriseId) !== null;
  return kind === "attested" || !isMet;
}

function NextStep({ entry, name }: { entry: ShownEntry; name: string }): ReactNode {
  const t = useT();
  const { enterpriseId, itemId, code, kind, status, isMet, version } = entry;
  const about = <VisuallyHidden>: {name}</VisuallyHidden>;
  if (kind === "computed") {
    const place = isComputedItem(code) ? placeOfItem(code, enterpriseId) : null;
    return (
      <ButtonLink variant="secondary" href={place ?? ""}>
        {t("enterprises:checklist.toPlace")}
        {about}
      </ButtonLink>
    );
  }
  if (kind === "verified" && status !== "submitted") {
    return (
      <ButtonLink variant="secondary" href={`/quan-ly/${enterpriseId}/danh-muc/${itemId}`}>
        {t(status === "returned" ? "enterprises:checklist.submitAgain" : "enterprises:checklist.toSubmit")}
        {about}
      </ButtonLink>
    );
  }
  const action = kind === "attested" && !isMet ? "attest" : "withdraw";
  return (
    <form method="post">
      <HiddenField name="itemId" value={itemId} />
      <HiddenField name="version" value={version ?? 0} />
      <FormActions>
        <Button variant={action === "attest" ? "primary" : "quiet"} name="action" value={action}>
          {t(`enterprises:checklist.action.${action}`)}
          {about}
        </Button>
      </FormActions>
    </form>
  );
}
