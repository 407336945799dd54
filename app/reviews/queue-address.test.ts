import { describe, expect, it } from "vitest";
import { districtValue, queueAskedBy, queueHref, queueQuery, readQueueAddress, reviewPath } from "./queue-address";
import { wholeQueue } from "./queue-filter";

const scheme = "5f1d7a10-7f53-4c0e-9a51-0d5a9b1f0c11";
const read = (query: string) => {
  const asked = new URLSearchParams(query);
  return readQueueAddress((name) => asked.get(name));
};

describe("the address of the queue", () => {
  it("without anything is the whole queue, due first", () => {
    expect(queueAskedBy(read(""), "me")).toEqual({ filter: wholeQueue, order: "due" });
    expect(queueQuery(read(""))).toBe("");
  });

  it("carries every condition, and is written back the same", () => {
    const query = new URLSearchParams({
      q: "DEMO-1",
      loai: "certificate",
      chungNhan: scheme,
      diaBan: "2025:21583",
      ruiRo: "2",
      han: "qua-han",
      cuaToi: "1",
      xep: "rui-ro",
    }).toString();
    expect(queueAskedBy(read(query), "me")).toEqual({
      filter: {
        query: "DEMO-1",
        kind: "certificate",
        schemeId: scheme,
        areaId: "2025:21583",
        formerDistrict: null,
        risk: 2,
        due: "overdue",
        heldBy: "me",
      },
      order: "risk",
    });
    expect(queueQuery(read(query))).toBe(query);
  });

  it("can name a whole former district in place of a unit of today", () => {
    const asked = queueAskedBy(read(new URLSearchParams({ diaBan: districtValue("Huyện Phù Cát") }).toString()), "me");
    expect(asked.filter).toMatchObject({ areaId: null, formerDistrict: "Huyện Phù Cát" });
  });

  it("passes over what it does not know, and what is not the filter's", () => {
    expect(queueQuery(read("loai=everything&chungNhan=x&han=never&xep=&trang=3&da=verify&cuaToi=2"))).toBe("");
  });
});

describe("a number's own part of the queue", () => {
  it("is opened by its address", () => {
    expect(queueHref({})).toBe("/tham-dinh?xem=tat-ca");
    const asked = queueAskedBy(read(queueHref({ canBo: scheme, xep: "cho-lau" }).split("?")[1] ?? ""), "me");
    expect(asked).toEqual({ filter: { ...wholeQueue, heldBy: scheme }, order: "age" });
  });
});

describe("the page of a review", () => {
  it("is that of its kind, with the queue one came from", () => {
    expect(reviewPath("change", "1")).toBe("/tham-dinh/de-xuat/1");
    expect(reviewPath("certificate", "1", "loai=certificate&q=a b")).toBe(
      "/tham-dinh/chung-nhan/1?hang=loai%3Dcertificate%26q%3Da%20b",
    );
  });
});
