import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { mayAssistIn } from "./assisted-area.server";
import type { Typed } from "./assisted-form";
import { findAssisted, findByTaxCode } from "./assisted-queries.server";

export const mostProducts = 20;

interface Saved {
  id: string;
  version: number;
  taxCode: string;
  areaId: string;
  ownerName: string;
  ownerPhone: string;
  typed: Typed;
}

type SaveRefusal = "notFound" | "stale" | "area.foreign" | "taxCode.taken";

/**
 * Keeps the owner and the new enterprise as they were typed: a new assisted registration, or the next version of an open
 * one, for which every code that was sent before stops working. Nothing is registered yet.
 */
export async function saveAssisted(input: Saved, actor: Actor, acting: Acting): Promise<Result<null, SaveRefusal>> {
  if (!may(actor.role, "registration.assist")) return refuse("notFound");
  if (await findByTaxCode(input.taxCode)) return refuse("taxCode.taken");
  const { id, version, areaId, ownerName, ownerPhone, typed } = input;
  const data = { areaId, ownerName, ownerPhone, enterprise: typed };
  try {
    return await inTransaction(acting, async (tx): Promise<Result<null, SaveRefusal>> => {
      if (!(await mayAssistIn(tx, actor.accountId, areaId))) return refuse("area.foreign");
      if (version > 0) return change(tx, { id, version }, actor, data);
      await tx.prisma.assistedRegistration.create({
        data: {
          id,
          createdById: actor.accountId,
          ...data,
          products: [],
          createdAt: tx.now,
          savedAt: tx.now,
        },
      });
      tx.record({ event: "assisted-registration.started", subject: { kind: "assisted-registration", id } });
      return accept(null);
    });
  } catch (error) {
    if (!isUniqueViolation(error, "pkey")) throw error;
    // The same form sent twice.
    return (await findAssisted(id, actor.accountId, acting.now)) ? accept(null) : refuse("notFound");
  }
}

/** Begins an assisted registration of products for an enterprise that is here already and has a member to confirm them. */
export async function assistEnterprise(
  input: { id: string; taxCode: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "area.foreign" | "taxCode.unknown" | "enterprise.noMember">> {
  if (!may(actor.role, "registration.assist")) return refuse("notFound");
  const found = await findByTaxCode(input.taxCode);
  if (!found || found.closedOn !== null) return refuse("taxCode.unknown");
  const { memberName } = found;
  if (memberName === null) return refuse("enterprise.noMember");
  try {
    return await inTransaction(acting, async (tx): Promise<Result<null, "area.foreign">> => {
      if (!(await mayAssistIn(tx, actor.accountId, found.areaId))) return refuse("area.foreign");
      await tx.prisma.assistedRegistration.create({
        data: {
          id: input.id,
          createdById: actor.accountId,
          enterpriseId: found.id,
          areaId: found.areaId,
          ownerName: memberName,
          ownerPhone: found.memberPhone ?? "",
          products: [],
          createdAt: tx.now,
          savedAt: tx.now,
        },
      });
      const subject = { kind: "assisted-registration", id: input.id };
      tx.record({ event: "assisted-registration.started", subject, enterpriseId: found.id });
      return accept(null);
    });
  } catch (error) {
    if (!isUniqueViolation(error, "pkey")) throw error;
    return (await findAssisted(input.id, actor.accountId, acting.now)) ? accept(null) : refuse("notFound");
  }
}

type ChangeRefusal = "notFound" | "stale";

/** Adds a product as it was typed; sent twice with one id it is there once. */
export async function addAssistedProduct(
  id: string,
  product: { id: string; typed: Typed },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, ChangeRefusal | "products.tooMany">> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (assisted?.status !== "open") return refuse("notFound");
  if (assisted.products.some((known) => known.id?.[0] === product.id)) return accept(null);
  if (assisted.products.length >= mostProducts) return refuse("products.tooMany");
  const products = [...assisted.products, { ...product.typed, id: [product.id] }];
  return inTransaction<Result<null, ChangeRefusal>>(acting, (tx) => change(tx, assisted, actor, { products }));
}

/** Takes a product out again. */
export async function removeAssistedProduct(
  id: string,
  productId: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, ChangeRefusal>> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (assisted?.status !== "open") return refuse("notFound");
  const products = assisted.products.filter((product) => product.id?.[0] !== productId);
  return inTransaction<Result<null, ChangeRefusal>>(acting, (tx) => change(tx, assisted, actor, { products }));
}

/** Gives an assisted registration up; what was typed stays readable to who typed it. */
export async function abandonAssisted(id: string, actor: Actor, acting: Acting): Promise<Result<null, ChangeRefusal>> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (assisted?.status !== "open") return refuse("notFound");
  return inTransaction<Result<null, ChangeRefusal>>(acting, async (tx) => {
    const abandoned = await change(tx, assisted, actor, { status: "abandoned" });
    tx.record({ event: "assisted-registration.abandoned", subject: { kind: "assisted-registration", id } });
    return abandoned;
  });
}

/** Writes the next version; a code confirms what was read out with it, so that none of an earlier version works. */
async function change(
  tx: Transaction,
  { id, version }: { id: string; version: number },
  actor: Actor,
  data: Record<string, unknown>,
): Promise<Result<null, "stale">> {
  const { count } = await tx.prisma.assistedRegistration.updateMany({
    where: { id, version, createdById: actor.accountId, status: "open" },
    data: { ...data, savedAt: tx.now, version: { increment: 1 } },
  });
  if (count === 0) return refuse("stale");
  await tx.prisma.oneTimeCode.updateMany({
    where: { purpose: "confirm-assisted", subjectId: id, usedAt: null },
    data: { usedAt: tx.now },
  });
  return accept(null);
}
