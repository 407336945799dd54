import { randomBytes } from "node:crypto";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { hashOfSecret, newSecret } from "~/platform/http/secret.server";
import { accept, type Result, refuse } from "~/platform/result";
import { may } from "./access";
import { apiKeyText } from "./api-key";
import type { Actor } from "./session.server";

export interface NewApiKey {
  id: string;
  partner: string;
  /** When it stops working; null for no end. */
  expiresAt: Date | null;
}

/**
 * Issues a key and answers its text, which exists nowhere else afterwards. A second submission of one form is refused:
 * the key it made cannot be shown again.
 */
export async function issueApiKey(
  input: NewApiKey,
  actor: Actor,
  acting: Acting,
): Promise<Result<string, "notFound" | "apiKey.alreadyIssued" | "expiresOn.past">> {
  if (!may(actor.role, "api-key.administer")) return refuse("notFound");
  if (input.expiresAt && input.expiresAt <= acting.now) return refuse("expiresOn.past");
  const key = { prefix: randomBytes(4).toString("hex"), secret: newSecret() };
  try {
    return await inTransaction(acting, async (tx) => {
      await tx.prisma.apiKey.create({
        data: {
          id: input.id,
          prefix: key.prefix,
          secretHash: hashOfSecret(key.secret),
          partner: input.partner,
          createdById: actor.accountId,
          createdAt: tx.now,
          expiresAt: input.expiresAt,
        },
      });
      tx.record({
        event: "api-key.issued",
        subject: { kind: "api-key", id: input.id },
        data: { after: { prefix: key.prefix, partner: input.partner, expiresAt: input.expiresAt } },
      });
      return accept(apiKeyText(key));
    });
  } catch (error) {
    if (isUniqueViolation(error, "pkey")) return refuse("apiKey.alreadyIssued");
    throw error;
  }
}
