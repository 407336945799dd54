import type { SerializeFrom } from "@remix-run/node";
import { RecognitionWords } from "~/certification/components/recognition-words";
import type { History, ShownVersion } from "~/desk/history.server";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, FormActions, Section, SelectField, Stack, Table } from "~/ui";
import { ChangeTable } from "./change-table";

type Shown = SerializeFrom<ShownVersion>;

interface VersionTableProps {
  versions: readonly Shown[];
  /** Where an earlier version is brought back; null where the reader may not, or the subject is closed. */
  restoreAt: string | null;
}

/** The versions of a subject: who made each, when, what it changed and by whose decision. */
export function VersionTable({ versions, restoreAt }: VersionTableProps) {
  const t = useT();
  const language = useLanguage();
  const newest = versions[0]?.number;
  return (
    <Table
      caption={t("desk:history.caption")}
      captionHidden
      rows={versions}
      rowKey={({ seq }) => String(seq)}
      columns={[
        {
          key: "number",
          header: t("desk:history.version"),
          primary: true,
          cell: ({ number }) => t("desk:history.number", { number }),
        },
        { key: "at", header: t("desk:history.at"), noWrap: true, cell: ({ at }) => formatInstant(at, language) },
        { key: "by", header: t("desk:history.by"), cell: ({ by }) => by ?? t("desk:journal.nobody") },
        { key: "changed", header: t("desk:history.changed"), cell: ({ changed }) => changed.join(", ") },
        {
          key: "decided",
          header: t("desk:history.decided"),
          cell: ({ decidedBy, decidedAt, recognition }) => (
            <>
              {decidedBy && decidedAt
                ? t("desk:history.decidedBy", { name: decidedBy, at: formatInstant(decidedAt, language) })
                : !recognition && t("desk:history.undecided")}
              {recognition && (
                <p>
                  <RecognitionWords recognition={recognition} withPaper />
                </p>
              )}
            </>
          ),
        },
        ...(restoreAt === null
          ? []
          : [
              {
                key: "restore",
                header: t("desk:history.restore"),
                headerHidden: true,
                cell: ({ number, seq }: Shown) =>
                  number !== newest && (
                    <a href={`${restoreAt}?ban=${seq}`}>
                      {t("desk:history.restore")}
                      <span className="ui-hidden"> {t("desk:history.number", { number })}</span>
                    </a>
                  ),
              },
            ]),
      ]}
    />
  );
}

/** The history of a subject: its versions, and two of them compared field by field. */
export function HistoryView({ history, restoreAt }: { history: SerializeFrom<History>; restoreAt: string | null }) {
  const t = useT();
  const { versions, compared } = history;
  if (versions.length === 0) return <p>{t("desk:history.none")}</p>;
  const options = versions.map(({ number }) => ({
    value: String(number),
    label: t("desk:history.number", { number }),
  }));
  return (
    <Stack gap="loose">
      <VersionTable versions={versions} restoreAt={restoreAt} />
      {versions.length > 1 && (
        <Section title={t("desk:history.compare")} id="so-sanh">
          <Stack>
            <form method="get" className="ui-form">
              <SelectField
                name="cu"
                label={t("desk:history.older")}
                defaultValue={String(compared?.older.number ?? "")}
                options={options}
                width="medium"
              />
              <SelectField
                name="moi"
                label={t("desk:history.newer")}
                defaultValue={String(compared?.newer.number ?? "")}
                options={options}
                width="medium"
              />
              <FormActions>
                <Button variant="secondary">{t("desk:history.compare")}</Button>
              </FormActions>
            </form>
            {compared && compared.fields.length > 0 && (
              <ChangeTable
                caption={t("desk:history.compare")}
                fields={compared.fields}
                sides={[
                  t("desk:history.number", { number: compared.older.number }),
                  t("desk:history.number", { number: compared.newer.number }),
                ]}
              />
            )}
            {(!compared || compared.fields.length === 0) && <p>{t("desk:history.same")}</p>}
          </Stack>
        </Section>
      )}
    </Stack>
  );
}
