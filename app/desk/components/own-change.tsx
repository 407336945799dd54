import type { SerializeFrom } from "@remix-run/node";
import type { ShownField } from "~/desk/shown-change.server";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import type { ChangeView } from "~/reviews/change-queries.server";
import { isLive } from "~/reviews/proposed-change";
import { reasonText } from "~/reviews/reason";
import { Button, ButtonLink, Cluster, Form, HiddenField, Notice, type NoticeTone, Stack } from "~/ui";
import { ChangeTable } from "./change-table";

const tones: Readonly<Record<ChangeView["status"], NoticeTone>> = {
  open: "info",
  applied: "success",
  returned: "warning",
  refused: "danger",
  withdrawn: "info",
};

interface OwnChangeProps {
  change: SerializeFrom<ChangeView>;
  fields: readonly SerializeFrom<ShownField>[];
}

/** A proposal as its owner sees it: how it stands, what it would change, and what can be done about it. */
export function OwnChange({ change, fields }: OwnChangeProps) {
  const t = useT();
  const language = useLanguage();
  const { id, kind, enterpriseId, subjectId, status } = change;
  const at = formatInstant(change.decidedAt ?? change.proposedAt, language);
  const labelOf = (name: string) => fields.find(({ field }) => field === name)?.label ?? name;
  const edit =
    kind === "product"
      ? `/quan-ly/${enterpriseId}/san-pham/${subjectId}/sua`
      : `/quan-ly/${enterpriseId}/chung-nhan/${subjectId}/de-xuat`;
  return (
    <Stack>
      <Notice tone={tones[status]} title={t(`desk:change.own.${status}`, { at })}>
        <Stack gap="tight">
          {change.decisionNote && <p>{change.decisionNote}</p>}
          {change.reasons.length > 0 && (
            <ul>
              {change.reasons.map((reason) => (
                <li key={reason.field}>
                  {labelOf(reason.field)}: {reasonText(reason, language)}
                </li>
              ))}
            </ul>
          )}
          {isLive(status) && <p>{t("desk:change.stays")}</p>}
        </Stack>
      </Notice>
      <ChangeTable
        caption={t("desk:change.crumb")}
        fields={fields}
        sides={[t("desk:change.verified"), t("desk:change.wanted")]}
      />
      {change.note && <p>{t("desk:change.yourNote", { note: change.note })}</p>}
      {isLive(status) && (
        <Cluster>
          <ButtonLink href={edit}>{t("desk:change.edit")}</ButtonLink>
          <Form action={`/quan-ly/${enterpriseId}/de-xuat/${id}`} label={t("desk:change.withdraw")}>
            <HiddenField name="version" value={change.version} />
            <Button variant="danger">{t("desk:change.withdraw")}</Button>
          </Form>
        </Cluster>
      )}
    </Stack>
  );
}
