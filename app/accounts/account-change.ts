import type { Role } from "./access";

export interface AccountStanding {
  id: string;
  role: Role;
  isDisabled: boolean;
}

export type AccountChangeRefusal = "change.self" | "change.lastAdministrator";

/**
 * Whether an administrator may give an account this role and state, or why not: nobody changes their own role or shuts
 * themselves out, and one administrator who can sign in always remains. `activeAdministrators` are the ids of those
 * who can sign in now.
 */
export function accountChangeRefusal(
  before: AccountStanding,
  after: Pick<AccountStanding, "role" | "isDisabled">,
  actorId: string,
  activeAdministrators: readonly string[],
): AccountChangeRefusal | undefined {
  if (before.role === after.role && before.isDisabled === after.isDisabled) return undefined;
  if (before.id === actorId) return "change.self";
  const stays = after.role === "administrator" && !after.isDisabled;
  if (!stays && activeAdministrators.every((id) => id === before.id) && activeAdministrators.length > 0) {
    return "change.lastAdministrator";
  }
  return undefined;
}
