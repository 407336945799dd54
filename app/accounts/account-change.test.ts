import { expect, test } from "vitest";
import { type Role, roles } from "./access";
import { accountChangeRefusal } from "./account-change";

const officer = { id: "b", role: "officer" as Role, isDisabled: false };
const administrator = { id: "c", role: "administrator" as Role, isDisabled: false };

test("an administrator may give anyone else any role, and disable or enable them", () => {
  for (const role of roles) {
    for (const isDisabled of [true, false]) {
      expect(accountChangeRefusal(officer, { role, isDisabled }, "a", ["a"])).toBeUndefined();
    }
  }
});

test("an administrator may demote another while one remains", () => {
  const after = { role: "officer" as const, isDisabled: false };
  expect(accountChangeRefusal(administrator, after, "a", ["a", "c"])).toBeUndefined();
});

test("nobody changes their own role or disables themselves, even beside other administrators", () => {
  const own = { ...administrator, id: "a" };
  expect(accountChangeRefusal(own, { role: "officer", isDisabled: false }, "a", ["a", "c"])).toBe("change.self");
  expect(accountChangeRefusal(own, { role: "administrator", isDisabled: true }, "a", ["a", "c"])).toBe("change.self");
});

test("saving one's own account unchanged is no change", () => {
  const own = { ...administrator, id: "a" };
  expect(accountChangeRefusal(own, { role: "administrator", isDisabled: false }, "a", ["a"])).toBeUndefined();
});

test("the last administrator is neither demoted nor disabled", () => {
  const demoted = { role: "leader" as const, isDisabled: false };
  const disabled = { role: "administrator" as const, isDisabled: true };
  expect(accountChangeRefusal(administrator, demoted, "a", ["c"])).toBe("change.lastAdministrator");
  expect(accountChangeRefusal(administrator, disabled, "a", ["c"])).toBe("change.lastAdministrator");
});

test("an administrator who cannot sign in is not the last one, and may be demoted or enabled", () => {
  const asleep = { ...administrator, isDisabled: true };
  expect(accountChangeRefusal(asleep, { role: "officer", isDisabled: true }, "a", ["a"])).toBeUndefined();
  expect(accountChangeRefusal(asleep, { role: "administrator", isDisabled: false }, "a", ["a"])).toBeUndefined();
  expect(accountChangeRefusal(asleep, { role: "officer", isDisabled: true }, "a", [])).toBeUndefined();
});
