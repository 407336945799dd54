import "../../tests/integration/own-portal";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, rows } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import type { Cell } from "~/platform/sheets/sheet";
import { sheetBytes } from "~/platform/sheets/write-sheet.server";
import { productImport } from "~/products/import-products.server";
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { workbook, writeArchive } from "../../tests/fixtures/workbooks";
import { actorOf, fatesOf, foundBy, planned, started, uploaded, workOn } from "../../tests/integration/import-steps";
import { provideImportKinds } from "./kinds.server";
import { resultFile } from "./result-file.server";

let owner: Actor;
let enterpriseId: string;
beforeAll(async () => {
  provideImportKinds([productImport]);
  await seedReference(pool());
  const account = buildAccount(1);
  const enterprise = buildEnterprise(1);
  await insertRows(pool(), "accounts", [account]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(account.id, enterprise.id)]);
  [owner, enterpriseId] = [actorOf(account), enterprise.id];
});

const taken = async (content: Buffer | Readable, fileName: string): Promise<string> => {
  const importId = await planned({ kind: productImport, actor: owner, enterpriseId, content, fileName });
  await started(importId, owner);
  return importId;
};

/** The result file as bytes, and as the cells of which it consists. */
async function result(importId: string, refusedOnly = false): Promise<{ path: string; cells: Cell[][] }> {
  const path = await incomingPath();
  const found = await foundBy(owner, importId);
  await pipeline(resultFile(found, "vi", { refusedOnly }), createWriteStream(path));
  const source = await inspectSheet(path, `ket-qua.${found.source.format}`);
  if (!source.ok) throw new Error(source.code);
  const cells: Cell[][] = [];
  for await (const row of readSheet(path, source.value)) cells.push([...row.cells]);
  return { path, cells };
}

const titles = ["Tên sản phẩm", "Nhóm sản phẩm", "Giá bán", "Ghi chú riêng", "Mã vạch"];
const lines = (at: number): Cell[][] => [
  [`Nem chua ${at}`, "Thực phẩm", 85_000, "=1+1", "8935001800019"],
  [`Tré ${at}`, "Mì", 60_000, { day: "2026-03-01" }],
  [null, "Thực phẩm", 1, "+84 905"],
];

describe.each(["csv", "xlsx"] as const)("the result of a table in %s", (format) => {
  test("is the same table with what became of each row and why, safe to open, and comes back as a correction", async () => {
    const given = lines(format === "csv" ? 1 : 2);
    if (format === "xlsx") given[0]?.pop();
    const sheet = { name: "Bảng", columns: titles.map((title) => ({ title })), rows: given };
    const importId = await taken(sheetBytes(sheet, format), `bang.${format}`);
    expect(await fatesOf(importId)).toEqual([
      "2 created",
      "3 refused products:import.groupUnknown",
      "4 refused products:missing.name",
    ]);
    const { path, cells } = await result(importId);
    const [head, ...body] = cells;
    expect(head).toEqual([...titles, "Kết quả", "Lỗi"]);
    // CSV knows no types: its numbers and days come back as the text that was written.
    const asRead = (cell: Cell) => {
      if (format === "xlsx" || cell === null || typeof cell === "string") return cell;
      return typeof cell === "object" ? cell.day.split("-").toReversed().join("/") : String(cell);
    };
    const nothing = format === "csv" ? "" : null;
    const padded = given.map((row) => titles.map((_, at) => asRead(row[at] ?? null) ?? nothing));
    expect(body.map((row) => row.slice(0, 5).map((cell) => cell ?? nothing))).toEqual(padded);
    expect(body.map((row) => row[5])).toEqual(["Đã tạo mới", "Không nhận", "Không nhận"]);
    expect(body[1]?.[6]).toMatch(/^Nhóm sản phẩm: /);
    expect(body[2]?.[6]).toMatch(/^Tên sản phẩm: /);
    if (format === "csv") {
      const text = await readFile(path, "utf8");
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text).toContain(",'=1+1,");
      expect(text).toContain(",'+84 905,");
    }

    const refused = await result(importId, true);
    expect(refused.cells).toHaveLength(3);
    // Corrected in a spreadsheet: the group of the first, the name of the second.
    const corrected = refused.cells.map((row, at) =>
      row.map((cell, column) => {
        if (at === 1 && column === 1) return "Thực phẩm";
        return at === 2 && column === 0 ? `Bún ${format}` : cell;
      }),
    );
    const file = {
      name: "Sửa",
      columns: (corrected[0] ?? []).map((title) => ({ title: String(title) })),
      rows: corrected.slice(1),
    };
    const retryOf = await foundBy(owner, importId);
    const retry = await uploaded({
      kind: productImport,
      actor: owner,
      enterpriseId,
      content: sheetBytes(file, format),
      fileName: `sua.${format}`,
      retryOf,
    });
    await workOn(retry);
    const { columns } = await foundBy(owner, retry);
    expect(columns.slice(-2).map(({ reason }) => reason)).toEqual(Array(2).fill("imports:ignored.result"));
    await started(retry, owner);
    expect(await fatesOf(retry)).toEqual(["2 created", "3 created"]);
  });
});

test("the result of a CSV with semicolons has semicolons, as the spreadsheets that write them expect", async () => {
  const importId = await taken(Buffer.from("Tên sản phẩm;Nhóm sản phẩm\r\nMắm nhum;Thực phẩm\r\n"), "cham-phay.csv");
  const { path } = await result(importId);
  expect((await readFile(path, "utf8")).split("\r\n")[0]).toBe("\uFEFFTên sản phẩm;Nhóm sản phẩm;Kết quả;Lỗi");
});

test("an XLSX with a letterhead, merged titles and days as serial numbers goes through the engine", async () => {
  const path = await incomingPath();
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const sheetRows = [
    `<row r="1">${text("A1", "UỶ BAN NHÂN DÂN XÃ TUY PHƯỚC")}</row>`,
    `<row r="3">${text("A3", "DANH SÁCH SẢN PHẨM")}</row>`,
    `<row r="5">${text("A5", "TT")}${text("B5", "Sản phẩm")}${text("D5", "Giá bán (đồng)")}${text("E5", "Ngày cấp")}</row>`,
    `<row r="6">${text("B6", "Tên")}${text("C6", "Nhóm")}</row>`,
    '<row r="7"><c r="A7"><v>1</v></c><c r="B7"><v>2</v></c><c r="C7"><v>3</v></c><c r="D7"><v>4</v></c></row>',
    `<row r="8"><c r="A8"><v>1</v></c>${text("B8", "Bánh ít lá gai")}${text("C8", "Thực phẩm")}<c r="D8"><v>25000</v></c><c r="E8"><v>46082</v></c></row>`,
    `<row r="9"><c r="A9"><v>2</v></c>${text("B9", "Chả ram")}${text("C9", "Thực phẩm")}${text("D9", "1.234.567")}</row>`,
  ].join("");
  const merged = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetRows}</sheetData><mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="B5:C5"/></mergeCells></worksheet>`;
  await writeArchive(path, workbook([{ name: "DS", rows: merged }]));
  const importId = await taken(await readFile(path), "danh-sach.xlsx");
  expect(await foundBy(owner, importId)).toMatchObject({ headerRow: 6, dataFrom: 8 });
  expect(await fatesOf(importId)).toEqual(["8 created", "9 created"]);
  expect(
    await rows("SELECT name, price FROM products WHERE name IN ('Bánh ít lá gai', 'Chả ram') ORDER BY name", []),
  ).toEqual([
    { name: "Bánh ít lá gai", price: 25_000 },
    { name: "Chả ram", price: 1_234_567 },
  ]);
});
