export const vi = {
  title: "listings",
} as const;
