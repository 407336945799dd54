import type { ProblemWords } from "~/imports/problem-words";
import type { RowOutcome } from "~/imports/row-outcome";
import { useT } from "~/platform/i18n";
import { type Column, Stack, Table, Tag, type TagTone } from "~/ui";

interface ShownRow {
  number: number;
  outcome: RowOutcome;
  title: string;
  href: string | null;
  changes: readonly string[];
  problems: readonly ProblemWords[];
}

const tones: Readonly<Record<RowOutcome, TagTone>> = {
  create: "info",
  update: "info",
  skip: "neutral",
  refuse: "danger",
  created: "success",
  updated: "success",
  skipped: "neutral",
  refused: "danger",
  notDone: "warning",
  undone: "warning",
};

/** Rows of an import with what becomes of them and why; `linked` where the reader may open what they are about. */
export function ImportRows({ rows, linked }: { rows: readonly ShownRow[]; linked: boolean }) {
  const t = useT();
  const columns: Column<ShownRow>[] = [
    {
      key: "row",
      header: t("imports:rows.row"),
      primary: true,
      cell: ({ number, title, href }) => (
        <>
          {t("imports:rows.number", { number })}
          {title && (
            <>
              {": "}
              {href && linked ? <a href={href}>{title}</a> : title}
            </>
          )}
        </>
      ),
    },
    {
      key: "outcome",
      header: t("imports:rows.outcome"),
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{t(`imports:row.${outcome}`)}</Tag>,
    },
    {
      key: "why",
      header: t("imports:rows.why"),
      cell: ({ changes, problems }) => (
        <Stack gap="tight">
          {changes.length > 0 && <p>{t("imports:rows.changes", { fields: changes.join(", ") })}</p>}
          {problems.map((problem) => (
            <Problem key={`${problem.column} ${problem.message}`} problem={problem} />
          ))}
        </Stack>
      ),
    },
  ];
  return (
    <Table
      caption={t("imports:rows.title")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
    />
  );
}

function Problem({ problem: { column, value, message, suggestion } }: { problem: ProblemWords }) {
  const t = useT();
  return (
    <p>
      {column && (
        <>
          <strong>{column}</strong>
          {value && <> “{value}”</>}
          {": "}
        </>
      )}
      {message}
      {suggestion && <> {t("imports:row.suggestion", { suggestion })}</>}
    </p>
  );
}
