import { expect, test } from "vitest";
import "~/messages";
import { translator } from "~/platform/i18n";
import { reasonState } from "./reason";

test("the officer's reasons stand in the order of the form, not in the order they were written", () => {
  const reasons = [
    { field: "scan", reason: "unreadable", comment: "" },
    { field: "number", reason: "mismatch", comment: "" },
  ];
  const state = reasonState(translator("vi"), { number: "12" }, { note: "", reasons });
  expect(Object.keys(state.errors)).toEqual(["number", "scan"]);
});
