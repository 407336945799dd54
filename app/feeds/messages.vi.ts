export const vi = {
  title: "feeds",
} as const;
