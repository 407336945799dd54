import { z } from "zod";
import { enterpriseSectors, enterpriseSizes, legalForms } from "./enterprise-size";
import type { RegisterFilter } from "./register-queries.server";

const schema = z.object({
  q: z.string().max(200).catch(""),
  dia_ban: z.string().max(40).optional().catch(undefined),
  linh_vuc: z.enum(enterpriseSectors).optional().catch(undefined),
  loai_hinh: z.enum(legalForms).optional().catch(undefined),
  quy_mo: z.enum(enterpriseSizes).optional().catch(undefined),
});

export type RegisterQuestion = z.infer<typeof schema>;

/** What the address of the register asks for. */
export const readRegisterQuestion = (query: URLSearchParams): RegisterQuestion =>
  schema.parse(Object.fromEntries([...query].filter(([, value]) => value !== "")));

export const registerFilter = (question: RegisterQuestion): RegisterFilter => ({
  q: question.q,
  areaId: question.dia_ban,
  sector: question.linh_vuc,
  legalForm: question.loai_hinh,
  size: question.quy_mo,
});
