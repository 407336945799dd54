import { serialOfDay } from "./excel-day";
import { type Cell, sheetLimits } from "./sheet";
import type { WrittenColumn } from "./written-sheet";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// What XML cannot hold, and the carriage return, which its readers turn into a line feed.
const unwritable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

const hexOf = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

/** A text within XML as Excel reads it back: what XML cannot hold as _x0001_, and what looks like that escaped itself. */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_")
    .replace(unwritable, (unit) => (unit === "\n" || unit === "\t" ? unit : `_x${hexOf(unit)}_`))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Names of sheets may be 31 characters long and not hold []:*?/\. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

/** The styles of cells, by their place in styles.xml. */
const style = { plain: 0, title: 1, day: 2, text: 3, money: 4 } as const;

/** The column's letters, from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

const textCell = (at: string, text: string, styled: number): string =>
  `<c r="${at}" s="${styled}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, sheetLimits.cellCharacters))}</t></is></c>`;

function cellXml(cell: Cell, at: string, column: WrittenColumn | undefined): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return textCell(at, cell, style.text);
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="${style.day}"><v>${serialOfDay(cell.day)}</v></c>`;
  return `<c r="${at}" s="${column?.kind === "money" ? style.money : style.plain}"><v>${cell}</v></c>`;
}

/** One row of data; texts are always texts, whatever they begin with, and never formulas. */
export const rowXml = (cells: readonly Cell[], number: number, columns: readonly WrittenColumn[]): string =>
  `<row r="${number}">${cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${number}`, columns[at])).join("")}</row>`;

const defaultWidth = 18;

/** A worksheet up to its first row of data: the titles stay in sight while one scrolls. */
export const worksheetStart = (columns: readonly WrittenColumn[]): string => {
  const widths = columns.map(
    ({ width = defaultWidth }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, at) => textCell(`${columnLetters(at)}1`, title, style.title));
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${titles.join("")}</row>`;
};

export const worksheetEnd = (columns: readonly WrittenColumn[], lastRow: number): string =>
  `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${lastRow}"/></worksheet>`;

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;

/** Every part of a workbook but its one worksheet, by name. */
export const workbookParts = (name: string): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  "_rels/.rels": `${declaration}<Relationships xmlns="${packaged}/relationships">${relationship("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
  "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xmlText(sheetName(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packaged}/relationships">${relationship("r1", "worksheet", "worksheets/sheet1.xml")}${relationship("r2", "styles", "styles.xml")}</Relationships>`,
  "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});
