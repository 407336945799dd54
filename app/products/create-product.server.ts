import { dayOf } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { newPublicCode } from "~/platform/public-code.server";
import type { NewProduct } from "./product-form";

/** Writes a product, as a draft or registered from today, inside the transaction of a use case. */
export async function createProduct(tx: Transaction, enterpriseId: string, input: NewProduct): Promise<void> {
  const { id, intent, ...facts } = input;
  const isRegistered = intent === "register";
  const today = dayOf(tx.now);
  const code = newPublicCode();
  await tx.prisma.product.create({
    data: {
      id,
      code,
      enterpriseId,
      ...facts,
      createdAt: tx.now,
      ...(isRegistered && {
        status: "registered",
        registeredOn: new Date(`${today}T00:00:00Z`),
        registeredAt: tx.now,
      }),
    },
  });
  const subject = { kind: "product", id };
  tx.record({ event: "product.added", subject, enterpriseId, data: { after: { code, ...facts } } });
  if (isRegistered) {
    tx.record({ event: "product.registered", subject, enterpriseId, data: { after: { registeredOn: today } } });
  }
}
