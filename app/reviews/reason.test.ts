import { expect, test } from "vitest";
import { reasonState, reasonText } from "./reason";

const words = { wordsVi: "Không đọc được", wordsEn: "Cannot be read" };
const fields = ["number", "scan"];

test("a reason is told in the reader's language, with what the officer added", () => {
  const reason = { ...words, field: "scan", reason: "unreadable", comment: "" };
  expect(reasonText(reason, "vi")).toBe("Không đọc được");
  expect(reasonText({ ...reason, comment: "trang 2" }, "en")).toBe("Cannot be read: trang 2");
});

test("the officer's reasons stand in the order of the form, not in the order they were written", () => {
  const reasons = [
    { ...words, field: "scan", reason: "unreadable", comment: "" },
    { ...words, field: "number", reason: "unreadable", comment: "" },
    { ...words, field: "scan", reason: "other", comment: "thiếu dấu" },
  ];
  expect(Object.entries(reasonState({ number: "12" }, { note: "", reasons }, fields, "vi").errors)).toEqual([
    ["number", ["Không đọc được"]],
    ["scan", ["Không đọc được", "Không đọc được: thiếu dấu"]],
  ]);
});

test("a note to the owner stands above the form, which keeps its values", () => {
  expect(
    reasonState({ number: "12", products: ["a", "b"] }, { note: "Xin gửi lại", reasons: [] }, fields, "vi"),
  ).toEqual({
    values: { number: ["12"], products: ["a", "b"] },
    errors: { "": ["Xin gửi lại"] },
  });
});
