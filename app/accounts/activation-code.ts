/** Letters and digits that nobody takes for one another on paper: no 0 and O, 1, I and L, 5 and S, 8 and B, 2 and Z. */
export const activationAlphabet = "ACDEFGHJKMNPQRTUVWXY34679";
const length = 12;

/** Twelve characters drawn by `draw`, which answers a whole number from 0 to below its argument; about 55 bits. */
export const newActivationCode = (draw: (below: number) => number): string =>
  Array.from({ length }, () => activationAlphabet[draw(activationAlphabet.length)]).join("");

/** As it is printed, in three groups of four. */
export const activationAsPrinted = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** As it is compared: however it was typed, without what separates the groups. */
export const readActivationCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
