export const vi = {
  title: "reviews",
} as const;
