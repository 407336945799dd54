import { describe, expect, test } from "vitest";
import { isRole, may, mayEnter, type Permission, permissions, type Role, roles } from "./access";

// Who may do what, written out a second time on purpose: a change of the table must be meant twice.
const everyone = ["owner", "officer", "leader", "administrator"] as const;
const expected: Record<Permission, { roles: readonly Role[]; relation: "any" | "member" | "not-member" }> = {
  "account.use": { roles: everyone, relation: "any" },
  "enterprise.register": { roles: ["owner", "officer"], relation: "any" },
  "enterprise.manage": { roles: everyone, relation: "member" },
  "register.read": { roles: ["officer", "leader", "administrator"], relation: "any" },
  "review.work": { roles: ["officer"], relation: "any" },
  "certificate.decide": { roles: ["officer"], relation: "not-member" },
  "certificate.revoke": { roles: ["officer"], relation: "not-member" },
  "listing.confirm": { roles: ["officer"], relation: "not-member" },
  "assessment.record": { roles: ["officer"], relation: "not-member" },
  "account.administer": { roles: ["administrator"], relation: "any" },
  "scheme.administer": { roles: ["administrator"], relation: "any" },
  "marketplace.administer": { roles: ["administrator"], relation: "any" },
  "target.administer": { roles: ["administrator"], relation: "any" },
  "api-key.administer": { roles: ["administrator"], relation: "any" },
  "journal.read": { roles: ["administrator"], relation: "any" },
  "mail.read": { roles: ["administrator"], relation: "any" },
};

const cases = (Object.keys(permissions) as Permission[]).flatMap((permission) =>
  roles.map((role) => ({
    permission,
    role,
    ...expected[permission],
    allowed: expected[permission].roles.includes(role),
  })),
);

describe("the access table", () => {
  test.each(cases)("$role and $permission: by role $allowed, towards the enterprise $relation", (each) => {
    const { permission, role, allowed, relation } = each;
    expect(may(role, permission, true)).toBe(allowed && relation !== "not-member");
    expect(may(role, permission, false)).toBe(allowed && relation !== "member");
    expect(may(role, permission)).toBe(allowed && relation === "any");
    expect(mayEnter(role, permission)).toBe(allowed);
  });

  test.each(roles)("%s enters public and open pages", (role) => {
    expect(mayEnter(role, "public")).toBe(true);
    expect(mayEnter(role, "open")).toBe(true);
  });

  test("nobody is a role that the table does not know", () => {
    expect(isRole("officer")).toBe(true);
    expect(isRole("Officer")).toBe(false);
    expect(isRole(undefined)).toBe(false);
  });
});
