import { mayWriteTo } from "~/accounts/attempts.server";
import { sendCode } from "~/accounts/send-code.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findAssisted } from "./assisted-queries.server";

/** Sends the owner the code that confirms what was typed; they say it aloud when they agree with what was read to them. */
export async function sendAssistedCode(
  id: string,
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "products.none" | "owner.noPhone" | "tooManyAttempts">> {
  const assisted = await findAssisted(id, actor.accountId, acting.now);
  if (assisted?.status !== "open") return refuse("notFound");
  if (assisted.products.length === 0) return refuse("products.none");
  const { ownerPhone: phone } = assisted;
  if (phone === "") return refuse("owner.noPhone");
  if (!(await mayWriteTo({ phone }, clientAddress))) return refuse("tooManyAttempts");
  return inTransaction(acting, async (tx) => {
    await sendCode(tx, { purpose: "confirm-assisted", phone, subjectId: id }, "vi");
    return accept(null);
  });
}
