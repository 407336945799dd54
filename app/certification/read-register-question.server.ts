import { z } from "zod";
import type { RegisterFilter } from "./certificate-queries.server";
import { registerStandings } from "./register-standing";

const schema = z.object({
  q: z.string().trim().max(200).catch(""),
  loai: z.uuid().nullable().catch(null),
  tinhTrang: z.enum(registerStandings).nullable().catch(null),
});

export type RegisterQuestion = z.infer<typeof schema>;

/** What the address of the register asks for. */
export const readRegisterQuestion = (query: URLSearchParams): RegisterQuestion =>
  schema.parse({ q: query.get("q") ?? "", loai: query.get("loai"), tinhTrang: query.get("tinhTrang") });

export const registerFilter = ({ q, loai, tinhTrang }: RegisterQuestion): RegisterFilter => ({
  query: q,
  schemeId: loai,
  standing: tinhTrang,
});
