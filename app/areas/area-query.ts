import { fold } from "~/platform/vietnamese-text";

export const areaKinds = ["phuong", "xa", "thi-tran"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** What someone typed into an area field, taken apart; all of it folded. */
export type AreaQuery = {
  name: string;
  kind: AreaKind | null;
  /** District or province, each of which the unit must have belonged to. */
  within: readonly string[];
  /** Copied from a suggestion, which names a unit of today. */
  isLabel: boolean;
};

const kindBefore = /^(?:(?<phuong>phuong |p\.? |p\.)|(?<xa>xa |x\.? |x\.)|(?<town>thi tran |tt\.? |tt\.))(?=\S)/;
const kindAfter = / (?:(?<phuong>ward)|(?<xa>commune)|(?<town>township))$/;
const districtBefore = /^(?:huyen |h\. ?|thi xa |tx\.? ?|thanh pho |tp\.? ?|tinh |formerly )+(?=\S)/;

/** Takes apart an area as people write it: "xã Cát Tiến, Phù Cát", "P. Quy Nhơn", "cat tien", or a suggestion's label. */
export function readAreaQuery(text: string): AreaQuery {
  const folded = fold(text);
  const isLabel = folded.includes("(");
  const [first = "", ...rest] = folded.split(/[,;()]/).map((part) => part.trim());
  const found = (kindBefore.exec(first) ?? kindAfter.exec(first))?.groups;
  const name = first.replace(kindBefore, "").replace(kindAfter, "");
  const within = rest
    .map((part) => part.replace(districtBefore, "").replace(isLabel ? / cu$/ : /^$/, ""))
    .filter((part) => part !== "");
  return { name, kind: kindOf(found), within, isLabel };
}

function kindOf(found: Record<string, string> | undefined): AreaKind | null {
  if (found?.phuong) return "phuong";
  if (found?.xa) return "xa";
  return found?.town ? "thi-tran" : null;
}

/** The names of the former districts without their kind: "Huyện Phù Cát; Thị xã An Nhơn" is "Phù Cát, An Nhơn". */
export function districtNames(formerDistrict: string): string {
  return formerDistrict
    .split(";")
    .map((district) => district.trim().replace(/^(?:Huyện|Thị xã|Thành phố) /, ""))
    .join(", ");
}
