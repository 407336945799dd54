import { z } from "zod";
import { versionField } from "~/platform/http/fields";
import { longestListingUrl } from "./listing-url";

/** The three things an owner does on the page of a product's listings, told apart by the button's `action`. */
export const listingFormSchema = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("add"),
    id: z.uuid(),
    url: z
      .string({ error: "listings:url.empty" })
      .min(1, { error: "listings:url.empty" })
      .max(longestListingUrl, { error: "listings:url.tooLong" }),
  }),
  z.object({ action: z.literal("remove"), listingId: z.uuid(), version: versionField }),
  z.object({ action: z.literal("recheck"), listingId: z.uuid() }),
]);
