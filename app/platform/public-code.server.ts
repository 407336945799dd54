import { randomInt } from "node:crypto";

// Without 0, o, 1, i and l: a code is read off paper and typed on a phone.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const length = 8;

/** The code by which anyone finds an enterprise or a product (about 39 random bits; uniqueness is the database's). */
export const newPublicCode = (): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
