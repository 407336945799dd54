export const vi = {
  title: "certification",
} as const;
