/** The two halves of an API key: the prefix names it and may be shown; the secret is kept only as a hash. */
export interface ApiKeyParts {
  prefix: string;
  secret: string;
}

const pattern = /^lensan_([0-9a-f]{8})_([A-Za-z0-9_-]{43})$/;
const bearer = /^Bearer +(\S+) *$/i;

/** The key as a partner keeps it. The fixed beginning lets secret scanners find keys that leaked into code. */
export const apiKeyText = ({ prefix, secret }: ApiKeyParts): string => `lensan_${prefix}_${secret}`;

/** Reads a key; undefined when the text is none. */
export function parseApiKey(text: string): ApiKeyParts | undefined {
  const [, prefix, secret] = pattern.exec(text) ?? [];
  return prefix !== undefined && secret !== undefined ? { prefix, secret } : undefined;
}

/** The key of an `Authorization: Bearer …` header (RFC 6750, 2.1); undefined when the header carries none. */
export function bearerApiKey(header: string | null): ApiKeyParts | undefined {
  const token = bearer.exec(header ?? "")?.[1];
  return token === undefined ? undefined : parseApiKey(token);
}
