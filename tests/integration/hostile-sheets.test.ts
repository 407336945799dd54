import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compoundFile, forgeEntry, repeated, sheetPart, workbook, writeArchive } from "../fixtures/workbooks";
import type { ReadReport } from "./sheet-reader";

const mebibyte = 1024 * 1024;
const seconds = 1000;
let folder = "";
let reader: ChildProcess;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hostile-"));
  reader = fork(fileURLToPath(new URL("sheet-reader.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
});
afterAll(async () => {
  const ended = once(reader, "exit");
  reader.disconnect();
  await ended;
  await rm(folder, { recursive: true });
});

async function read(file: string): Promise<ReadReport> {
  const answer = once(reader, "message");
  reader.send(file);
  const [report] = await answer;
  return report as ReadReport;
}

type Parts = Record<string, string | Iterable<string>>;
const one: Parts = workbook([{ name: "a", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }], {
  texts: "<si><t>x</t></si>",
});
const rowsPart = "xl/worksheets/sheet0.xml";
const [sheetStart = "", sheetEnd = ""] = sheetPart("|").split("|");
const [textsStart = "", textsEnd = ""] = String(one["xl/sharedStrings.xml"]).split("<si><t>x</t></si>");
const usingText: Parts = { ...one, [rowsPart]: sheetPart('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') };
// 1,024 bytes that differ from each other, so that deflate makes some 40 of them and the part stays an honest size on disk.
const longText = (at: number): string =>
  `<si><t>${`${at.toString(36)} Rượu Bàu Đá ${at % 7} `.repeat(44).slice(0, 1000)}</t></si>`;

interface Hostile {
  name: string;
  outcome: string;
  make(file: string): Promise<void>;
}

const written = (name: string, outcome: string, parts: Parts, forge?: (file: string) => Promise<void>): Hostile => ({
  name,
  outcome,
  make: async (file) => {
    await writeArchive(file, parts);
    await forge?.(file);
  },
});

const hostile: Hostile[] = [
  written("a zip bomb that says how large it is", "sheet.tooLarge", {
    ...one,
    [rowsPart]: repeated(sheetStart, 300_000, () => " ".repeat(1024), sheetEnd),
  }),
  written(
    "a zip bomb that says it is small",
    "sheet.damaged",
    { ...one, [rowsPart]: repeated(sheetStart, 300_000, () => " ".repeat(1024), sheetEnd) },
    (file) => forgeEntry(file, rowsPart, { uncompressedSize: 2000 }),
  ),
  written("1 GB of shared texts", "sheet.tooLarge", {
    ...usingText,
    "xl/sharedStrings.xml": repeated(textsStart, 1_000_000, longText, textsEnd),
  }),
  written(
    "1 GB of shared texts that says it is 90 MB",
    "sheet.tooLarge",
    { ...usingText, "xl/sharedStrings.xml": repeated(textsStart, 300_000, longText, textsEnd) },
    (file) => forgeEntry(file, "xl/sharedStrings.xml", { uncompressedSize: 90 * mebibyte }),
  ),
  written("millions of empty shared texts", "sheet.tooLarge", {
    ...usingText,
    "xl/sharedStrings.xml": repeated(textsStart, 5_000_000, () => "<si><t/></si>", textsEnd),
  }),
  written("one shared text without end", "sheet.damaged", {
    ...usingText,
    "xl/sharedStrings.xml": repeated(
      `${textsStart}<si><t>`,
      20_000,
      (at) => `${at}`.repeat(200),
      `</t></si>${textsEnd}`,
    ),
  }),
  written("16,384 columns", "sheet.tooManyColumns", {
    ...one,
    [rowsPart]: repeated(`${sheetStart}<row r="1">`, 16_384, () => "<c><v>1</v></c>", `</row>${sheetEnd}`),
  }),
  written("more rows than are read", "sheet.tooManyRows", {
    ...one,
    [rowsPart]: repeated(sheetStart, 200_001, (at) => `<row><c><v>${at}</v></c></row>`, sheetEnd),
  }),
  written("a row beyond the last", "sheet.damaged", { ...one, [rowsPart]: sheetPart('<row r="4000000000"/>') }),
  written("entities that multiply", "sheet.damaged", {
    ...one,
    [rowsPart]: `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetPart("<row><c><v>&b;</v></c></row>")}`,
  }),
  written("tags nested without end", "sheet.damaged", {
    ...one,
    [rowsPart]: repeated(sheetStart, 1_000_000, () => "<a>", ""),
  }),
  written("one tag without end", "sheet.damaged", {
    ...one,
    [rowsPart]: repeated(`${sheetStart}<row spans="`, 200_000, (at) => `${at} `.repeat(20), `"/>${sheetEnd}`),
  }),
  written(
    "thousands of sheets",
    "sheet.tooManySheets",
    workbook(Array.from({ length: 4000 }, (_, at) => ({ name: `s${at}`, rows: "" }))),
  ),
  written("more than ten thousand parts", "sheet.tooLarge", {
    ...one,
    ...Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`xl/media/${at}.png`, ""])),
  }),
  written("a part that would be written elsewhere", "sheet.damaged", { ...one, "aa/aa/passwd": "x" }, (file) =>
    forgeEntry(file, "aa/aa/passwd", { name: "../../passwd" }),
  ),
  written("an encrypted part", "sheet.encrypted", one, (file) => forgeEntry(file, rowsPart, { flags: 1 | 8 })),
  written("a workbook cut off", "sheet.damaged", one, async (file) =>
    truncate(file, Math.floor((await stat(file)).size / 2)),
  ),
  written("another archive", "sheet.notASpreadsheet", { "word/document.xml": "<document/>" }),
  written("a text document", "sheet.notASpreadsheet", {
    "_rels/.rels": String(one["_rels/.rels"]).replace("xl/workbook.xml", "word/document.xml"),
    "word/document.xml": "<document><sheet/></document>",
  }),
  {
    name: "a workbook with a password",
    outcome: "sheet.encrypted",
    make: (file) => writeFile(file, compoundFile("EncryptedPackage")),
  },
  { name: "an old workbook", outcome: "sheet.saveAsXlsx", make: (file) => writeFile(file, compoundFile("Workbook")) },
  {
    name: "the head of an old workbook",
    outcome: "sheet.damaged",
    make: (file) => writeFile(file, compoundFile("Workbook").subarray(0, 20)),
  },
];

test.each(hostile)(
  "$name ends as $outcome within 10 seconds and 200 MB",
  async ({ make, outcome }) => {
    const file = path.join(folder, "tep.xlsx");
    await make(file);
    const report = await read(file);
    expect(report.outcome).toBe(outcome);
    expect(report.milliseconds).toBeLessThan(10 * seconds);
    expect(report.peak / mebibyte).toBeLessThan(200);
  },
  120 * seconds,
);

test("50,000 honest rows are read within 200 MB", async () => {
  const file = path.join(folder, "tep.xlsx");
  const row = (at: number) =>
    `<row r="${at + 1}">${Array.from({ length: 10 }, (_, column) => `<c t="inlineStr"><is><t>Rượu Bàu Đá ${at} ${column}</t></is></c>`).join("")}</row>`;
  await writeArchive(file, { ...one, [rowsPart]: repeated(sheetStart, 50_000, row, sheetEnd) });
  const report = await read(file);
  expect(report).toMatchObject({ outcome: "read", rows: 50_000 });
  expect(report.peak / mebibyte).toBeLessThan(200);
}, 120_000);
