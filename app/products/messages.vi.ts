export const vi = {
  title: "products",
} as const;
