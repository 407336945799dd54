export const vi = {
  title: "Dữ liệu cho đối tác",
} as const;
