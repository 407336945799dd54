import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "~/platform/db/client.server";
import { translator } from "~/platform/i18n";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import "~/messages";
import { areaLabel } from "./area-label";
import { findAreas, listAreas, resolveArea } from "./area-queries.server";
import { chooseArea } from "./choose-area.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const names = async (text: string) => (await findAreas(text, 10)).map(({ name }) => name);
const resolved = async (text: string, chosenId?: string) => (await resolveArea(text, chosenId)).area?.name;

describe("an area is found by what people type", () => {
  it.each([
    ["Cát Tiến", "Cát Tiến"],
    ["cat tien", "Cát Tiến"],
    ["Cát Tiến".normalize("NFD"), "Cát Tiến"],
    ["thị trấn Cát Tiến, huyện Phù Cát", "Cát Tiến"],
    ["cat thang", "Ngô Mây"],
    ["xã Cát Thắng, Phù Cát", "Ngô Mây"],
    ["TT Ngô Mây, Phù Cát", "Phù Cát"],
    ["P. Quy Nhơn Bắc", "Quy Nhơn Bắc"],
  ])("%s is %s", async (text, name) => {
    expect(await resolved(text)).toBe(name);
  });

  it("says which old commune a unit was found by", async () => {
    const [first] = await findAreas("cat thang", 10);
    expect(first?.formerCommunes).toEqual([
      { kind: "xa", name: "Cát Thắng", formerDistrict: "Huyện Phù Cát", partial: false },
    ]);
  });

  it("puts names that begin with what was typed first", async () => {
    const found = await names("quy nhon");
    expect(found[0]).toBe("Quy Nhơn");
    expect(found).toContain("Quy Nhơn Đông");
  });

  it("forgives two letters changed over", async () => {
    expect(await names("cat tein")).toContain("Cát Tiến");
  });

  it("finds nothing by one letter, by a wildcard, or by a name that is nowhere in the province", async () => {
    expect(await names("c")).toEqual([]);
    expect(await names("%%")).toEqual([]);
    expect(await names("Hoàn Kiếm, Hà Nội")).toEqual([]);
  });
});

describe("a name that does not say which", () => {
  it.each([
    ["an nghia, an lao", ["An Hòa", "An Toàn"]],
    ["canh lien, van canh", ["Canh Liên", "Canh Vinh"]],
    ["Xã Canh Hiệp", ["Canh Vinh", "Vân Canh"]],
  ])("%s was divided: each unit that took a part is offered", async (text, expected) => {
    const { area, candidates } = await resolveArea(text);
    expect(area).toBeUndefined();
    expect(candidates.map(({ name }) => name).toSorted()).toEqual(expected);
    expect(candidates.some(({ formerCommunes }) => formerCommunes.some(({ partial }) => partial))).toBe(true);
  });

  it("is settled by choosing one of the candidates, and by no other", async () => {
    const { candidates } = await resolveArea("an nghia, an lao");
    const anToan = candidates.find(({ name }) => name === "An Toàn");
    expect(await resolved("an nghia, an lao", anToan?.id)).toBe("An Toàn");
    expect(await resolved("an nghia, an lao", "2025:21583")).toBeUndefined();
  });

  it("of an old name in three districts is settled by the district", async () => {
    expect((await resolveArea("phường Ngô Mây")).candidates.map(({ name }) => name)).toEqual([
      "An Khê",
      "Quy Nhơn Nam",
    ]);
    expect(await resolved("phường Ngô Mây, Quy Nhơn")).toBe("Quy Nhơn Nam");
  });
});

it("the label of every unit finds this unit again, in both languages", async () => {
  const areas = await listAreas();
  expect(areas).toHaveLength(135);
  for (const area of areas) {
    for (const language of ["vi", "en"] as const) {
      const label = areaLabel(area, translator(language));
      expect([label, (await resolveArea(label)).area?.id]).toEqual([label, area.id]);
    }
  }
});

describe("the two fields of a form", () => {
  const choose = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return chooseArea(form, translator("vi"));
  };

  it("asks to choose, with what each candidate took in", async () => {
    const { areaId, candidates, errors } = await choose({ area: "an nghĩa" });
    expect(areaId).toBeUndefined();
    expect(errors).toEqual({ areaId: ["areas:area.ambiguous"] });
    expect(candidates).toContainEqual({
      id: "2025:21622",
      label: "Xã An Toàn (An Lão cũ)",
      hint: "Gồm một phần xã An Nghĩa cũ",
    });
  });

  it("keeps the candidates beside the choice, so that it is not lost when another field is wrong", async () => {
    const { areaId, candidates, errors } = await choose({ area: "an nghĩa, an lão", areaId: "2025:21622" });
    expect([areaId, errors]).toEqual(["2025:21622", {}]);
    expect(candidates).toHaveLength(2);
  });

  it("says so when nothing is like the name", async () => {
    expect(await choose({ area: "Zzzz" })).toEqual({
      areaId: undefined,
      candidates: [],
      errors: { area: ["areas:area.unknown"] },
    });
  });
});
