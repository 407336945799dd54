/** The number as compared: two spellings of one number are one certificate. */
export const numberKey = (number: string): string => number.toUpperCase().replace(/[\s.–—-]+/g, "");
