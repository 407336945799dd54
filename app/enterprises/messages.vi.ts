export const vi = {
  title: "enterprises",
} as const;
