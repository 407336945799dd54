import fc from "fast-check";
import { expect, test } from "vitest";
import { columnLetters, rowXml, sheetName, workbookParts, worksheetEnd, worksheetStart, xmlText } from "./xlsx-xml";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %s is named %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test("a text that begins like a formula is a text", () => {
  expect(rowXml(["=cmd|'/C calc'!A0"], 2, [])).toBe(
    '<row r="2"><c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">=cmd|\'/C calc\'!A0</t></is></c></row>',
  );
});

test("numbers, money, days and answers are written as such, nothing as nothing", () => {
  const columns = [{ title: "a" }, { title: "b", kind: "money" as const }];
  expect(rowXml([1.5, 12_000, { day: "2025-01-01" }, true, false, null, ""], 9, columns)).toBe(
    '<row r="9"><c r="A9" s="0"><v>1.5</v></c><c r="B9" s="4"><v>12000</v></c><c r="C9" s="2"><v>45658</v></c>' +
      '<c r="D9" t="b"><v>1</v></c><c r="E9" t="b"><v>0</v></c></row>',
  );
});

test("a workbook holds no control characters and no markup of texts", () => {
  expect(xmlText('a<b>&"c"\u0000\r\n\t_x0041_ _x1')).toBe(
    "a&lt;b&gt;&amp;&quot;c&quot;_x0000__x000D_\n\t_x005F_x0041_ _x1",
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(xmlText(text)).not.toMatch(/[<>"]|[^\P{Cc}\n\t]|\p{Cs}/u);
    }),
  );
});

test("the name of a sheet fits what Excel allows", () => {
  expect(sheetName("Sổ chứng nhận: 2025/2026 [cả năm] và nữa")).toBe("Sổ chứng nhận  2025 2026  cả nă");
  expect(workbookParts("A&B")["xl/workbook.xml"]).toContain('name="A&amp;B"');
});

test("the titles are frozen and filterable, with the widths asked for", () => {
  const columns = [{ title: "Tên", width: 40 }, { title: "Giá" }];
  expect(worksheetStart(columns)).toContain('<pane ySplit="1"');
  expect(worksheetStart(columns)).toContain(
    '<col min="1" max="1" width="40" customWidth="1"/><col min="2" max="2" width="18"',
  );
  expect(worksheetEnd(columns, 7)).toContain('ref="A1:B7"');
});
