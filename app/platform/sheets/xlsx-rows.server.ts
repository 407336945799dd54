import { isDay } from "../day";
import { type DaySystem, dayOfSerial } from "./excel-day";
import type { KeptTexts } from "./kept-texts";
import { readXml } from "./read-xml.server";
import { type Cell, SheetRefused, type SheetRow, type SheetSource, sheetLimits } from "./sheet";
import { excelText, readDayStyles, readSharedTexts, readWorkbook } from "./xlsx-parts.server";
import { partLimits, ZipParts } from "./zip-parts.server";

type XlsxSource = Extract<SheetSource, { format: "xlsx" }>;

const lastRow = 1_048_576;

interface Surroundings {
  texts: KeptTexts;
  dayStyles: readonly boolean[];
  days: DaySystem;
}

/** Which sheets a workbook has; refuses at once what declares more than is ever read. Undefined for another archive. */
export async function inspectXlsx(path: string): Promise<XlsxSource | undefined> {
  return unpacked(path, async (parts) => {
    const workbook = await readWorkbook(parts);
    if (!workbook || workbook.sheets.length === 0) return undefined;
    if (workbook.texts) parts.check(workbook.texts, partLimits.texts);
    if (workbook.styles) parts.check(workbook.styles, partLimits.styles);
    for (const { part } of workbook.sheets) parts.check(part, partLimits.rows);
    return {
      format: "xlsx",
      sheets: workbook.sheets.map(({ name }) => name),
      hiddenSheets: workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    };
  });
}

const openDocument = "application/vnd.oasis.opendocument.spreadsheet";

/** Whether an archive is a workbook of another kind, which a spreadsheet program can save anew: .xlsb, or .ods and its templates. */
export async function isOtherWorkbook(path: string): Promise<boolean> {
  return unpacked(path, async (parts) => {
    if (parts.has("xl/workbook.bin")) return true;
    if (!parts.has("mimetype")) return false;
    let type = "";
    for await (const piece of parts.text("mimetype", partLimits.about)) type += piece;
    return type.startsWith(openDocument);
  });
}

async function unpacked<T>(path: string, use: (parts: ZipParts) => Promise<T>): Promise<T> {
  try {
    const parts = await ZipParts.open(path);
    try {
      return await use(parts);
    } finally {
      parts.close();
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

/** What the archive or its XML is at fault for is a refusal; what the machine or the caller is, stays an error. */
function asRefusal(error: unknown): unknown {
  const isOurs =
    error instanceof SheetRefused || (error instanceof Error && ("syscall" in error || error.name === "AbortError"));
  return isOurs ? error : new SheetRefused("sheet.damaged");
}

/** The rows of one sheet; without a number given, of the first that people see. Rows without any value are passed over. */
export async function* xlsxRows(
  path: string,
  { sheet, signal }: { sheet?: number | undefined; signal?: AbortSignal | undefined },
): AsyncIterable<SheetRow> {
  let parts: ZipParts | undefined;
  try {
    parts = await ZipParts.open(path);
    const workbook = await readWorkbook(parts);
    const chosen =
      sheet === undefined
        ? (workbook?.sheets.find(({ hidden }) => !hidden) ?? workbook?.sheets[0])
        : workbook?.sheets[sheet];
    if (!workbook || !chosen) throw new SheetRefused("sheet.damaged");
    const rows = new RowReader({
      texts: await readSharedTexts(parts, workbook.texts),
      dayStyles: await readDayStyles(parts, workbook.styles),
      days: workbook.days,
    });
    for await (const _ of readXml(parts.text(chosen.part, partLimits.rows), rows, signal)) yield* rows.take();
    yield* rows.take();
  } catch (error) {
    signal?.throwIfAborted();
    throw asRefusal(error);
  } finally {
    parts?.close();
  }
}

/** Gathers rows from a worksheet's XML. */
class RowReader {
  private ready: SheetRow[] = [];
  private count = 0;
  private number = 0;
  private hidden = false;
  private cells: Cell[] = [];
  private column = -1;
  private kind = "n";
  private style = 0;
  private value: string | undefined;
  private collecting = false;
  private phonetic = false;

  constructor(private readonly around: Surroundings) {}

  take(): SheetRow[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === "c") {
      this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
      this.kind = attributes.t ?? "n";
      this.style = Number(attributes.s ?? 0);
      this.value = undefined;
    } else if (tag === "v" || tag === "t") this.collecting = !this.phonetic;
    else if (tag === "rPh") this.phonetic = true;
    else if (tag === "row") this.openRow(attributes);
  }

  private openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const number = r === undefined ? this.number + 1 : Number(r);
    if (!(number > this.number && number <= lastRow)) throw new SheetRefused("sheet.damaged");
    this.number = number;
    this.hidden = /^(?:1|true)$/.test(hidden ?? "");
    this.cells = [];
    this.column = -1;
  }

  text(text: string): void {
    if (!this.collecting) return;
    this.value = (this.value ?? "") + text;
    if (this.value.length > sheetLimits.cellCharacters) throw new SheetRefused("sheet.cellTooLong");
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.collecting = false;
    else if (tag === "rPh") this.phonetic = false;
    else if (tag === "c") this.closeCell();
    else if (tag === "row") this.closeRow();
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === null) return;
    if (this.column >= sheetLimits.columns) throw new SheetRefused("sheet.tooManyColumns");
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.count += 1;
    if (this.count > sheetLimits.rows) throw new SheetRefused("sheet.tooManyRows");
    this.ready.push({ number: this.number, cells: this.cells, ...(this.hidden && { hidden: true }) });
  }

  private cell(): Cell {
    const { value, around } = this;
    if (value === undefined || value === "") return null;
    if (this.kind === "n") {
      const number = Number(value);
      if (Number.isNaN(number)) throw new SheetRefused("sheet.damaged");
      const day = around.dayStyles[this.style] ? dayOfSerial(number, around.days) : undefined;
      return day === undefined ? number : { day };
    }
    if (this.kind === "b") return value === "1";
    if (this.kind === "d" && isDay(value.slice(0, 10))) return { day: value.slice(0, 10) };
    const text = this.kind === "s" ? around.texts.get(Number(value)) : excelText(value);
    if (text === undefined) throw new SheetRefused("sheet.damaged");
    return text.trim() === "" ? null : text.normalize("NFC");
  }
}

const reference = /^([A-Z]{1,3})\d+$/;

/** The column of "C7", from 0. */
function columnOf(cell: string): number {
  const [, letters = ""] = reference.exec(cell) ?? [];
  if (letters === "") throw new SheetRefused("sheet.damaged");
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
