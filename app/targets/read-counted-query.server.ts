import { z } from "zod";
import { type Day, parseDayInput } from "~/platform/day";
import { productGroups } from "~/products/product";
import { measuredSince } from "./counting-rules";

const sets = { dem: "counted", "con-thieu": "missing", "mau-so": "all", "chua-ro-quy-mo": "unsized" } as const;
export type SetWord = keyof typeof sets;

const word = z.string().min(1).max(100).nullable().catch(null);

const schema = z.object({
  nhom: z.enum(["dem", "con-thieu", "mau-so", "chua-ro-quy-mo"]).catch("dem"),
  tinh: word,
  huyen: word,
  loai: word,
  "nhom-hang": z.enum(productGroups).nullable().catch(null),
  san: word,
  muc: z.coerce.number().int().min(0).max(5).nullable().catch(null),
});

/**
 * What the address of a list asks for. A day that is none, lies before anything was measured or is still to come gives
 * the target's own day.
 */
export function readCountedQuery(query: URLSearchParams, own: { day: Day; today: Day }) {
  const given = schema.parse({
    ...Object.fromEntries(["nhom", "tinh", "huyen", "loai", "nhom-hang", "san"].map((name) => [name, query.get(name)])),
    // An empty field is not level 0.
    muc: query.get("muc") || null,
  });
  const asked = parseDayInput(query.get("ngay") ?? "");
  return {
    word: given.nhom,
    set: sets[given.nhom],
    day: asked && asked >= measuredSince && asked <= own.today ? asked : own.day,
    formerProvince: given.tinh,
    formerDistrict: given.huyen,
    schemeCode: given.loai,
    group: given["nhom-hang"],
    marketplaceCode: given.san,
    level: query.get("muc") ? given.muc : null,
  };
}

export type CountedQuestion = ReturnType<typeof readCountedQuery>;
