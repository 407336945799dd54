import fc from "fast-check";
import { expect, test } from "vitest";
import { commonPasswords } from "./common-passwords";
import { passwordLength, passwordProblem } from "./password";

const person = { email: "hoa.tran@nuocmamdegi.example", name: "Trần Thị Hoa" };

test.each([
  ["nine characters", "kh0ng-đủ!", "password.short"],
  ["two hundred and one characters", `mười-${"abcdefg".repeat(28)}`, "password.long"],
  ["a common password", "Matkhau123456", "password.common"],
  ["a common password typed with diacritics and spaces", "Mật khẩu của tôi", "password.common"],
  ["one character repeated", "aaaaaaaaaaaaaa", "password.common"],
  ["four different characters", "abcdabcdabcd", "password.common"],
  ["the e-mail address", "hoa.tran@nuocmamdegi.example", "password.personal"],
  ["the part before the at sign", "hoa.tran-2026", "password.personal"],
  ["the organisation's domain", "nuocmamdegi.example!", "password.personal"],
  ["the name without diacritics", "tranthihoa1987", "password.personal"],
])("a password is refused for %s", (_name, password, problem) => {
  expect(passwordProblem(password, person)).toBe(problem);
});

test.each(["cá cơm phơi nắng sớm", "hạt điều rang củi 7", "correct horse battery staple", "🐟🐠🐡🦐🦑🦀🐙🦞🐚🐋"])(
  "any other ten characters will do: %s",
  (password) => {
    expect(passwordProblem(password, person)).toBeUndefined();
  },
);

test.each(["mat khau 0912345678", "+84912345678 abc", "so 912345678 day"])(
  "a password with one's own number is refused: %s",
  (password) => {
    expect(passwordProblem(password, { name: "Lành", phone: "+84912345678" })).toBe("password.personal");
  },
);

test("a short name or mailbox does not rule out every password that contains it", () => {
  expect(passwordProblem("tan nuoc mam ngon", { email: "tan@a.vn", name: "Tân" })).toBeUndefined();
});

test("an address without a domain, as when the field was left empty, rules nothing out", () => {
  expect(passwordProblem("hạt điều rang củi", { email: "", name: "" })).toBeUndefined();
});

test("every listed common password is refused, and for being common", () => {
  for (const password of commonPasswords) {
    expect([password, passwordProblem(password, { email: "", name: "" })]).toEqual([password, "password.common"]);
  }
});

test("a password is never refused for what it is made of when it is long, varied and impersonal", () => {
  const word = fc.string({ unit: "grapheme", minLength: passwordLength.min, maxLength: 40 });
  fc.assert(
    fc.property(word, (password) => {
      const problem = passwordProblem(`${password} lúa chín vàng`, person);
      expect(problem === undefined || problem === "password.personal").toBe(true);
    }),
  );
});
