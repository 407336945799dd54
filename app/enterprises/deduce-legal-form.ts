import { fold } from "~/platform/vietnamese-text";
import type { LegalForm } from "./enterprise-size";
import type { TaxCodeKind } from "./tax-code";

/** What names and tables say of each legal form, folded; the longer before what it contains. */
const signs: readonly (readonly [LegalForm, RegExp])[] = [
  ["cooperative-union", /\blien hiep (?:hop tac xa|htx)\b/],
  ["cooperative-group", /\bto hop tac\b|\btht\b/],
  ["cooperative", /\bhop tac xa\b|\bhtx\b/],
  ["llc-one", /\btnhh (?:mtv|mot thanh vien|1 thanh vien)\b|\btrach nhiem huu han mot thanh vien\b/],
  ["llc-many", /\btnhh\b|\btrach nhiem huu han\b/],
  ["joint-stock", /\bco phan\b|\bcp\b|\bctcp\b/],
  ["partnership", /\bhop danh\b/],
  ["private-enterprise", /\bdoanh nghiep tu nhan\b|\bdntn\b/],
  ["household", /\bho kinh doanh\b|\bhkd\b|\bco so\b|\bho gia dinh\b|\bho\b/],
];

/** The legal form that a name or a column's words tell; null when they tell none. */
export function readLegalForm(text: string): LegalForm | null {
  const folded = fold(text).replace(/[^\p{L}\p{N}]+/gu, " ");
  return signs.find(([, sign]) => sign.test(folded))?.[0] ?? null;
}

/** The legal form of an enterprise of which only name and tax code are known: a personal number is a household's. */
export const deduceLegalForm = (name: string, kind: TaxCodeKind): LegalForm | null =>
  readLegalForm(name) ?? (kind === "personal" ? "household" : null);
