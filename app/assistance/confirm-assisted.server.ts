import { type Activation, issueActivation } from "~/accounts/activation.server";
import { countAttempt, countedAddress } from "~/accounts/attempts.server";
import { accountsToTell, notify } from "~/accounts/notify.server";
import { redeemCode, tryCode } from "~/accounts/one-time-code.server";
import { dropUnprovenPassword, ownerAccount } from "~/accounts/owner-account.server";
import type { Actor } from "~/accounts/session.server";
import { createEnterprise } from "~/enterprises/create-enterprise.server";
import type { SizeRefusal } from "~/enterprises/enterprise-size";
import { dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { parseForm } from "~/platform/http/form.server";
import { accept, type Result, refuse } from "~/platform/result";
import { createProduct } from "~/products/create-product.server";
import { mayAssistIn } from "./assisted-area.server";
import { assistedProductSchema, assistedSchema, formOfTyped } from "./assisted-form";
import { type Assisted, findAssisted } from "./assisted-queries.server";

export type ConfirmRefusal =
  | "notFound"
  | "stale"
  | "area.foreign"
  | "products.none"
  | "outdated"
  | "owner.disabled"
  | "taxCode.taken"
  | "gtin.taken"
  | "code.wrong"
  | "code.dead"
  | "tooManyAttempts"
  | SizeRefusal;

export type Proof = { how: "code"; code: string } | { how: "sheet"; sheet: PreparedFile };

/**
 * The owner confirms what was typed for them, by the code sent to their phone or by a signed sheet: their account, the
 * enterprise and the products come into being in one transaction, whose journal entries carry both who typed (the actor)
 * and who confirmed and how. Sent twice it is done once.
 */
export async function confirmAssisted(
  id: string,
  proof: Proof,
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, ConfirmRefusal>> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (!assisted || assisted.status === "abandoned") return refuse("notFound");
  if (assisted.status === "confirmed") return accept(null);
  if (assisted.products.length === 0) return refuse("products.none");
  let codeId: string | undefined;
  if (proof.how === "code") {
    if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
    codeId = await openCodeOf(id, acting.now);
    if (codeId === undefined) return refuse("code.dead");
    const tried = await tryCode("confirm-assisted", codeId, proof.code, acting.now);
    if (!tried.ok) return tried;
  }
  try {
    return await inTransaction(acting, (tx) => confirm(tx, assisted, proof, codeId, actor));
  } catch (error) {
    if (isUniqueViolation(error, "tax_code")) return refuse("taxCode.taken");
    if (isUniqueViolation(error, "gtin")) return refuse("gtin.taken");
    throw error;
  }
}

async function openCodeOf(id: string, now: Date): Promise<string | undefined> {
  const found = await row<{ id: string }>(
    `SELECT id FROM one_time_codes WHERE purpose = 'confirm-assisted' AND subject_id = $1 AND used_at IS NULL AND expires_at > $2
      ORDER BY created_at DESC LIMIT 1`,
    [id, now],
  );
  return found?.id;
}

async function confirm(
  tx: Transaction,
  assisted: Assisted,
  proof: Proof,
  codeId: string | undefined,
  actor: Actor,
): Promise<Result<null, ConfirmRefusal>> {
  const { id, version, areaId } = assisted;
  if (!(await mayAssistIn(tx, actor.accountId, areaId))) return refuse("area.foreign");
  // Taken first: of two confirmations at once the second waits here and finds another version.
  const { count } = await tx.prisma.assistedRegistration.updateMany({
    where: { id, version, createdById: actor.accountId, status: "open" },
    data: { version: { increment: 1 } },
  });
  if (count === 0 || (codeId !== undefined && !(await redeemCode(tx, codeId)))) return refuse("stale");
  const ownerId = await ownerOf(tx, assisted, proof.how);
  if (ownerId === undefined) return refuse("owner.disabled");
  tx.mark({ confirmed: { accountId: ownerId, how: proof.how } });

  const enterprise = await enterpriseOf(tx, assisted, ownerId, actor);
  if (!enterprise.ok) return enterprise;
  const enterpriseId = enterprise.value.id;
  for (const typed of assisted.products) {
    const product = parseForm(formOfTyped(typed), assistedProductSchema, "vi").value;
    if (!product) return refuse("outdated");
    await createProduct(tx, enterpriseId, { ...product, intent: "register" });
  }
  const sheetId = proof.how === "sheet" ? await storeSheet(tx, proof.sheet, enterpriseId, actor) : null;
  await tx.prisma.assistedRegistration.update({
    where: { id },
    data: { status: "confirmed", confirmedAt: tx.now, confirmedHow: proof.how, ownerId, enterpriseId, sheetId },
  });
  const subject = { kind: "assisted-registration", id };
  tx.record({
    event: "assisted-registration.confirmed",
    subject,
    enterpriseId,
    data: { how: proof.how, ...(sheetId && { fileId: sheetId }) },
  });
  await tellOwner(tx, ownerId, enterpriseId, actor);
  return accept(null);
}

/** The account of who confirms: the enterprise's member, else the one with the owner's number, else a new one. */
async function ownerOf(
  tx: Transaction,
  { enterpriseId, ownerName, ownerPhone }: Assisted,
  how: Proof["how"],
): Promise<string | undefined> {
  if (enterpriseId !== null) {
    const member = await tx.prisma.membership.findFirst({
      where: { enterpriseId, account: { disabledAt: null, ...(how === "code" && { phone: ownerPhone }) } },
      orderBy: { createdAt: "asc" },
      select: { accountId: true },
    });
    return member?.accountId;
  }
  const owner = await ownerAccount(tx, { name: ownerName, contact: { phone: ownerPhone } }, "assisted");
  if (owner.isDisabled) return undefined;
  // The code proves the number; a signature alone does not.
  if (how === "code" && !owner.isProven) {
    await dropUnprovenPassword(tx, owner.id);
    await tx.prisma.account.update({ where: { id: owner.id }, data: { phoneConfirmedAt: tx.now } });
    tx.record({ event: "account.phone-confirmed", subject: { kind: "account", id: owner.id } });
  }
  return owner.id;
}

async function enterpriseOf(
  tx: Transaction,
  { enterpriseId, enterprise, areaId }: Assisted,
  ownerId: string,
  actor: Actor,
): Promise<Result<{ id: string }, ConfirmRefusal>> {
  if (enterpriseId !== null) return accept({ id: enterpriseId });
  const typed = parseForm(formOfTyped(enterprise ?? {}), assistedSchema(dayOf(tx.now)), "vi").value;
  if (!typed) return refuse("outdated");
  return createEnterprise(tx, { ...typed, areaId }, { ownerId, recordedById: actor.accountId });
}

async function storeSheet(tx: Transaction, sheet: PreparedFile, enterpriseId: string, actor: Actor): Promise<string> {
  const { id } = await tx.prisma.storedFile.create({
    data: { ...sheet, purpose: "sheet", enterpriseId, uploadedById: actor.accountId, createdAt: tx.now },
    select: { id: true },
  });
  return id;
}

async function tellOwner(tx: Transaction, ownerId: string, enterpriseId: string, actor: Actor): Promise<void> {
  const { name } = await tx.prisma.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true },
  });
  await notify(tx, await accountsToTell(tx, [ownerId]), {
    event: "assisted-registration.confirmed",
    enterpriseId,
    path: `/quan-ly/${enterpriseId}`,
    words: (t) => ({
      subject: t("assistance:notice.subject", { enterprise: name }),
      paragraphs: [t("assistance:notice.text", { who: actor.name, enterprise: name })],
      action: t("assistance:notice.action"),
    }),
  });
}

/** A printed set-up code for the owner whose registration one typed, while they have chosen no password. */
export async function printActivation(
  id: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<Activation, "notFound" | "owner.active">> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (assisted?.status !== "confirmed") return refuse("notFound");
  // Only the account that this registration opened: nobody prints a way into somebody else's.
  const opened = await row<{ accountId: string; enterpriseId: string }>(
    `SELECT a.id AS "accountId", r.enterprise_id AS "enterpriseId" FROM assisted_registrations r
      JOIN accounts a ON a.id = r.owner_id AND a.created_at = r.confirmed_at WHERE r.id = $1`,
    [id],
  );
  if (!opened) return refuse("owner.active");
  return inTransaction<Result<Activation, "owner.active">>(acting, async (tx) => {
    const activation = await issueActivation(tx, opened, actor);
    return activation ? accept(activation) : refuse("owner.active");
  });
}
