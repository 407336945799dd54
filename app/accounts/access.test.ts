import { expect, test } from "vitest";
import { isRole, may, mayEnter, type Permission, permissions, type Role, roles } from "./access";

// Who may do what, written out: O owner, D digital team, T officer, L leadership, A administrator.
const letters: Record<string, Role> = { O: "owner", D: "digital-team", T: "officer", L: "leader", A: "administrator" };
const table: Record<Permission, { who: string; membership: "any" | "member" | "not-member" }> = {
  "account.use": { who: "ODTLA", membership: "any" },
  "enterprise.register": { who: "OT", membership: "any" },
  "registration.assist": { who: "D", membership: "any" },
  "enterprise.manage": { who: "ODTLA", membership: "member" },
  "enterprise.open-account": { who: "T", membership: "any" },
  "enterprise.act-on-behalf": { who: "TA", membership: "any" },
  "register.read": { who: "TLA", membership: "any" },
  "progress.watch": { who: "L", membership: "any" },
  "review.work": { who: "T", membership: "any" },
  "bench.administer": { who: "A", membership: "any" },
  "bench.watch": { who: "TL", membership: "any" },
  "certificate.decide": { who: "T", membership: "not-member" },
  "certificate.revoke": { who: "T", membership: "not-member" },
  "change.decide": { who: "T", membership: "not-member" },
  "listing.confirm": { who: "T", membership: "not-member" },
  "assessment.record": { who: "T", membership: "not-member" },
  "account.administer": { who: "A", membership: "any" },
  "checklist.decide": { who: "T", membership: "not-member" },
  "checklist.administer": { who: "A", membership: "any" },
  "scheme.administer": { who: "A", membership: "any" },
  "marketplace.administer": { who: "A", membership: "any" },
  "target.administer": { who: "A", membership: "any" },
  "api-key.administer": { who: "A", membership: "any" },
  "journal.read": { who: "A", membership: "any" },
  "mail.read": { who: "A", membership: "any" },
  "mail.resend": { who: "A", membership: "any" },
};
const everyPermission = Object.keys(permissions).filter((key): key is Permission => key in permissions);

test("every permission has its row in the table, and no row is without its permission", () => {
  expect(Object.keys(table).sort()).toEqual([...everyPermission].sort());
});

test.each(everyPermission)(
  "%s: each role, in and out of the enterprise, may exactly what the table says",
  (permission) => {
    const { who, membership } = table[permission];
    const allowed = [...who].map((letter) => letters[letter]);
    for (const role of roles) {
      const has = allowed.includes(role);
      expect([role, mayEnter(role, permission)]).toEqual([role, has]);
      expect([role, "member", may(role, permission, true)]).toEqual([
        role,
        "member",
        has && membership !== "not-member",
      ]);
      expect([role, "stranger", may(role, permission, false)]).toEqual([
        role,
        "stranger",
        has && membership !== "member",
      ]);
      expect([role, "unknown", may(role, permission)]).toEqual([role, "unknown", has && membership === "any"]);
    }
  },
);

test("public and open pages let every role in", () => {
  for (const role of roles) expect([mayEnter(role, "public"), mayEnter(role, "open")]).toEqual([true, true]);
});

test("only the roles of the table are roles", () => {
  expect(roles.every(isRole)).toBe(true);
  for (const other of ["partner", "", "Owner", null, undefined, 1]) expect(isRole(other)).toBe(false);
});
