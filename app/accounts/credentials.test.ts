import { expect, test } from "vitest";
import { signUpSchema } from "./credentials";

test("a password too short is told together with a wrong address", () => {
  const { error } = signUpSchema.safeParse({ name: "Nguyễn Thị Lành", contact: "lanh@@x", password: "12345678" });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["contact", "password"]);
});
