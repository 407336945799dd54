import { posix } from "node:path";
import type { DaySystem } from "./excel-day";
import { KeptTexts } from "./kept-texts";
import { showsDay } from "./number-format";
import { readWholeXml } from "./read-xml.server";
import { SheetRefused, sheetLimits } from "./sheet";
import { partLimits, type ZipParts } from "./zip-parts.server";

/** One worksheet of a workbook: its name, the part it stands in, whether people see it. */
export interface WorkbookSheet {
  name: string;
  part: string;
  hidden: boolean;
}

export interface Workbook {
  part: string;
  days: DaySystem;
  sheets: WorkbookSheet[];
  /** Part of the shared texts and of the styles, where there are any. */
  texts: string | undefined;
  styles: string | undefined;
}

interface Relation {
  id: string;
  kind: string;
  target: string;
}

/** The parts that a part relates to; targets are resolved within the archive and never touch a file system. */
async function relationsOf(parts: ZipParts, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, "_rels", `${base}.rels`);
  if (!parts.has(name)) return [];
  const relations: Relation[] = [];
  await readWholeXml(parts.text(name, partLimits.about), {
    open: (tag, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (tag !== "Relationship" || TargetMode === "External") return;
      const target = posix.resolve("/", dir, Target).slice(1);
      relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** Reads which worksheets a workbook has; undefined when the archive holds no workbook. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook | undefined> {
  const [main] = (await relationsOf(parts, "")).filter(({ kind }) => kind === "officeDocument");
  if (!main || !parts.has(main.target) || !main.target.endsWith(".xml")) return undefined;
  const relations = await relationsOf(parts, main.target);
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.target;
  const workbook: Workbook = {
    part: main.target,
    days: 1900,
    sheets: [],
    texts: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
  let isWorkbook = false;
  await readWholeXml(parts.text(main.target, partLimits.about), {
    open: (tag, attributes) => {
      if (tag === "workbook") isWorkbook = true;
      if (tag === "workbookPr" && /^(?:1|true)$/.test(attributes.date1904 ?? "")) workbook.days = 1904;
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1];
      const relation = relations.find((candidate) => candidate.id === id);
      // Sheets that are a chart or a macro have no rows.
      if (relation?.kind !== "worksheet") return;
      const hidden = attributes.state !== undefined && attributes.state !== "visible";
      workbook.sheets.push({ name: attributes.name ?? "", part: relation.target, hidden });
      if (workbook.sheets.length > sheetLimits.sheets) throw new SheetRefused("sheet.tooManySheets");
    },
    close: () => undefined,
    text: () => undefined,
  });
  return isWorkbook ? workbook : undefined;
}

/** For each cell style whether it shows a number as a day. */
export async function readDayStyles(parts: ZipParts, name: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (name === undefined || !parts.has(name)) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  await readWholeXml(parts.text(name, partLimits.styles), {
    open: (tag, { numFmtId, formatCode }) => {
      if (tag === "numFmt") formats.set(Number(numFmtId), formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag === "xf" && inCells) styles.push(showsDay(Number(numFmtId ?? 0), formats.get(Number(numFmtId))));
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}

// Excel writes characters that XML cannot hold, and what looks like this form, as _x000D_.
const escapedUnit = /_x([0-9A-F]{4})_/gi;
export const excelText = (text: string): string =>
  text.includes("_x") ? text.replace(escapedUnit, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text;

/** The texts that cells refer to by number; rich text is joined, the phonetic reading of East Asian text left out. */
export async function readSharedTexts(parts: ZipParts, name: string | undefined): Promise<KeptTexts> {
  const texts = new KeptTexts();
  if (name === undefined || !parts.has(name)) return texts;
  let current = "";
  let inText = false;
  let phonetic = false;
  await readWholeXml(parts.text(name, partLimits.texts), {
    open: (tag) => {
      if (tag === "si") current = "";
      else if (tag === "rPh") phonetic = true;
      else if (tag === "t") inText = !phonetic;
    },
    text: (text) => {
      if (inText) current += text;
      if (current.length > sheetLimits.cellCharacters) throw new SheetRefused("sheet.cellTooLong");
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      else if (tag === "rPh") phonetic = false;
      else if (tag === "si") {
        texts.add(excelText(current));
        if (texts.bytes > sheetLimits.sharedBytes || texts.count > sheetLimits.sharedTexts)
          throw new SheetRefused("sheet.tooLarge");
      }
    },
  });
  return texts;
}
