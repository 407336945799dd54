import { open } from "node:fs/promises";
import { accept, type Result, refuse } from "../result";
import { readDialect } from "./csv-dialect";
import { decodeHead, inspectText } from "./csv-encoding.server";
import { type SheetEncoding, type SheetRefusal, SheetRefused, type SheetSource, sheetLimits } from "./sheet";
import { inspectXlsx, isOtherWorkbook } from "./xlsx-rows.server";

/** The first bytes by which formats that are not text make themselves known. */
const signatures = {
  zip: Buffer.from("PK\x03\x04", "latin1"),
  /** Compound file: Excel 97–2003, or a modern workbook with a password. */
  compound: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
} as const;
const headBytes = 512;
const directoryBytes = 4096;
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");
// Many offices' systems write a web page or Excel's XML of 2003 and call it .xls.
const unprintable = /[^\P{Cc}\t\n\r\f]/u;
const markup = /^\s*<(?:!doctype|html|table|\?xml|\?mso|meta|style)/i;

/**
 * Looks into a file by its content, never by its name: which format, which encoding (the one given, or recognised), how
 * cells are set apart, which sheets. Refuses what is no table that can be read.
 */
export async function inspectSheet(
  path: string,
  fileName: string,
  { encoding }: { encoding?: SheetEncoding | undefined } = {},
): Promise<Result<SheetSource, SheetRefusal>> {
  const head = await firstBytes(path);
  if (!head.ok) return head;
  const starts = (signature: Buffer) => head.value.subarray(0, signature.length).equals(signature);
  if (starts(signatures.compound)) {
    if (head.value.length < headBytes) return refuse("sheet.damaged");
    return refuse((await isEncrypted(path, head.value)) ? "sheet.encrypted" : "sheet.saveAsXlsx");
  }
  if (starts(signatures.zip)) return inspectArchive(path);
  return inspectCsv(path, fileName, encoding);
}

async function firstBytes(path: string): Promise<Result<Buffer, SheetRefusal>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return refuse("sheet.empty");
    if (size > sheetLimits.fileBytes) return refuse("sheet.tooLarge");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
    return accept(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Whether the directory of a compound file names the part that holds an encrypted workbook ([MS-CFB] 2.2, 2.6). */
async function isEncrypted(path: string, head: Buffer): Promise<boolean> {
  const sector = 2 ** Math.min(head.readUInt16LE(30), 12);
  const file = await open(path);
  try {
    const directory = (head.readUInt32LE(48) + 1) * sector;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(directoryBytes), 0, directoryBytes, directory);
    return buffer.subarray(0, bytesRead).includes(encryptedPackage);
  } finally {
    await file.close();
  }
}

async function inspectArchive(path: string): Promise<Result<SheetSource, SheetRefusal>> {
  try {
    const source = await inspectXlsx(path);
    if (source) return accept(source);
    return refuse((await isOtherWorkbook(path)) ? "sheet.saveAsXlsx" : "sheet.notASpreadsheet");
  } catch (error) {
    if (error instanceof SheetRefused) return refuse(error.code);
    throw error;
  }
}

async function inspectCsv(
  path: string,
  fileName: string,
  chosen: SheetEncoding | undefined,
): Promise<Result<SheetSource, SheetRefusal>> {
  const text = await inspectText(path);
  const encoding = chosen ?? text.encoding;
  if (!encoding) return refuse("sheet.notASpreadsheet");
  const head = decodeHead(text.head, encoding);
  // What is recognised as no text may be text in the encoding that people name, unless that makes no text of it either.
  if (!text.encoding && unprintable.test(head)) return refuse("sheet.notASpreadsheet");
  if (head.trim() === "") return refuse("sheet.empty");
  if (markup.test(head)) return refuse(/\.xls$/i.test(fileName) ? "sheet.saveAsXlsx" : "sheet.notASpreadsheet");
  if (head.startsWith("%PDF-")) return refuse("sheet.notASpreadsheet");
  return accept({ format: "csv", encoding, delimiter: readDialect(head), sheets: [fileName] });
}
