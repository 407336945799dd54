export const vi = {
  title: "maturity",
} as const;
