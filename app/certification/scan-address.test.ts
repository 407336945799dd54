import { describe, expect, it } from "vitest";
import { readScanLook, scanHref } from "./scan-address";

describe("looking at a scan", () => {
  it("begins with the first page, upright, as large as fits", () => {
    expect(readScanLook("", 3)).toEqual({ page: 1, zoom: 1, turn: 0 });
  });

  it("shows the page, size and turn that the address asks for", () => {
    expect(readScanLook("?hang=x&tr=2&lon=3&xoay=90", 3)).toEqual({ page: 2, zoom: 3, turn: 90 });
  });

  it("passes over pages, sizes and turns that there are not", () => {
    expect(readScanLook("?tr=4&lon=9&xoay=45", 3)).toEqual({ page: 1, zoom: 1, turn: 0 });
    expect(readScanLook("?tr=0", 0).page).toBe(1);
  });

  it("keeps the rest of the address, and reads back what it wrote", () => {
    const look = { page: 2, zoom: 2, turn: 270 };
    const href = scanHref("?hang=loai%3Dlisting", look);
    expect(href).toBe("?hang=loai%3Dlisting&tr=2&lon=2&xoay=270#ban-chup");
    expect(readScanLook(href.slice(0, href.indexOf("#")), 2)).toEqual(look);
  });

  it("turns full circle in both directions", () => {
    expect(scanHref("?xoay=270", { page: 1, zoom: 1, turn: 360 })).toBe("?#ban-chup");
    expect(scanHref("", { page: 1, zoom: 1, turn: -90 })).toBe("?xoay=270#ban-chup");
  });
});
