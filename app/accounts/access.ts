/** The roles of accounts; a partner has none: it signs in with an API key. */
export const roles = ["owner", "digital-team", "officer", "leader", "administrator"] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** Where the asker stands to the enterprise that owns the thing asked for. */
export type Relation = "any" | "member" | "not-member";

interface Rule {
  readonly roles: readonly Role[];
  readonly relation: Relation;
}

const rule = (relation: Relation, ...allowed: Role[]): Rule => ({ roles: allowed, relation });

/**
 * The one vocabulary for the server's check and the button. What a thing's status allows stands in the workflow tables
 * of the capabilities; this table says who may.
 */
export const permissions = {
  "account.use": rule("any", ...roles),
  "enterprise.register": rule("any", "owner", "officer"),
  "registration.assist": rule("any", "digital-team"),
  "enterprise.manage": rule("member", ...roles),
  "enterprise.open-account": rule("any", "officer"),
  "enterprise.act-on-behalf": rule("any", "officer", "administrator"),
  "register.read": rule("any", "officer", "leader", "administrator"),
  "progress.watch": rule("any", "leader"),
  "review.work": rule("any", "officer"),
  "bench.administer": rule("any", "administrator"),
  "bench.watch": rule("any", "officer", "leader"),
  "certificate.decide": rule("not-member", "officer"),
  "certificate.revoke": rule("not-member", "officer"),
  "change.decide": rule("not-member", "officer"),
  "listing.confirm": rule("not-member", "officer"),
  "assessment.record": rule("not-member", "officer"),
  "account.administer": rule("any", "administrator"),
  "checklist.decide": rule("not-member", "officer"),
  "checklist.administer": rule("any", "administrator"),
  "scheme.administer": rule("any", "administrator"),
  "marketplace.administer": rule("any", "administrator"),
  "target.administer": rule("any", "administrator"),
  "api-key.administer": rule("any", "administrator"),
  "journal.read": rule("any", "administrator"),
  "mail.read": rule("any", "administrator"),
  "mail.resend": rule("any", "administrator"),
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/**
 * What a route declares: `public` pages are the same for everyone and carry no script, `open` pages are for anyone but
 * never cached (signing in and up), and the rest is a permission.
 */
export type Access = "public" | "open" | Permission;

/** Whether a role may do something; where the rule looks at membership, `isMember` must be given, else the answer is no. */
export function may(role: Role, permission: Permission, isMember?: boolean): boolean {
  const { roles: allowed, relation }: Rule = permissions[permission];
  if (!allowed.includes(role)) return false;
  if (relation === "member") return isMember === true;
  if (relation === "not-member") return isMember === false;
  return true;
}

/** Whether the role may enter a page at all; the membership is then asked of the thing on it. */
export function mayEnter(role: Role, access: Access): boolean {
  if (access === "public" || access === "open") return true;
  const { roles: allowed }: Rule = permissions[access];
  return allowed.includes(role);
}
