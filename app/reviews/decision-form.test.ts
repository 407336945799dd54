import { describe, expect, test } from "vitest";
import "~/messages";
import { parseForm } from "~/platform/http/form.server";
import { decisionSchemaOf, hasTypedWords, reasonsOf } from "./decision-form";

const fields = ["number", "scan"] as const;
const schema = decisionSchemaOf(fields, ["verify", "return"]);

/** The form as a browser sends it: every field, the empty ones too. */
function sent(filled: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const field of fields) {
    form.set(`at.${field}.reason`, "");
    form.set(`at.${field}.comment`, "");
  }
  for (const [name, value] of Object.entries({ version: "1", note: "", ...filled })) form.set(name, value);
  return form;
}

describe("an officer's decision", () => {
  test("needs no reason where all is in order", () => {
    const { value } = parseForm(sent({ action: "verify" }), schema, "vi");
    expect(value && reasonsOf(fields, value.at)).toEqual([]);
    expect(value?.note).toBe("");
  });

  test("keeps the reason and the remark of each field, and takes a remark alone for another reason", () => {
    const form = sent({ action: "return", "at.scan.reason": "unreadable", "at.number.comment": "thiếu năm" });
    const { value } = parseForm(form, schema, "vi");
    expect(value && reasonsOf(fields, value.at)).toEqual([
      { field: "number", reason: "other", comment: "thiếu năm" },
      { field: "scan", reason: "unreadable", comment: "" },
    ]);
  });

  test("is one of those that the kind of review has", () => {
    expect(parseForm(sent({ action: "revoke" }), schema, "vi").value).toBeUndefined();
  });

  test("refuses what cannot be the code of a reason", () => {
    const form = sent({ action: "return", "at.scan.reason": "Bản mờ" });
    expect(parseForm(form, schema, "vi").value).toBeUndefined();
  });

  test("has typed words when there is a note, a reason or a remark", () => {
    expect(hasTypedWords({ version: ["1"], note: [""], "at.scan.reason": [""] })).toBe(false);
    expect(hasTypedWords({ note: ["Xin quét lại"] })).toBe(true);
    expect(hasTypedWords({ note: [""], "at.scan.comment": ["mờ"] })).toBe(true);
  });
});
