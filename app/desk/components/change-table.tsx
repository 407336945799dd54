import type { SerializeFrom } from "@remix-run/node";
import { ScanThumbnail } from "~/certification/components/scan-view";
import type { ShownField, ShownValue } from "~/desk/shown-change.server";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { photoAlt, photoImage } from "~/products/components/photo-image";
import { Stack, Table, Tag } from "~/ui";

type Value = SerializeFrom<ShownValue>;

interface ChangeTableProps {
  caption: string;
  fields: readonly SerializeFrom<ShownField>[];
  /** What the two sides are called. */
  sides: readonly [string, string];
}

/** Field by field what was and what is to be, with what differs struck out and underlined. */
export function ChangeTable({ caption, fields, sides }: ChangeTableProps) {
  const t = useT();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={fields}
      rowKey={({ field }) => field}
      columns={[
        { key: "field", header: t("desk:change.field"), primary: true, cell: ({ label }) => label },
        { key: "before", header: sides[0], cell: ({ before }) => <Side value={before} mark="del" /> },
        { key: "after", header: sides[1], cell: ({ after }) => <Side value={after} mark="ins" /> },
      ]}
    />
  );
}

function Side({ value, mark }: { value: Value; mark: "del" | "ins" }) {
  switch (value.as) {
    case "text":
      return <Words parts={value.parts} mark={mark} />;
    case "photos":
      return <Photos photos={value.photos} />;
    case "scan":
      return <Scan value={value} />;
    case "scope":
      return <Scope spans={value.spans} mark={mark} />;
  }
}

function Words({ parts, mark: Mark }: { parts: { text: string; isChanged: boolean }[]; mark: "del" | "ins" }) {
  return (
    <span className="whitespace-pre-line wrap-anywhere">
      {parts.map(({ text, isChanged }, index) => {
        const key = `${index} ${text}`;
        return isChanged ? <Mark key={key}>{text}</Mark> : <span key={key}>{text}</span>;
      })}
    </span>
  );
}

function Photos({ photos }: { photos: Extract<Value, { as: "photos" }>["photos"] }) {
  const t = useT();
  if (photos.length === 0) return t("products:fact.none");
  return (
    <ol className="ui-thumbs">
      {photos.map((photo, index) => (
        <li key={photo.fileId}>
          <a href={`/anh/${photo.fileId}/1200`} target="_blank" rel="noreferrer">
            <img
              {...photoImage(photo, "")}
              alt={photoAlt(photo, t("products:photos.number", { number: index + 1 }))}
              loading="lazy"
            />
          </a>
          {photo.mark && (
            <Tag tone={photo.mark === "removed" ? "danger" : photo.mark === "added" ? "success" : "info"}>
              {t(`desk:change.photo.${photo.mark}`)}
            </Tag>
          )}
        </li>
      ))}
    </ol>
  );
}

function Scan({ value }: { value: Extract<Value, { as: "scan" }> }) {
  const t = useT();
  if (!value.scan) return t("certification:scan.none");
  return <ScanThumbnail scan={value.scan} pages={value.pages} />;
}

function Scope({ spans, mark: Mark }: { spans: Extract<Value, { as: "scope" }>["spans"]; mark: "del" | "ins" }) {
  const t = useT();
  const language = useLanguage();
  if (spans.length === 0) return t("certification:noProducts");
  return (
    <Stack gap="tight">
      <ul>
        {spans.map(({ key, name, from, to, isChanged }) => {
          const days = to
            ? t("desk:change.span", { from: formatDay(from, language), to: formatDay(to, language) })
            : t("desk:change.openSpan", { from: formatDay(from, language) });
          const words = `${name}: ${days}`;
          return <li key={key}>{isChanged ? <Mark>{words}</Mark> : words}</li>;
        })}
      </ul>
    </Stack>
  );
}
