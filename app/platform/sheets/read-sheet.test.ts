import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import iconv from "iconv-lite";
import { readSheet as readElsewhere } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compoundFile, workbook, writeArchive } from "../../../tests/fixtures/workbooks";
import { inspectSheet } from "./inspect-sheet.server";
import { readSheet } from "./read-sheet.server";
import { type Cell, type SheetEncoding, SheetRefused, type SheetRow, type SheetSource } from "./sheet";
import { vniLetters } from "./vni-letters";
import { sheetBytes } from "./write-sheet.server";

let folder = "";
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sheets-"));
});
afterAll(() => rm(folder, { recursive: true }));

function newPath(): string {
  made += 1;
  return path.join(folder, String(made));
}

async function file(bytes: Buffer | string): Promise<string> {
  const written = newPath();
  await writeFile(written, bytes);
  return written;
}

async function accepted(at: string, encoding?: SheetEncoding): Promise<SheetSource> {
  const source = await inspectSheet(at, "bang.csv", { encoding });
  if (!source.ok) throw new Error(source.code);
  return source.value;
}

async function rowsOf(at: string, source: SheetSource, sheet?: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(at, source, { sheet })) rows.push(row);
  return rows;
}

const cellsOf = async (at: string, encoding?: SheetEncoding): Promise<(readonly Cell[])[]> =>
  (await rowsOf(at, await accepted(at, encoding))).map(({ cells }) => cells);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
/** As Windows-1258 writes it: â ă ê ô ơ ư đ whole, the tone after its letter. */
const tonesApart = (text: string): string =>
  [...text]
    .map((letter) => {
      const apart = letter.normalize("NFD");
      const [tone] = tones.exec(apart) ?? [];
      return tone ? apart.replace(tone, "").normalize("NFC") + tone : letter;
    })
    .join("");
const toVni = new Map([...vniLetters].reverse().map(([written, letter]) => [letter, written]));
const asVni = (text: string): string => [...text].map((letter) => toVni.get(letter) ?? letter).join("");

const encoders: Readonly<Record<string, { encoding: SheetEncoding; write: (text: string) => Buffer }>> = {
  "UTF-8": { encoding: "utf-8", write: (text) => Buffer.from(text) },
  "UTF-8 with a byte order mark": { encoding: "utf-8", write: (text) => Buffer.from(`\uFEFF${text}`) },
  "UTF-16 LE": { encoding: "utf-16le", write: (text) => iconv.encode(text, "utf-16le") },
  "UTF-16 LE with a byte order mark": {
    encoding: "utf-16le",
    write: (text) => iconv.encode(`\uFEFF${text}`, "utf-16le"),
  },
  "UTF-16 BE": { encoding: "utf-16be", write: (text) => iconv.encode(text, "utf-16be") },
  "UTF-16 BE with a byte order mark": {
    encoding: "utf-16be",
    write: (text) => iconv.encode(`\uFEFF${text}`, "utf-16be"),
  },
  "Windows-1258": { encoding: "windows-1258", write: (text) => iconv.encode(tonesApart(text), "windows1258") },
  TCVN3: { encoding: "tcvn3", write: (text) => iconv.encode(text, "tcvn") },
  "VNI-Windows": { encoding: "vni", write: (text) => iconv.encode(asVni(text), "windows1252") },
};

// Capital vowels with a tone are left out: TCVN3 has none.
const paragraph = [
  ["Mã", "Tên sản phẩm", "Ghi chú"],
  ["SP1", "Rượu Bàu Đá, loại đặc biệt", 'Chữ "quý" trong ngoặc'],
  ["SP2", "Nước mắm Tam Quan; bún Song Thằn", "Hũ thủy tinh,\nnắp gỗ; giữ nơi khô ráo"],
  ["SP3", "Nón ngựa Phú Gia – Cát Tường", "Mỹ nghệ, nghỉ lễ, kỹ, tỷ, lỵ, ỡm ờ, Ơn, Ưu, Đậu, Âu, Êm, Ôm, Ăn"],
] as const;
const asCsv = (rows: readonly (readonly string[])[], delimiter: string): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");

test("a file in UTF-16 without a mark or a Latin letter is read when people say so, and is no table otherwise", async () => {
  const at = await file(iconv.encode('"ẩồửấ";"ẵăẳỳểỳỹế"', "utf-16le"));
  expect(await inspectSheet(at, "bang.csv")).toEqual({ ok: false, code: "sheet.notASpreadsheet" });
  expect(await cellsOf(at, "utf-16le")).toEqual([["ẩồửấ", "ẵăẳỳểỳỹế"]]);
});

test("what is no text in the encoding that people name either is no table", async () => {
  const at = await file(Buffer.from([0x41, 0, 0, 0x42, 1, 2, 0, 0x43, 0, 0]));
  for (const encoding of ["utf-8", "utf-16le", "tcvn3"] as const) {
    expect(await inspectSheet(at, "bang.csv", { encoding })).toEqual({ ok: false, code: "sheet.notASpreadsheet" });
  }
});

describe.each(Object.entries(encoders))("a CSV file in %s", (name, { encoding, write }) => {
  // The dash between words is none of TCVN3's letters.
  const rows =
    encoding === "tcvn3" ? paragraph.map((cells) => cells.map((cell) => cell.replaceAll("–", "-"))) : paragraph;

  test.each([",", ";", "\t"])("is recognised and read, cells set apart by %j", async (delimiter) => {
    const at = await file(write(asCsv(rows, delimiter)));
    expect(await accepted(at)).toEqual({ format: "csv", encoding, delimiter, sheets: ["bang.csv"] });
    expect(await cellsOf(at)).toEqual(rows);
  });

  test("is read letter by letter when people say which encoding it is", async () => {
    const letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
    const word = fc.string({ unit: fc.constantFrom(...letters, "b", "n", "g", "h"), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 4 }), async (words) => {
        // VNI reads a letter and a following one that looks like a mark as one; words of its own letters never do that.
        const text =
          encoding === "vni" ? words.map((pair) => pair.map((one) => one.replace(/[ìíơưđỉĩịỵ]/g, "n"))) : words;
        expect(await cellsOf(await file(write(asCsv(text, ";"))), encoding)).toEqual(text);
      }),
      { numRuns: name.includes("mark") ? 5 : 30 },
    );
  });
});

describe("a CSV file", () => {
  test("keeps the numbers of its rows as a spreadsheet shows them, blank ones passed over", async () => {
    const at = await file("a,b\n\n\n1,\n,,\n2,x,,\n");
    expect(await rowsOf(at, await accepted(at))).toEqual([
      { number: 1, cells: ["a", "b"] },
      { number: 4, cells: ["1"] },
      { number: 6, cells: ["2", "x"] },
    ]);
  });

  test("loses Excel's own line sep=, which a spreadsheet does not show", async () => {
    const at = await file("sep=;\r\na,1;b\r\n");
    expect(await rowsOf(at, await accepted(at))).toEqual([{ number: 1, cells: ["a,1", "b"] }]);
  });

  test("with a few broken bytes is still read as UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("Rượu Bàu Đá, nước mắm"), Buffer.from([0xff]), Buffer.from(",bún")]);
    expect(await accepted(await file(bytes))).toMatchObject({ encoding: "utf-8" });
  });

  test("whose quotation mark never closes is refused, not swallowed", async () => {
    const at = await file('a,b\n"1,2\n3,4\n');
    await expect(rowsOf(at, await accepted(at))).rejects.toEqual(new SheetRefused("sheet.openQuote"));
  });

  test.each([
    ["sheet.tooManyColumns", `a,b\n${"x,".repeat(600)}x\n`],
    ["sheet.cellTooLong", `a,b\n${"x".repeat(32_768)},1\n`],
    ["sheet.tooManyRows", "a\n".repeat(200_001)],
  ] as const)("beyond a limit is refused: %s", async (code, text) => {
    const at = await file(text);
    await expect(rowsOf(at, await accepted(at))).rejects.toEqual(new SheetRefused(code));
  });

  test("stops being read when nobody waits for it any more", async () => {
    const at = await file("a,b\n".repeat(100_000));
    const leaving = new AbortController();
    const reading = (async () => {
      for await (const row of readSheet(at, await accepted(at), { signal: leaving.signal }))
        if (row.number === 10) leaving.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("what is no table", () => {
  test.each([
    ["an empty file", "bang.csv", "", "sheet.empty"],
    ["blanks only", "bang.csv", " \r\n \r\n", "sheet.empty"],
    ["a PDF", "bang.csv", "%PDF-1.7\n1 0 obj", "sheet.notASpreadsheet"],
    [
      "a picture",
      "bang.xlsx",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      "sheet.notASpreadsheet",
    ],
    ["control characters", "bang.csv", "a,b\u0001\u0002\n", "sheet.notASpreadsheet"],
    ["a web page called .xls", "bang.xls", "<html><table><tr><td>1</td></tr></table></html>", "sheet.saveAsXlsx"],
    ["a web page", "bang.csv", "<!DOCTYPE html><p>", "sheet.notASpreadsheet"],
  ])("%s is refused", async (_, name, bytes, code) => {
    expect(await inspectSheet(await file(bytes), name)).toEqual({ ok: false, code });
  });

  const openDocument = "application/vnd.oasis.opendocument.spreadsheet";
  test.each([
    ["a binary workbook (.xlsb)", { "xl/workbook.bin": "\u0001", "xl/worksheets/sheet1.bin": "\u0001" }, "saveAsXlsx"],
    ["an OpenDocument table (.ods)", { mimetype: openDocument, "content.xml": "<x/>" }, "saveAsXlsx"],
    ["a template of one (.ots)", { mimetype: `${openDocument}-template`, "content.xml": "<x/>" }, "saveAsXlsx"],
    ["an OpenDocument text", { mimetype: "application/vnd.oasis.opendocument.text" }, "notASpreadsheet"],
    ["a Word document", { "word/document.xml": "<x/>" }, "notASpreadsheet"],
  ])("%s is told what to do by its content, whatever it is called", async (_, parts, code) => {
    const at = newPath();
    await writeArchive(at, parts);
    expect(await inspectSheet(at, "bang.xlsx")).toEqual({ ok: false, code: `sheet.${code}` });
  });

  test("a workbook of Excel 97–2003 (.xls) is to be saved anew, one with a password to be opened first", async () => {
    expect(await inspectSheet(await file(compoundFile("Workbook")), "bang.xlsx")).toEqual({
      ok: false,
      code: "sheet.saveAsXlsx",
    });
    expect(await inspectSheet(await file(compoundFile("EncryptedPackage")), "bang.xlsx")).toEqual({
      ok: false,
      code: "sheet.encrypted",
    });
  });

  test("a file over 50 MB is refused unread", async () => {
    const at = await file(Buffer.alloc(50 * 1024 * 1024 + 1, "a"));
    expect(await inspectSheet(at, "bang.csv")).toEqual({ ok: false, code: "sheet.tooLarge" });
  });
});

describe("a workbook", () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs>';

  test("gives texts, numbers, days, answers, errors and the last results of formulas", async () => {
    const texts =
      "<si><t>Rượu</t></si><si><r><t>Bàu </t></r><r><t>Đá</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
    const rows =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>1.5</v></c><c r="B3" s="1"><v>45658.5</v></c><c r="C3" s="2"><v>45658</v></c><c r="D3" s="3"><v>45658</v></c></row>' +
      '<row r="4"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>kết quả</v></c>' +
      '<c t="inlineStr"><is><t>trong ô</t><rPh><t>no</t></rPh></is></c><c><f>SUM(A1)</f><v>7</v></c><c t="d"><v>2025-03-04T00:00:00</v></c></row>' +
      '<row r="9" hidden="1"><c r="B9"><v>5</v></c></row><row r="10"><c r="XFD10" s="1"/></row>';
    const at = newPath();
    await writeArchive(at, workbook([{ name: "Bảng", rows }], { texts, styles }));
    const source = await accepted(at);
    expect(source).toEqual({ format: "xlsx", sheets: ["Bảng"], hiddenSheets: [] });
    expect(await rowsOf(at, source)).toEqual([
      { number: 2, cells: ["Rượu", null, "Bàu Đá", "a\rb_x0041_"] },
      { number: 3, cells: [1.5, { day: "2025-01-01" }, { day: "2025-01-01" }, 45_658] },
      { number: 4, cells: [true, "#N/A", "kết quả", "trong ô", 7, { day: "2025-03-04" }] },
      { number: 9, cells: [null, 5], hidden: true },
    ]);
  });

  test("that counts from 1904 gives the days it means", async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>44196</v></c></row>';
    const at = newPath();
    await writeArchive(at, workbook([{ name: "a", rows }], { styles, date1904: true }));
    expect(await cellsOf(at)).toEqual([[{ day: "2025-01-01" }]]);
  });

  test("is read at the sheet people see, or the one they choose", async () => {
    const one = (value: number) => `<row><c><v>${value}</v></c></row>`;
    const at = newPath();
    await writeArchive(
      at,
      workbook([
        { name: "Danh mục", rows: one(1), hidden: true },
        { name: "Sản phẩm", rows: one(2) },
        { name: "Khác", rows: one(3) },
      ]),
    );
    const source = await accepted(at);
    expect(source).toEqual({ format: "xlsx", sheets: ["Danh mục", "Sản phẩm", "Khác"], hiddenSheets: ["Danh mục"] });
    expect((await rowsOf(at, source))[0]?.cells).toEqual([2]);
    expect((await rowsOf(at, source, 2))[0]?.cells).toEqual([3]);
    await expect(rowsOf(at, source, 3)).rejects.toEqual(new SheetRefused("sheet.damaged"));
  });
});

describe("a file written for people", () => {
  const columns = [
    { title: "Mã" },
    { title: "Tên", width: 40 },
    { title: "Giá", kind: "money" as const },
    { title: "Ngày" },
  ];
  const rows: Cell[][] = [
    ["=1+1", "+84 905", 1_234_567, { day: "2025-12-31" }],
    ["0123", '@SUM("x"),\r\n-5', 1.5, { day: "1900-03-01" }],
    [" thụt vào ", "'trích", -3, null],
  ];
  const write = async (format: "xlsx" | "csv", data: Iterable<Cell[]> = rows): Promise<string> => {
    const at = newPath();
    await pipeline(sheetBytes({ name: "Sản phẩm", columns, rows: data }, format), createWriteStream(at));
    return at;
  };
  const titles = ["Mã", "Tên", "Giá", "Ngày"];

  test("is a workbook that another reader understands, texts as texts, days as days", async () => {
    const seen = await readElsewhere(await write("xlsx"));
    expect(seen).toEqual([
      titles,
      ["=1+1", "+84 905", 1_234_567, new Date("2025-12-31")],
      ["0123", '@SUM("x"),\r\n-5', 1.5, new Date("1900-03-01")],
      ["thụt vào", "'trích", -3, null],
    ]);
  });

  test("is read back from a workbook as it was", async () => {
    const withoutEnd = rows.map((cells) => (cells.at(-1) === null ? cells.slice(0, -1) : cells));
    expect(await cellsOf(await write("xlsx"))).toEqual([titles, ...withoutEnd]);
  });

  test("is CSV with a byte order mark in which nothing is a formula", async () => {
    const at = await write("csv");
    expect(await readFile(at, "utf8")).toBe(
      "\uFEFFMã,Tên,Giá,Ngày\r\n'=1+1,'+84 905,1234567,31/12/2025\r\n" +
        '0123,"\'@SUM(""x""),\r\n-5",1.5,01/03/1900\r\n" thụt vào ",\'trích,-3,\r\n',
    );
    expect((await cellsOf(at))[1]).toEqual(["=1+1", "+84 905", "1234567", "31/12/2025"]);
  });

  test.each(["xlsx", "csv"] as const)("gives back any text as it was, as %s", async (format) => {
    const text = fc.string({
      unit: fc.constantFrom("'", "=", "-", "@", "\t", "\n", "\r", '"', ",", ";", "ế", "x", "_", "&", "<"),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const back = await cellsOf(
          await write(
            format,
            texts.map((one) => ["a", `${one}.`]),
          ),
        );
        expect(back.slice(1)).toEqual(texts.map((one) => ["a", `${one}.`]));
      }),
      { numRuns: 40 },
    );
  });

  test.each(["xlsx", "csv"] as const)(
    "is whole for a reader who comes late and reads slowly, as %s",
    async (format) => {
      const bytes = sheetBytes({ name: "Sản phẩm", columns, rows }, format);
      const pieces: Buffer[] = [];
      for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
      for await (const piece of bytes) {
        pieces.push(piece as Buffer);
        await new Promise(setImmediate);
      }
      const at = newPath();
      await writeFile(at, Buffer.concat(pieces));
      expect((await cellsOf(at))[0]).toEqual(titles);
    },
  );

  test("asks for no more rows once its reader has left", async () => {
    let given = 0;
    let ended = false;
    function* endless(): Generator<Cell[]> {
      try {
        for (;;) {
          given += 1;
          yield [`SP${given}`];
        }
      } finally {
        ended = true;
      }
    }
    for (const format of ["xlsx", "csv"] as const) {
      ended = false;
      given = 0;
      const bytes = sheetBytes({ name: "a", columns, rows: endless() }, format);
      for await (const _ of bytes) if (given > 1000) break;
      await expect.poll(() => ended).toBe(true);
      const then = given;
      await new Promise((resolve) => setImmediate(resolve));
      expect(given).toBe(then);
    }
  });
});
