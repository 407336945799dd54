import { isRole, type Role } from "./access";
import { type AccountStanding, accountStates } from "./account-queries.server";

export interface AccountQuestion {
  search: string;
  role: Role | undefined;
  state: AccountStanding | undefined;
}

/** What the address of the list of accounts asks for. */
export function readAccountQuestion(query: URLSearchParams): AccountQuestion {
  const role = query.get("vai-tro");
  return {
    search: (query.get("q") ?? "").slice(0, 200),
    role: isRole(role) ? role : undefined,
    state: accountStates.find((known) => known === query.get("trang-thai")),
  };
}
