import { formatInstant } from "~/platform/format";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { Table } from "~/ui";
import type { JournalDetail } from "../journal-details";

export interface ShownEntry {
  seq: number;
  at: string;
  event: string;
  subjectKind: string;
  subjectId: string;
  requestId: string | null;
  actorId: string | null;
  actorName: string | null;
  enterpriseId: string | null;
  enterpriseName: string | null;
  details: JournalDetail[];
}

/** An event or a kind in words; one that the catalogue does not know yet is shown as it is written in the journal. */
export function useJournalWords() {
  const language = useLanguage();
  const words = (key: string, otherwise: string): string => {
    const found = translateCode(language, key);
    return found === key ? otherwise : found;
  };
  return {
    event: (event: string) => words(`desk:journal.event.${event}`, event),
    kind: (kind: string) => words(`desk:journal.kind.${kind}`, kind),
  };
}

export function JournalTable({ entries }: { entries: readonly ShownEntry[] }) {
  const t = useT();
  const language = useLanguage();
  const words = useJournalWords();
  return (
    <Table
      caption={t("desk:journal.caption")}
      captionHidden
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      columns={[
        {
          key: "event",
          header: t("desk:journal.what"),
          primary: true,
          cell: ({ event }) => words.event(event),
        },
        { key: "at", header: t("desk:journal.at"), noWrap: true, cell: ({ at }) => formatInstant(at, language) },
        {
          key: "actor",
          header: t("desk:journal.actor"),
          cell: ({ actorId, actorName }) =>
            actorId ? <a href={`/quan-tri/tai-khoan/${actorId}`}>{actorName ?? actorId}</a> : t("desk:journal.nobody"),
        },
        { key: "subject", header: t("desk:journal.subject"), cell: (entry) => <Subject entry={entry} /> },
        { key: "details", header: t("desk:journal.details"), cell: (entry) => <Details entry={entry} /> },
      ]}
    />
  );
}

function Subject({ entry }: { entry: ShownEntry }) {
  const words = useJournalWords();
  const { subjectKind, subjectId, enterpriseId, enterpriseName } = entry;
  const href = `/quan-tri/nhat-ky?${new URLSearchParams({ loai: subjectKind, ma: subjectId })}`;
  return (
    <>
      <a href={href}>
        {words.kind(subjectKind)} <span className="ui-hidden">{subjectId}</span>
      </a>
      {enterpriseId && subjectKind !== "enterprise" && <div className="ui-soft">{enterpriseName ?? enterpriseId}</div>}
      {enterpriseId && subjectKind === "enterprise" && <div className="ui-soft">{enterpriseName}</div>}
    </>
  );
}

function Details({ entry }: { entry: ShownEntry }) {
  const t = useT();
  const { seq, subjectId, requestId, details, event } = entry;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {t("desk:journal.open")} <span className="ui-hidden">{seq}</span>
      </summary>
      <dl className="ui-soft wrap-anywhere">
        {details.map(({ field, before, after }) => (
          <div key={field}>
            <dt>
              <code>{field}</code>
            </dt>
            <dd>
              {before !== null && <del>{before}</del>}
              {before !== null && " → "}
              {after ?? t("desk:journal.empty")}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("desk:journal.place")}</dt>
          <dd>
            {seq} · <code>{event}</code>
          </dd>
        </div>
        <div>
          <dt>{t("desk:journal.subjectId")}</dt>
          <dd>
            <code>{subjectId}</code>
          </dd>
        </div>
        {requestId && (
          <div>
            <dt>{t("desk:journal.request")}</dt>
            <dd>
              <code>{requestId}</code>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
