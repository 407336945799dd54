import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress } from "./attempts.server";
import { redeemCode, tryCode } from "./one-time-code.server";

export type CodeRefusal = "code.wrong" | "code.dead" | "tooManyAttempts";

/**
 * Confirms the number that the code was sent to; answers the account, which may then be signed in. The page's address
 * is known only to who signed up and the code only to who holds the phone, so that no password is asked for again.
 */
export async function confirmPhone(
  codeId: string,
  code: string,
  clientAddress: string,
  acting: Acting,
): Promise<Result<string, CodeRefusal>> {
  if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const tried = await tryCode("confirm-phone", codeId, code, acting.now);
  if (!tried.ok) return tried;
  const { accountId, phone } = tried.value;
  if (accountId === null) return refuse("code.dead");
  return inTransaction(acting, async (tx) => {
    if (!(await redeemCode(tx, codeId))) return refuse("code.dead");
    const { count } = await tx.prisma.account.updateMany({
      where: { id: accountId, phone, phoneConfirmedAt: null, disabledAt: null },
      data: { phoneConfirmedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("code.dead");
    tx.record({ event: "account.phone-confirmed", subject: { kind: "account", id: accountId } });
    return accept(accountId);
  });
}
