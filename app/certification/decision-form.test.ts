import { describe, expect, test } from "vitest";
import "~/messages";
import { parseForm } from "~/platform/http/form.server";
import { certificateFields } from "./certificate-form";
import { decisionOf, decisionSchema } from "./decision-form";

/** The form as a browser sends it: every field, the empty ones too. */
function sent(filled: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const field of certificateFields) {
    form.set(`at.${field}.reason`, "");
    form.set(`at.${field}.comment`, "");
  }
  for (const [name, value] of Object.entries({ version: "1", note: "", ...filled })) form.set(name, value);
  return form;
}

describe("an officer's decision", () => {
  test("needs no reason where all is in order", () => {
    const { value } = parseForm(sent({ action: "verify" }), decisionSchema, "vi");
    expect(value && decisionOf(value)).toEqual({ note: "", reasons: [] });
  });

  test("keeps the reason and the comment of each field, and takes a comment alone for another reason", () => {
    const form = sent({ action: "return", "at.scan.reason": "unreadable", "at.number.comment": "thiếu năm" });
    const { value } = parseForm(form, decisionSchema, "vi");
    expect(value && decisionOf(value).reasons).toEqual([
      { field: "number", reason: "other", comment: "thiếu năm" },
      { field: "scan", reason: "unreadable", comment: "" },
    ]);
  });

  test("refuses a reason that the list does not have", () => {
    const form = sent({ action: "return", "at.scan.reason": "ugly" });
    expect(parseForm(form, decisionSchema, "vi").value).toBeUndefined();
  });
});
