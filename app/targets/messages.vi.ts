export const vi = {
  title: "targets",
} as const;
