import { type Algorithm, hash, verify } from "@node-rs/argon2";

// Argon2id with 19 MiB, two passes, one lane: the floor of the OWASP Password Storage Cheat Sheet.
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummyHash: Promise<string> | undefined;

/** The hash to store; composed first, so that a password typed on any keyboard is the same password. */
export const hashOfPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

/** Whether the password is right. Without a stored hash the same work is done, and the answer is no. */
export async function passwordMatches(password: string, storedHash: string | null | undefined): Promise<boolean> {
  dummyHash ??= hashOfPassword("no account has this hash");
  const matches = await verify(storedHash ?? (await dummyHash), password.normalize("NFC"));
  return matches && typeof storedHash === "string";
}
