/** What the register of certificates can be narrowed to. */
export const registerStandings = ["waiting", "valid", "expiring", "expired", "revoked"] as const;
export type RegisterStanding = (typeof registerStandings)[number];
