import { describe, expect, test } from "vitest";
import { districtNames, readAreaQuery } from "./area-query";

const parts = (text: string) => {
  const { name, kind, within, isLabel } = readAreaQuery(text);
  return [name, kind, within.join("+"), isLabel];
};

describe("an area as people write it", () => {
  test.each([
    ["Cát Tiến", ["cat tien", null, "", false]],
    ["cat tien", ["cat tien", null, "", false]],
    ["Xã Cát Tiến", ["cat tien", "xa", "", false]],
    ["x. Cát Tiến", ["cat tien", "xa", "", false]],
    ["P.Quy Nhơn", ["quy nhon", "phuong", "", false]],
    ["P Quy Nhơn", ["quy nhon", "phuong", "", false]],
    ["PHƯỜNG Quy Nhơn Bắc", ["quy nhon bac", "phuong", "", false]],
    ["thị trấn Ngô Mây, huyện Phù Cát, tỉnh Bình Định", ["ngo may", "thi-tran", "phu cat+binh dinh", false]],
    ["TT. Cát Tiến , Phù Cát", ["cat tien", "thi-tran", "phu cat", false]],
    ["Nhơn Lý, TP. Quy Nhơn", ["nhon ly", null, "quy nhon", false]],
    ["Xã Cát Tiến (Phù Cát cũ)", ["cat tien", "xa", "phu cat", true]],
    ["Cát Tiến commune (formerly Phù Cát)", ["cat tien", "xa", "phu cat", true]],
    ["Quy Nhơn ward (formerly Quy Nhơn)", ["quy nhon", "phuong", "quy nhon", true]],
    ["Xã Pờ Tó", ["po to", "xa", "", false]],
    ["Phú Cát township", ["phu cat", "thi-tran", "", false]],
    ["xã", ["xa", null, "", false]],
    ["", ["", null, "", false]],
  ])("%s", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
  test("composed and decomposed writing mean the same", () => {
    expect(readAreaQuery("Xã Cát Tiến".normalize("NFD"))).toEqual(readAreaQuery("Xã Cát Tiến"));
  });
});

test("districts are named without their kind", () => {
  expect(districtNames("Huyện Phù Cát")).toBe("Phù Cát");
  expect(districtNames("Thành phố Quy Nhơn; Thị xã An Nhơn")).toBe("Quy Nhơn, An Nhơn");
});
