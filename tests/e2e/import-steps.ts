import { createWriteStream } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { MessageKey } from "~/platform/i18n";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import type { Cell } from "~/platform/sheets/sheet";
import { sheetBytes } from "~/platform/sheets/write-sheet.server";
import { workbook, writeArchive } from "../fixtures/workbooks";
import { expect } from "./fixtures";
import type { Visitor } from "./visitor";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const newFile = async (name: string): Promise<string> =>
  path.join(await mkdtemp(path.join(tmpdir(), "len-san-")), name);

/** A workbook as offices send it: a letterhead over merged cells, a title, the column titles further below. */
export async function officeWorkbook(titles: readonly string[], rows: readonly (readonly Cell[])[]): Promise<string> {
  const file = await newFile("san-pham.xlsx");
  const cell = (value: Cell, at: string): string => {
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    return value === null ? "" : `<c r="${at}" t="inlineStr"><is><t>${String(value)}</t></is></c>`;
  };
  const row = (number: number, cells: readonly Cell[]): string =>
    `<row r="${number}">${cells.map((value, at) => cell(value, `${String.fromCharCode(65 + at)}${number}`)).join("")}</row>`;
  const data = [
    row(1, ["HỢP TÁC XÃ VÍ DỤ (THỬ)"]),
    row(2, ["DANH SÁCH SẢN PHẨM NĂM 2026"]),
    row(4, titles),
    ...rows.map((cells, at) => row(5 + at, cells)),
  ];
  const last = String.fromCharCode(64 + titles.length);
  const merges = `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`;
  const sheet = `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data.join("")}</sheetData>${merges}</worksheet>`;
  await writeArchive(file, workbook([{ name: "Danh sách", rows: sheet }]));
  return file;
}

/** Saves what a link gives, and reads it as a spreadsheet program does. */
export async function downloaded(visitor: Visitor, key: MessageKey): Promise<Cell[][]> {
  const given = visitor.page.waitForEvent("download");
  await visitor.page
    .getByRole("link", { name: visitor.t(key), exact: true })
    .first()
    .click();
  const file = await newFile("ket-qua.xlsx");
  await (await given).saveAs(file);
  const source = await inspectSheet(file, "ket-qua.xlsx");
  if (!source.ok) throw new Error(source.code);
  const cells: Cell[][] = [];
  for await (const row of readSheet(file, source.value)) cells.push([...row.cells]);
  return cells;
}

/** Writes a table with its titles in the first row, as one saves it after correcting. */
export async function saved([titles = [], ...rows]: readonly (readonly Cell[])[]): Promise<string> {
  const file = await newFile("da-sua.xlsx");
  const columns = titles.map((title) => ({ title: String(title ?? "") }));
  await pipeline(sheetBytes({ name: "Đã sửa", columns, rows: [...rows] }, "xlsx"), createWriteStream(file));
  return file;
}

export async function chooseTable(visitor: Visitor, file: string): Promise<void> {
  const buffer = await readFile(file);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await visitor.page.locator('input[name="table"]').setInputFiles([{ name: path.basename(file), mimeType, buffer }]);
}

/**
 * Presses what sets a background job to work, and waits until its page says so much; without scripts one asks for the page
 * again. Answers the import's path. The page in between moves on by itself and is not looked at.
 */
export async function work(
  visitor: Visitor,
  hasScript: boolean,
  button: string,
  until: "imports:policy.skip.label" | "imports:now.finished",
): Promise<string> {
  await visitor.page.getByRole("button", { name: button, exact: true }).click();
  const words = visitor.page.getByText(visitor.t(until), { exact: false }).first();
  if (hasScript) await expect(words).toBeVisible({ timeout: 60_000 });
  else
    await expect(async () => {
      await visitor.page.reload();
      await expect(words).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  const { pathname } = new URL(visitor.page.url());
  await visitor.open(pathname);
  return pathname;
}
