import { expect, test } from "vitest";
import { pageInList, pageOf } from "./params.server";

const inList = (search: string, total: number) => {
  const url = new URL(`http://localhost/so/chung-nhan${search}`);
  return () => pageInList(url, pageOf(url, 25), total);
};
const leadsTo = (given: () => unknown): string | null => {
  try {
    given();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.headers.get("Location");
  }
  return null;
};

test("a page of a list knows its neighbours, with the list's filters", () => {
  expect(inList("?q=nem&trang=2", 60)()).toEqual({
    number: 2,
    size: 25,
    previous: "/so/chung-nhan?q=nem&trang=1",
    next: "/so/chung-nhan?q=nem&trang=3",
  });
});

test("a page past the end leads to the last there is, and the first page of an empty list stays where it is", () => {
  expect(leadsTo(inList("?q=nem&trang=9", 60))).toBe("/so/chung-nhan?q=nem&trang=3");
  expect(leadsTo(inList("?trang=9", 0))).toBe("/so/chung-nhan?trang=1");
  expect(inList("", 0)()).toEqual({ number: 1, size: 25 });
  expect(inList("?trang=3", 51)()).toMatchObject({ number: 3 });
});
