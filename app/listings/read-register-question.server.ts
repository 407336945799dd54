import { z } from "zod";
import { listingStatuses } from "./listing-status";
import type { ListingFilter } from "./register-queries.server";

const schema = z.object({
  q: z.string().trim().max(200).catch(""),
  san: z.uuid().nullable().catch(null),
  tinhTrang: z.enum(listingStatuses).nullable().catch(null),
});

export type RegisterQuestion = z.infer<typeof schema>;

/** What the address of the register asks for. */
export const readRegisterQuestion = (query: URLSearchParams): RegisterQuestion =>
  schema.parse({ q: query.get("q") ?? "", san: query.get("san"), tinhTrang: query.get("tinhTrang") });

export const registerFilter = ({ q, san, tinhTrang }: RegisterQuestion): ListingFilter => ({
  query: q,
  marketplaceId: san,
  status: tinhTrang,
});
