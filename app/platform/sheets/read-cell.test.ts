import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../day";
import { serialOfDay } from "./excel-day";
import { readDay, readGtin, readNumber, readText } from "./read-cell";

const accepted = (value: unknown) => ({ ok: true, value });
const refused = (code: string, suggestion?: string) =>
  suggestion === undefined ? { ok: false, code } : { ok: false, code, suggestion };
const readers = [readText, readDay, readNumber, readGtin];

test("an empty cell is nothing to every reader, also one of blanks", () => {
  for (const reader of readers) for (const cell of [null, " \u00a0 "]) expect(reader(cell)).toEqual(accepted(null));
});

test("a formula's error is refused by every reader, with what it is", () => {
  for (const reader of readers)
    for (const cell of ["#N/A", "#REF!", " #DIV/0! "]) expect(reader(cell)).toEqual(refused("cell.error"));
});

describe("text", () => {
  test.each([
    ["  Rượu Bàu Đá ", "Rượu Bàu Đá"],
    ["Ru\u031bo\u031b\u0323u", "Rượu"],
    [8934512345678, "8934512345678"],
    [1e21, "1000000000000000000000"],
    [0.1 + 0.2, "0.3"],
    [true, "TRUE"],
    [false, "FALSE"],
    [{ day: "2025-12-31" }, "31/12/2025"],
    ["#1 OCOP", "#1 OCOP"],
  ])("%j is read as %s", (cell, text) => {
    expect(readText(cell)).toEqual(accepted(text));
  });
});

describe("a day", () => {
  test.each([
    [{ day: "2025-12-31" }, "2025-12-31"],
    ["31/12/2025", "2025-12-31"],
    ["1-9-25", "2025-09-01"],
    ["1.9.1999", "1999-09-01"],
    ["02/03/69", "2069-03-02"],
    ["02/03/70", "1970-03-02"],
    ["2025-12-31", "2025-12-31"],
    ["2025/1/5", "2025-01-05"],
    ["2025-12-31T10:00:00", "2025-12-31"],
    ["31/12/2025 08:30", "2025-12-31"],
    ["31 / 12 / 2025", "2025-12-31"],
    ["ngày 5 tháng 3 năm 2025", "2025-03-05"],
    ["5 tháng 3 năm 2025", "2025-03-05"],
    [45_658, "2025-01-01"],
    ["45658", "2025-01-01"],
    ["45658,5", "2025-01-01"],
    [45_658.25, "2025-01-01"],
  ])("%j is %s", (cell, day) => {
    expect(readDay(cell)).toEqual(accepted(day));
  });

  test.each([
    ["31/02/2025", refused("cell.dayImpossible")],
    ["12/25/2025", refused("cell.dayImpossible", "25/12/2025")],
    ["2025-25-12", refused("cell.dayImpossible", "25/12/2025")],
    ["03/2025", refused("cell.dayIncomplete", "01/03/2025")],
    ["tháng 3/2025", refused("cell.dayIncomplete", "01/03/2025")],
    ["13/2025", refused("cell.dayUnread")],
    [2025, refused("cell.dayIncomplete")],
    ["2025", refused("cell.dayIncomplete")],
    [7, refused("cell.dayUnread")],
    [2500, refused("cell.dayUnread")],
    [99_999, refused("cell.dayUnread")],
    ["quý I", refused("cell.dayUnread")],
    ["1/2-2025", refused("cell.dayUnread")],
    [true, refused("cell.dayUnread")],
  ])("%j is refused", (cell, answer) => {
    expect(readDay(cell)).toEqual(answer);
  });

  test("is read alike however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 60_000 }), (days) => {
        const day = addDays("1900-01-01", days);
        const [year = "", month = "", date = ""] = day.split("-");
        const ways = [
          { day },
          day,
          `${date}/${month}/${year}`,
          `${Number(date)}-${Number(month)}-${year}`,
          `${date}.${month}.${year}`,
          serialOfDay(day),
        ];
        for (const way of ways) expect(readDay(way)).toEqual(accepted(day));
      }),
    );
  });
});

describe("a number", () => {
  test.each([
    [12.5, 12.5],
    ["45000", 45_000],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["1 234 567", 1_234_567],
    ["1\u00a0234\u00a0567,5", 1_234_567.5],
    ["1.234.567,50", 1_234_567.5],
    ["1,234,567.50", 1_234_567.5],
    ["1,234.5", 1_234.5],
    ["12.000", 12_000],
    ["12.000 đ", 12_000],
    ["12.000đồng", 12_000],
    ["12000 VND", 12_000],
    ["12.000 VNĐ", 12_000],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["0,125", 0.125],
    ["1234,567", 1_234.567],
    ["-5", -5],
    ["−1.000", -1_000],
  ])("%j is %s", (cell, number) => {
    expect(readNumber(cell)).toEqual(accepted(number));
  });

  test.each([
    ["1,234", refused("cell.numberAmbiguous", "1234")],
    ["12,500 đ", refused("cell.numberAmbiguous", "12500")],
    ["1.23.456", refused("cell.numberUnread")],
    ["1.234,567.8", refused("cell.numberUnread")],
    ["khoảng 5", refused("cell.numberUnread")],
    ["99999999999999999", refused("cell.numberUnread")],
    [true, refused("cell.numberUnread")],
    [{ day: "2025-12-31" }, refused("cell.numberUnread")],
  ])("%j is refused", (cell, answer) => {
    expect(readNumber(cell)).toEqual(answer);
  });

  test("is read back from what Vietnamese and English offices write", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 2_000_000_000 }), (number) => {
        for (const language of ["vi-VN", "en-US"]) {
          expect(readNumber(new Intl.NumberFormat(language).format(number))).toEqual(accepted(number));
          expect(readNumber(new Intl.NumberFormat(language).format(number + 0.25))).toEqual(accepted(number + 0.25));
        }
      }),
    );
  });
});

describe("a GTIN", () => {
  test.each([
    ["8934588063060", "8934588063060"],
    [8_934_588_063_060, "8934588063060"],
    ["893 4588-063060", "8934588063060"],
    ["00012348", "00012348"],
  ])("%j is read as %s", (cell, gtin) => {
    expect(readGtin(cell)).toEqual(accepted(gtin));
  });

  test.each([
    ["8.93451E+12", refused("cell.codeSpoilt")],
    ["8,93451E+12", refused("cell.codeSpoilt")],
    [8_934_510_000_000, refused("cell.codeSpoilt")],
    [12_348, refused("cell.zeroLost", "00012348")],
    ["8934588063061", refused("cell.gtinWrong")],
    ["00000000", refused("cell.gtinWrong")],
    ["SP001", refused("cell.gtinWrong")],
    ["123456789012345", refused("cell.gtinWrong")],
    [{ day: "2025-12-31" }, refused("cell.gtinWrong")],
  ])("%j is refused", (cell, answer) => {
    expect(readGtin(cell)).toEqual(answer);
  });
});
