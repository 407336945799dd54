import { fold } from "~/platform/vietnamese-text";
import { commonPasswords } from "./common-passwords";

export const passwordLength = { min: 10, max: 200 } as const;

export type PasswordProblem = "password.short" | "password.long" | "password.personal" | "password.common";

const shortestPersonalPart = 5;
const fewestLetters = 5;

/**
 * What is wrong with a password for this person, or undefined. Length and what is easily guessed decide; there is no rule
 * on which characters it must contain (NIST SP 800-63B-4, 3.1.1.2).
 */
export function passwordProblem(
  password: string,
  person: { name: string; email?: string | null | undefined; phone?: string | null | undefined },
): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < passwordLength.min) return "password.short";
  if (length > passwordLength.max) return "password.long";
  const folded = squeezed(password);
  if (commonPasswords.has(folded) || new Set(folded).size < fewestLetters) return "password.common";
  const [mailbox = "", domain = ""] = (person.email ?? "").split("@");
  // A number is typed with its 0 or with +84: what follows is the same.
  const number = (person.phone ?? "").replace("+84", "");
  const parts = [person.email ?? "", mailbox, domain, person.name, number].map(squeezed);
  if (parts.some((part) => part.length >= shortestPersonalPart && folded.includes(part))) return "password.personal";
  return undefined;
}

const squeezed = (text: string): string => fold(text).replaceAll(" ", "");
