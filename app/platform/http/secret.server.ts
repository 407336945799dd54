import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, fit for a URL or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. A plain hash is enough because the secret is random and long; passwords use Argon2id. */
export const hashOfSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash("sha256").update(secret).digest());
