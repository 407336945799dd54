export const vi = {
  title: "areas",
} as const;
