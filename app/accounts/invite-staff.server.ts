import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { type Language, translator } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { may } from "./access";
import { type Contact, contactText } from "./contact";
import { issueToken } from "./one-time-token.server";
import type { Actor } from "./session.server";
import type { StaffRole } from "./staff-roles";
import { tellAccount } from "./tell-account.server";

export interface NewInvitation {
  id: string;
  contact: Contact;
  role: StaffRole | "digital-team";
  /** The areas to which a member of the digital team is limited; nobody else has any. */
  areaIds?: readonly string[];
  language: Language;
}

/** Sends an invitation, valid seven days; an earlier one to the same contact stops working. Sending one form twice invites once. */
export async function inviteStaff(
  input: NewInvitation,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "contact.hasAccount" | "areas.missing">> {
  if (!may(actor.role, "account.administer")) return refuse("notFound");
  if (await hasOpenedAccount(input.contact)) return refuse("contact.hasAccount");
  const { id, contact, role, areaIds = [], language } = input;
  if ((role === "digital-team") !== areaIds.length > 0) return refuse("areas.missing");
  try {
    return await inTransaction(acting, async (tx) => {
      await tx.prisma.oneTimeToken.updateMany({
        where: { purpose: "invitation", ...contact, enterpriseId: null, usedAt: null, NOT: { id } },
        data: { usedAt: tx.now },
      });
      const secret = await issueToken(tx, {
        id,
        purpose: "invitation",
        ...contact,
        role,
        areaIds: [...areaIds],
        createdById: actor.accountId,
      });
      tx.record({
        event: "invitation.sent",
        subject: { kind: "invitation", id },
        data: { after: { role, ...(areaIds.length > 0 && { areas: areaIds }) } },
      });
      const values = { role: translator(language)(`accounts:role.${role}`) };
      await tellAccount(tx, "invitation", { ...contact, language }, `/loi-moi/${secret}`, values);
      return accept(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "pkey")) return accept(null);
    throw error;
  }
}

/** A sign-up that its contact never confirmed counts for nothing: anyone could leave one in anybody's name. */
const hasOpenedAccount = async (contact: Contact): Promise<boolean> =>
  (await row(
    `SELECT 1 AS found FROM accounts WHERE (email = $1 OR phone = $1)
      AND (COALESCE(email_confirmed_at, phone_confirmed_at) IS NOT NULL OR disabled_at IS NOT NULL)`,
    [contactText(contact)],
  )) !== undefined;

/** Withdraws an invitation that has not been accepted. */
export async function withdrawInvitation(
  id: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "stale">> {
  if (!may(actor.role, "account.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const { count } = await tx.prisma.oneTimeToken.updateMany({
      where: { id, purpose: "invitation", enterpriseId: null, usedAt: null },
      data: { usedAt: tx.now },
    });
    if (count === 0) return refuse("stale");
    tx.record({ event: "invitation.withdrawn", subject: { kind: "invitation", id } });
    return accept(null);
  });
}
