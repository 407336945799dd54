import { z } from "zod";
import { productGroups } from "~/products/product";
import type { DirectoryFilter } from "./directory-queries.server";

const word = z.string().min(1).max(100).nullable().catch(null);

const schema = z.object({
  q: z.string().trim().max(200).catch(""),
  nhom: z.enum(productGroups).nullable().catch(null),
  loai: word,
  huyen: word,
  san: word,
  tren: z.enum(["co", "chua"]).nullable().catch(null),
});

export type DirectoryQuestion = z.infer<typeof schema>;

/** What the address of the directory asks for. */
export function readDirectoryQuestion(query: URLSearchParams): DirectoryQuestion {
  const names = ["nhom", "loai", "huyen", "san", "tren"];
  return schema.parse({
    q: query.get("q") ?? "",
    ...Object.fromEntries(names.map((name) => [name, query.get(name)])),
  });
}

export const directoryFilter = (question: DirectoryQuestion): DirectoryFilter => ({
  query: question.q,
  group: question.nhom,
  schemeCode: question.loai,
  formerDistrict: question.huyen,
  marketplaceCode: question.san,
  listed: question.tren && question.tren === "co",
});
