import { readActivationCode } from "~/accounts/activation-code";
import { hashOfSecret } from "~/platform/http/secret.server";
import { buildAccount, buildMembership } from "../builders";
import { demoTaxCode } from "../demo-numbers";
import { stableId } from "../stable-id";
import type { Cast } from "./accounts";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";

/** The code on the sheet that an officer of the demo has handed over; try it at /kich-hoat. */
export const demoSetUpCode = "DEMA-DEMA-DEMA";
const teamAreas = ["2025:21880", "2025:21583"];
const one = (value: string): string[] => [value];

/** Members and an invitation, staff who acted on behalf, and the digital team at work with an owner beside it. */
export function addPeople(ledger: Ledger, cast: Cast, enterprises: readonly DemoEnterprise[]): void {
  const [first, second, third] = [enterprises[0]?.row, enterprises[10]?.row, enterprises[11]?.row];
  if (!first || !second || !third) throw new RangeError("The demo has too few enterprises for its people");
  addMember(ledger, cast, second.id);
  addInvitation(ledger, cast, first.id);
  addMandate(ledger, cast, first.id);
  addAssisted(ledger, cast);
  addHandedCode(ledger, cast, third.id);
}

function addMember(ledger: Ledger, { phoneOwner }: Cast, enterpriseId: string): void {
  const at = hoursAgo(ledger, 500);
  ledger.tables.memberships.push(buildMembership(phoneOwner.id, enterpriseId, at));
  const about = { subjectKind: "enterprise", enterpriseId, more: { accountId: phoneOwner.id } };
  note(ledger, at, phoneOwner.id, "member.joined", enterpriseId, about);
}

function addInvitation(ledger: Ledger, { owner }: Cast, enterpriseId: string): void {
  const id = stableId("demo:member-invitation");
  const createdAt = hoursAgo(ledger, 20);
  ledger.tables.one_time_tokens.push({
    id,
    purpose: "invitation",
    tokenHash: hashOfSecret(id),
    accountId: null,
    email: "nguoi-nha@demo.lensan.example",
    phone: null,
    role: "owner",
    enterpriseId,
    createdById: owner.id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 7 * 86_400_000),
  });
  note(ledger, createdAt, owner.id, "invitation.sent", id, { enterpriseId });
}

function addMandate(ledger: Ledger, { administrator }: Cast, enterpriseId: string): void {
  const id = stableId("demo:mandate");
  const [openedAt, endedAt] = [hoursAgo(ledger, 72), hoursAgo(ledger, 71)];
  const reason = "Chủ cơ sở nhờ sửa địa chỉ tại bộ phận một cửa (demo).";
  const endsAt = new Date(openedAt.getTime() + 8 * 3_600_000);
  ledger.tables.mandates.push({ id, accountId: administrator.id, enterpriseId, reason, openedAt, endsAt, endedAt });
  note(ledger, openedAt, administrator.id, "mandate.opened", id, {
    enterpriseId,
    more: { reason },
    after: { accountId: administrator.id, endsAt: endsAt.toISOString() },
  });
  note(ledger, endedAt, administrator.id, "mandate.ended", id, { enterpriseId });
}

function addAssisted(ledger: Ledger, { digitalTeam }: Cast): void {
  for (const areaId of teamAreas) ledger.tables.account_areas.push({ accountId: digitalTeam.id, areaId });
  const id = stableId("demo:assisted");
  const createdAt = hoursAgo(ledger, 3);
  const productId = stableId("demo:assisted-product");
  const year = String(Number(ledger.today.slice(0, 4)) - 1);
  ledger.tables.assisted_registrations.push({
    id,
    createdById: digitalTeam.id,
    enterpriseId: null,
    areaId: "2025:21880",
    ownerName: "Chủ cơ sở không e-mail (demo)",
    ownerPhone: "+84990000034",
    enterprise: {
      id: one(id),
      version: one("0"),
      ownerName: one("Chủ cơ sở không e-mail (demo)"),
      ownerPhone: one("0990 000 034"),
      taxCode: one(demoTaxCode(9_001, "41")),
      name: one("Hộ làm nước mắm Đề Gi (demo)"),
      legalForm: one("household"),
      sector: one("agriculture-industry"),
      area: one("Xã Cát Tiến"),
      address: one("Thôn Demo"),
      year: one(year),
      employees: one("2"),
      revenue: one("600 triệu"),
    },
    products: [
      {
        id: one(productId),
        name: one("Nước mắm nhĩ Đề Gi (demo)"),
        group: one("food"),
        price: one("90.000"),
        unit: one("chai"),
      },
    ],
    status: "open",
    createdAt,
    savedAt: createdAt,
  });
  note(ledger, createdAt, digitalTeam.id, "assisted-registration.started", id);
}

function addHandedCode(ledger: Ledger, { officer }: Cast, enterpriseId: string): void {
  const createdAt = hoursAgo(ledger, 26);
  const account = buildAccount(next(ledger, "accounts"), {
    email: null,
    emailConfirmedAt: null,
    phone: "+84990000056",
    name: "Chủ cơ sở nhận phiếu (demo)",
    createdAt,
    isDemo: true,
  });
  ledger.tables.accounts.push(account);
  ledger.tables.memberships.push(buildMembership(account.id, enterpriseId, createdAt));
  const id = stableId("demo:set-up-code");
  ledger.tables.one_time_tokens.push({
    id,
    purpose: "activation",
    tokenHash: hashOfSecret(readActivationCode(demoSetUpCode)),
    accountId: account.id,
    email: null,
    phone: null,
    role: null,
    enterpriseId: null,
    createdById: officer.id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 14 * 86_400_000),
  });
  const more = { reason: "Đã đối chiếu căn cước với giấy đăng ký kinh doanh (demo)." };
  note(ledger, createdAt, officer.id, "account.opened", account.id, { more, after: { role: "owner" } });
  note(ledger, createdAt, officer.id, "account.set-up-code-issued", account.id, { enterpriseId, more });
  note(ledger, createdAt, officer.id, "member.joined", enterpriseId, {
    subjectKind: "enterprise",
    enterpriseId,
    more: { ...more, accountId: account.id },
  });
}
