import { validate } from "stdnum/lib/cjs/gen/ean.js";
import { type Day, parseDayInput } from "../day";
import { cleanText } from "../vietnamese-text";
import { dayOfSerial } from "./excel-day";
import type { Cell } from "./sheet";

/** Why a cell cannot be read; each has words in the catalogue under platform:. */
export type CellRefusal =
  | "cell.error"
  | "cell.dayUnread"
  | "cell.dayImpossible"
  | "cell.dayIncomplete"
  | "cell.numberUnread"
  | "cell.numberAmbiguous"
  | "cell.codeSpoilt"
  | "cell.zeroLost"
  | "cell.gtinWrong";

/** The value, null of an empty cell; or the refusal, with what might have been meant where that can be told. */
export type CellRead<T> = { ok: true; value: T | null } | { ok: false; code: CellRefusal; suggestion?: string };

const errors = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;
const read = <T>(value: T | null): CellRead<T> => ({ ok: true, value });
const refused = (code: CellRefusal, suggestion?: string): CellRead<never> =>
  suggestion === undefined ? { ok: false, code } : { ok: false, code, suggestion };

const spoken = (day: Day): string => day.split("-").reverse().join("/");

/** The cell as text, as one sees it in the spreadsheet: cleaned, NFC, days as dd/mm/yyyy. */
export function readText(cell: Cell): CellRead<string> {
  if (cell === null) return read<string>(null);
  if (typeof cell === "boolean") return read(cell ? "TRUE" : "FALSE");
  if (typeof cell === "number") return read(plainNumber(cell));
  if (typeof cell === "object") return read(spoken(cell.day));
  const text = cleanText(cell);
  if (errors.test(text)) return refused("cell.error");
  return read(text === "" ? null : text);
}

const plainNumber = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/;
const spokenDay = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$/;
const longDay = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;
const monthOnly = /^(?:tháng\s+)?(\d{1,2})\s*[-/.]\s*(\d{4})$/iu;
const digits = /^\d+(?:[.,]\d+)?$/;
// 1954 to 2119: a smaller number is rather a year, a count or a day of the month.
const firstLikelySerial = 20_000;
const lastLikelySerial = 80_000;

/**
 * Reads a day as dd/mm/yyyy, d-m-yy (years 00–69 are 20xx), yyyy-mm-dd, "ngày 5 tháng 3 năm 2025", or a spreadsheet's day
 * number. Day before month always; where only month before day makes a day, that day is suggested.
 */
export function readDay(cell: Cell): CellRead<Day> {
  if (cell !== null && typeof cell === "object") return read(cell.day);
  const text = readText(cell);
  if (!text.ok || text.value === null) return text.ok ? read<Day>(null) : text;
  if (digits.test(text.value)) return dayOfNumber(Number(text.value.replace(",", ".")));

  const [, year = "", isoMonth = "", isoDate = ""] = isoDay.exec(text.value) ?? [];
  if (year) return dayOfParts(isoDate, isoMonth, year);
  const [, date = "", , month = "", shortYear = ""] = spokenDay.exec(text.value) ?? [];
  if (date) return dayOfParts(date, month, shortYear);
  const [, longDate = "", longMonth = "", longYear = ""] = longDay.exec(text.value) ?? [];
  if (longDate) return dayOfParts(longDate, longMonth, longYear);
  const [, onlyMonth = "", itsYear = ""] = monthOnly.exec(text.value) ?? [];
  const first = parseDayInput(`1/${onlyMonth}/${itsYear}`);
  return first ? refused("cell.dayIncomplete", spoken(first)) : refused("cell.dayUnread");
}

function dayOfNumber(serial: number): CellRead<Day> {
  const day = serial >= firstLikelySerial && serial < lastLikelySerial ? dayOfSerial(serial, 1900) : undefined;
  if (day) return read(day);
  return refused(serial >= 1900 && serial < 2200 ? "cell.dayIncomplete" : "cell.dayUnread");
}

function dayOfParts(date: string, month: string, written: string): CellRead<Day> {
  const year = written.length === 2 ? `${Number(written) < 70 ? "20" : "19"}${written}` : written;
  const day = parseDayInput(`${date}/${month}/${year}`);
  if (day) return read(day);
  const turned = parseDayInput(`${month}/${date}/${year}`);
  return refused("cell.dayImpossible", turned && spoken(turned));
}

const currency = /\s*(?:₫|đồng|vnđ|vnd|đ)\.?$/iu;
const spacedGroups = /^-?\d{1,3}(?: \d{3})+(?=$|[.,])/;
const pointGroups = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const commaGroups = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
const oneComma = /^-?[1-9]\d{0,2},\d{3}$/;
const fraction = /^-?\d+(?:[.,]\d+)?$/;

/**
 * Reads a number as Vietnamese (1.234.567,5) or English (1,234,567.5) offices write it, with or without đ or VND. One point
 * before three digits sets thousands apart, as Vietnamese law has it; one comma before three digits could be either and is
 * refused.
 */
export function readNumber(cell: Cell): CellRead<number> {
  if (typeof cell === "number") return read(cell);
  if (cell !== null && typeof cell === "object") return refused("cell.numberUnread");
  const text = readText(cell);
  if (!text.ok || text.value === null) return text.ok ? read<number>(null) : text;
  const written = text.value
    .normalize("NFKC")
    .replace(/[−–]/, "-")
    .replace(currency, "")
    .replace(spacedGroups, (groups) => groups.replaceAll(" ", ""));
  const plain = plainForm(written);
  if (plain === undefined) return refused("cell.numberUnread");
  if (plain === "ambiguous") return refused("cell.numberAmbiguous", written.replace(",", ""));
  return Math.abs(Number(plain)) > Number.MAX_SAFE_INTEGER ? refused("cell.numberUnread") : read(Number(plain));
}

function plainForm(written: string): string | undefined {
  if (oneComma.test(written)) return "ambiguous";
  if (pointGroups.test(written)) return written.replaceAll(".", "").replace(",", ".");
  if (commaGroups.test(written)) return written.replaceAll(",", "");
  return fraction.test(written) ? written.replace(",", ".") : undefined;
}

const scientific = /^\d+(?:[.,]\d+)?E\+?\d+$/i;
const lostDigits = /0{6}$/;
const gtinLengths = [8, 12, 13, 14] as const;

/**
 * Reads a GTIN of 8, 12, 13 or 14 digits. What a spreadsheet turned into 8.93451E+12 has lost its last digits and is
 * refused; where only leading zeros were lost, the whole number is suggested.
 */
export function readGtin(cell: Cell): CellRead<string> {
  const text = readText(cell);
  if (!text.ok || text.value === null) return text;
  const code = text.value.normalize("NFKC").replace(/[\s-]/g, "");
  if (scientific.test(code) || (typeof cell === "number" && lostDigits.test(code))) return refused("cell.codeSpoilt");
  if (!/^\d+$/.test(code) || /^0+$/.test(code)) return refused("cell.gtinWrong");
  if (validate(code).isValid) return read(code);
  const whole = gtinLengths.map((length) => code.padStart(length, "0")).find((padded) => validate(padded).isValid);
  return whole && whole !== code ? refused("cell.zeroLost", whole) : refused("cell.gtinWrong");
}
