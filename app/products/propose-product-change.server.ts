import type { Actor } from "~/accounts/session.server";
import { type Day, dayOf } from "~/platform/day";
import { dateColumn } from "~/platform/db/columns.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { lockLiveChange, type ProposeRefusal, proposeChange } from "~/reviews/propose-change.server";
import { diffOf, type Facts } from "~/reviews/proposed-change";
import { dropChange } from "~/reviews/withdraw-change.server";
import type { ProductStatus } from "./product";

/** What is proposed already: the fields that would change, and the owner's note. */
export interface LiveProposal {
  version: number;
  after: Facts;
  note: string;
}

/** How a product's edits are taken: written at once, or proposed, together with what is proposed already. */
export type EditWay = { isProposed: false } | { isProposed: true; live: LiveProposal | null };

/**
 * Whether edits of a product are proposed: it is registered under a verified certificate, or a proposal lies before an
 * officer already. Asked before the product's row is locked, in the order in which a decision locks them.
 */
export async function editWayOf(
  tx: Transaction,
  { productId, status }: { productId: string; status: ProductStatus },
): Promise<EditWay> {
  const live = await lockLiveChange(tx, { kind: "product", id: productId });
  if (!live && (status !== "registered" || !(await isVerified(tx, productId, dayOf(tx.now))))) {
    return { isProposed: false };
  }
  if (!live) return { isProposed: true, live: null };
  const { after, note, version } = await tx.prisma.proposedChange.findUniqueOrThrow({
    where: { id: live.id },
    select: { after: true, note: true, version: true },
  });
  return { isProposed: true, live: { version, after: after as Facts, note } };
}

async function isVerified(tx: Transaction, productId: string, today: Day): Promise<boolean> {
  const found = await tx.prisma.certificateProduct.findFirst({
    where: {
      productId,
      certificate: { status: "verified" },
      OR: [{ coversTo: null }, { coversTo: { gte: dateColumn(today) } }],
    },
    select: { id: true },
  });
  return found !== null;
}

interface ProductSubject {
  id: string;
  enterpriseId: string;
  version: number;
  name: string;
}

/** Proposes what a product shall say; a proposal that no longer differs from the verified version is withdrawn. */
export async function proposeProduct(
  tx: Transaction,
  product: ProductSubject,
  proposal: { before: Facts; after: Facts; note: string; replaces: number | null },
  actor: Actor,
): Promise<Result<"proposed" | "saved", ProposeRefusal>> {
  const { id, enterpriseId, version, name } = product;
  if (diffOf(proposal.before, proposal.after).length === 0) {
    const live = await lockLiveChange(tx, { kind: "product", id });
    if ((live?.version ?? null) !== proposal.replaces) return refuse("stale");
    await dropChange(tx, { kind: "product", id, enterpriseId });
    return accept("saved");
  }
  const subject = { kind: "product", id, enterpriseId, version, label: name } as const;
  const proposed = await proposeChange(tx, subject, proposal, actor.accountId);
  return proposed.ok ? accept("proposed") : proposed;
}
