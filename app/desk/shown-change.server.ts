import { z } from "zod";
import { certificateFacts } from "~/certification/certificate-change";
import { levelWords } from "~/certification/level";
import { type ScanPages, scanPages } from "~/certification/scan-pictures.server";
import { type Coverage, coverageSchema, openScope } from "~/certification/scope";
import { type Day, isDay } from "~/platform/day";
import { formatDay, formatMoney } from "~/platform/format";
import type { Language, Translate } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import { productFields } from "~/products/product-change";
import { listPhotos, type Photo } from "~/products/product-queries.server";
import { type ChangeSubject, type FieldChange, isSame, listChange } from "~/reviews/proposed-change";
import { compareTexts, type TextPart } from "~/reviews/text-diff";
import { changeKinds } from "./change-kinds.server";
import { listProductNames, listScans, listSchemeNames, type NamedScan } from "./shown-change-queries.server";

export type PhotoMark = "added" | "removed" | "moved" | null;

/** One side of a changed field, ready to be drawn. */
export type ShownValue =
  | { as: "text"; parts: TextPart[] }
  | { as: "photos"; photos: (Photo & { mark: PhotoMark })[] }
  | { as: "scan"; scan: NamedScan | null; pages: ScanPages }
  | { as: "scope"; spans: { key: string; name: string; from: Day; to: Day | null; isChanged: boolean }[] };

export interface ShownField {
  field: string;
  label: string;
  before: ShownValue;
  after: ShownValue;
}

/** Who reads: their language decides the words, their standing which scans are theirs to see. */
export interface ChangeReader {
  t: Translate;
  language: Language;
  accountId: string;
  isStaff: boolean;
  today: Day;
}

const order: Readonly<Record<ChangeSubject, readonly string[]>> = {
  product: productFields,
  certificate: certificateFacts,
};

/** The changed fields of a subject in the order of its form, with what each side is called, pictures and names looked up. */
export async function shownFields(
  kind: ChangeSubject,
  changes: readonly FieldChange[],
  reader: ChangeReader,
): Promise<ShownField[]> {
  const place = ({ field }: FieldChange) => order[kind].indexOf(field);
  const sorted = changes.toSorted((one, other) => place(one) - place(other));
  return Promise.all(sorted.map((change) => shownField(kind, change, reader)));
}

async function shownField(kind: ChangeSubject, change: FieldChange, reader: ChangeReader): Promise<ShownField> {
  const { field, before, after } = change;
  const label = changeKinds[kind].fieldWords(reader.t, field);
  if (field === "photos") return { field, label, ...(await shownPhotos(idsOf(before), idsOf(after))) };
  if (field === "scope") return { field, label, ...(await shownScopes(spansOf(before), spansOf(after), reader)) };
  if (field === "scanId")
    return { field, label, before: await shownScan(before, reader), after: await shownScan(after, reader) };
  const [old, next] = [await wordsOf(field, before, reader), await wordsOf(field, after, reader)];
  const texts = compareTexts(old, next);
  return { field, label, before: { as: "text", parts: texts.before }, after: { as: "text", parts: texts.after } };
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const spansOf = (value: unknown): Coverage[] => z.array(coverageSchema).catch([]).parse(value);

async function wordsOf(field: string, value: unknown, { t, language }: ChangeReader): Promise<string> {
  if (value === null || value === undefined || value === "") return t("products:fact.none");
  const text = String(value);
  if (field === "group") {
    const group = productGroups.find((known) => known === text);
    return group ? t(`products:group.${group}`) : text;
  }
  if (field === "level") return levelWords(t, text);
  if (field === "price") return formatMoney(Number(value), language);
  if (field === "schemeId") return (await listSchemeNames([text])).get(text)?.[language] ?? text;
  return isDay(text) ? formatDay(text, language) : text;
}

async function shownPhotos(before: string[], after: string[]): Promise<{ before: ShownValue; after: ShownValue }> {
  const { added, removed, isReordered } = listChange(before, after);
  const marked = async (ids: string[], own: string[], mark: "added" | "removed"): Promise<ShownValue> => ({
    as: "photos",
    photos: (await listPhotos(ids)).map((photo) => ({
      ...photo,
      mark: own.includes(photo.fileId) ? mark : isReordered ? "moved" : null,
    })),
  });
  return { before: await marked(before, removed, "removed"), after: await marked(after, added, "added") };
}

async function shownScan(value: unknown, { accountId, isStaff }: ChangeReader): Promise<ShownValue> {
  const id = typeof value === "string" ? value : undefined;
  const scan = id === undefined ? undefined : (await listScans([id])).get(id);
  return { as: "scan", scan: scan ?? null, pages: await scanPages(scan?.id, accountId, isStaff) };
}

/** Spans that were over before today and did not change say nothing to who decides. */
async function shownScopes(
  before: Coverage[],
  after: Coverage[],
  { today }: ChangeReader,
): Promise<{ before: ShownValue; after: ShownValue }> {
  const names = await listProductNames([...before, ...after].map(({ productId }) => productId));
  const shown = (spans: Coverage[], others: Coverage[]): ShownValue => ({
    as: "scope",
    spans: spans
      .map((span) => ({ ...span, isChanged: !others.some((other) => isSame(span, other)) }))
      .filter((span) => span.isChanged || openScope([span], today).length > 0)
      .map(({ productId, from, to, isChanged }) => ({
        key: `${productId} ${from}`,
        name: names.get(productId) ?? productId,
        from,
        to,
        isChanged,
      })),
  });
  return { before: shown(before, after), after: shown(after, before) };
}
