import { RecognitionWords } from "~/certification/components/recognition-words";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Table } from "~/ui";
import type { JournalDetail, NamedRecognition } from "../journal-details";
import { useJournalWords } from "./journal-words";

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
  /** Set where the actor acted on behalf of the enterprise. */
  mandateId: string | null;
  /** The signed decision on which it rests. */
  recognition: NamedRecognition | null;
  details: JournalDetail[];
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
          cell: (entry) => <ActorCell entry={entry} />,
        },
        { key: "subject", header: t("desk:journal.subject"), cell: (entry) => <Subject entry={entry} /> },
        { key: "details", header: t("desk:journal.details"), cell: (entry) => <Details entry={entry} /> },
      ]}
    />
  );
}

function ActorCell({ entry: { actorId, actorName, mandateId } }: { entry: ShownEntry }) {
  const t = useT();
  if (!actorId) return t("desk:journal.nobody");
  return (
    <>
      <a href={`/quan-tri/tai-khoan/${actorId}`}>{actorName ?? actorId}</a>
      {mandateId && (
        <div>
          <a href={`/quan-tri/nhat-ky?${new URLSearchParams({ loai: "mandate", ma: mandateId })}`}>
            {t("desk:journal.onBehalf")}
          </a>
        </div>
      )}
    </>
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
  const words = useJournalWords();
  const { seq, subjectKind, subjectId, requestId, details, event, recognition } = entry;
  const said = (field: string, value: string) => words.value(subjectKind, field, value);
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {t("desk:journal.open")} <span className="ui-hidden">{seq}</span>
      </summary>
      <dl className="ui-soft min-w-56 wrap-anywhere">
        {details.map(({ field, before, after }) => (
          <div key={field}>
            <dt className="font-semibold">{words.field(field)}</dt>
            <dd>
              {before !== null && <del>{said(field, before)}</del>}
              {before !== null && " → "}
              {after === null ? t("desk:journal.empty") : said(field, after)}
            </dd>
          </div>
        ))}
        {recognition && (
          <div>
            <dt className="font-semibold">{words.field("decision")}</dt>
            <dd>
              <RecognitionWords recognition={recognition} withPaper />
            </dd>
          </div>
        )}
        <div>
          <dt className="font-semibold">{t("desk:journal.place")}</dt>
          <dd>
            {seq} · <code>{event}</code>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">{t("desk:journal.subjectId")}</dt>
          <dd>
            <code>{subjectId}</code>
          </dd>
        </div>
        {requestId && (
          <div>
            <dt className="font-semibold">{t("desk:journal.request")}</dt>
            <dd>
              <code>{requestId}</code>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
