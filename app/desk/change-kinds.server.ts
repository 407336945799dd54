import { certificateChanges } from "~/certification/apply-certificate-change.server";
import { productChanges } from "~/products/apply-product-change.server";
import type { ChangeKinds } from "~/reviews/decide-change.server";

/** What can be changed by a proposal, and which capability carries it out. */
export const changeKinds: ChangeKinds = { product: productChanges, certificate: certificateChanges };
