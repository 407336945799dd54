import { expect, test } from "vitest";
import { readRecheckView, recheckHref, recheckViews } from "./recheck-view";

test.each(recheckViews)("the list %s is asked for by its address", (view) => {
  const asked = new URL(recheckHref(view), "http://portal").searchParams.get("xem");
  expect(readRecheckView(asked, true)).toBe(view);
});

test("officers first see what waits for them, leadership where two officers differ", () => {
  expect(readRecheckView(null, true)).toBe("cho-kiem");
  expect(readRecheckView("x", false)).toBe("khac-y");
});
