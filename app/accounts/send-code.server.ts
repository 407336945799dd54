import type { Transaction } from "~/platform/db/transaction.server";
import { type Language, translator } from "~/platform/i18n";
import { queueTextMessage } from "~/platform/text-messages/queue-text-message.server";
import { codeMinutes, issueCode, type NewCode } from "./one-time-code.server";

/** Makes a code and sends it to its number in a short message; answers the code's id, for the page that asks for it. */
export async function sendCode(tx: Transaction, code: NewCode, language: Language): Promise<string> {
  const issued = await issueCode(tx, code);
  await queueTextMessage(tx, {
    kind: code.purpose,
    to: code.phone,
    language,
    text: translator(language)(`accounts:text.code.${code.purpose}`, { code: issued.code, minutes: codeMinutes }),
    validUntil: issued.validUntil,
  });
  return issued.id;
}
