import { buildAccount, instantOn } from "../builders";
import type { AccountRow } from "../rows";
import { type Ledger, next, note } from "./ledger";

export interface DemoAccount {
  key:
    | "owner"
    | "newOwner"
    | "phoneOwner"
    | "digitalTeam"
    | "officer"
    | "secondOfficer"
    | "officerOwner"
    | "leader"
    | "administrator";
  email: string | null;
  phone?: string | null;
  role: AccountRow["role"];
  name: string;
}

/** One password for every demo account; they exist only where the portal runs as a demo. */
export const demoPassword = "len-san-demo-2026";

/** The accounts that the start of the demo prints, in this order. */
export const demoAccounts: readonly DemoAccount[] = [
  { key: "owner", email: "owner@demo.lensan.example", role: "owner", name: "Chủ cơ sở (demo)" },
  { key: "newOwner", email: "new-owner@demo.lensan.example", role: "owner", name: "Chủ cơ sở mới (demo)" },
  // A number that no network has given out: the demo sends nothing, and shows what it would have sent.
  { key: "phoneOwner", email: null, phone: "+84990000012", role: "owner", name: "Chủ cơ sở dùng điện thoại (demo)" },
  {
    key: "digitalTeam",
    email: "digital-team@demo.lensan.example",
    role: "digital-team",
    name: "Tổ công nghệ số (demo)",
  },
  { key: "officer", email: "officer@demo.lensan.example", role: "officer", name: "Cán bộ thẩm định A (demo)" },
  { key: "secondOfficer", email: "officer2@demo.lensan.example", role: "officer", name: "Cán bộ thẩm định B (demo)" },
  {
    key: "officerOwner",
    email: "officer-owner@demo.lensan.example",
    role: "officer",
    name: "Cán bộ có cơ sở riêng (demo)",
  },
  { key: "leader", email: "leader@demo.lensan.example", role: "leader", name: "Lãnh đạo (demo)" },
  { key: "administrator", email: "admin@demo.lensan.example", role: "administrator", name: "Quản trị (demo)" },
];

export type Cast = Record<DemoAccount["key"], AccountRow> & { owners: AccountRow[] };

const portalOpenedOn = "2021-09-20";
const furtherOwners = 26;

/** The printed accounts and the owners of the other enterprises; the latter cannot sign in. */
export function addAccounts(ledger: Ledger, passwordHash: string): Cast {
  const add = (
    { email, phone = null, role, name }: Pick<DemoAccount, "email" | "phone" | "role" | "name">,
    createdAt: Date,
    hash: string | null,
  ): AccountRow => {
    const row = buildAccount(next(ledger, "accounts"), {
      email,
      emailConfirmedAt: email === null ? null : createdAt,
      phone,
      phoneConfirmedAt: phone === null ? null : createdAt,
      role,
      name,
      createdAt,
      passwordHash: hash,
      isDemo: true,
    });
    ledger.tables.accounts.push(row);
    note(ledger, createdAt, null, "account.opened", row.id, { after: { role: row.role } });
    return row;
  };
  const printed = Object.fromEntries(
    demoAccounts.map((account, index) => [
      account.key,
      add(account, instantOn(portalOpenedOn, 8 + index / 10), passwordHash),
    ]),
  ) as Record<DemoAccount["key"], AccountRow>;
  printed.officerOwner.noticeDelivery = "daily";
  const owners = Array.from({ length: furtherOwners }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return add(
      { email: `owner-${number}@demo.lensan.example`, role: "owner", name: `Chủ cơ sở ${number} (demo)` },
      instantOn(portalOpenedOn, 9 + index / 10),
      null,
    );
  });
  return { ...printed, owners };
}
