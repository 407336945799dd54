import type { Role } from "./access";

/** The roles one is invited to; owners sign up by themselves. */
export const staffRoles = ["officer", "leader", "administrator"] as const satisfies readonly Role[];

export type StaffRole = (typeof staffRoles)[number];
