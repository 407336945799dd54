import { describe, expect, it } from "vitest";
import { dayField, versionField } from "./fields";

describe("a day of a form", () => {
  it("is taken as people and as browsers write it", () => {
    expect(dayField.parse("1/3/2026")).toBe("2026-03-01");
    expect(dayField.parse("2026-03-01")).toBe("2026-03-01");
  });

  it("that is none is refused at its field", () => {
    for (const typed of ["", "31/2/2026", "hôm qua"]) {
      expect(dayField.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual(["platform:form.badDay"]);
    }
  });
});

describe("the version of a row", () => {
  it("is a whole number that the database's column holds", () => {
    expect(versionField.parse("3")).toBe(3);
    for (const sent of ["-1", "1.5", "2147483648", "x"]) expect(versionField.safeParse(sent).success).toBe(false);
  });
});
