import { accept, type Result, refuse } from "~/platform/result";

/** The six groups of OCOP products (QĐ 148/QĐ-TTg of 2023), and what is in none of them. */
export const productGroups = ["food", "beverage", "herbal", "handicraft", "ornamental", "tourism", "other"] as const;
export type ProductGroup = (typeof productGroups)[number];

export const productStatuses = ["draft", "registered", "withdrawn"] as const;
export type ProductStatus = (typeof productStatuses)[number];

export const productActions = ["edit", "register", "withdraw", "discard"] as const;
export type ProductAction = (typeof productActions)[number];

/** Every step its owner can take with a product; a discarded draft is gone, anything else is only ever withdrawn. */
export const productWorkflow: Readonly<
  Record<ProductStatus, Readonly<Partial<Record<ProductAction, ProductStatus | "gone">>>>
> = {
  draft: { edit: "draft", register: "registered", discard: "gone" },
  registered: { edit: "registered", withdraw: "withdrawn" },
  withdrawn: {},
};

/** The status an action leads to, refused where the product's status does not allow it. */
export function nextProductStatus(
  status: ProductStatus,
  action: ProductAction,
): Result<ProductStatus | "gone", "notAllowed"> {
  const next = productWorkflow[status][action];
  return next === undefined ? refuse("notAllowed") : accept(next);
}

/** The actions open to a product's owner, in the order in which buttons show them. */
export function productActionsOpen(status: ProductStatus): ProductAction[] {
  return productActions.filter((action) => productWorkflow[status][action] !== undefined);
}
