import { fold } from "../vietnamese-text";

/** A LIKE pattern for a search_text column that contains these words, however they are written. */
export const containsPattern = (words: string): string => `%${fold(words).replace(/[\\%_]/g, "\\$&")}%`;
