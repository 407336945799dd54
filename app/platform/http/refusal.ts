/** The status of each kind of refusal; a code that is not named here is bad input. */
const statuses: Readonly<Record<string, number>> = {
  notFound: 404,
  stale: 409,
  alreadyDecided: 409,
  alreadyClaimed: 409,
  tooManyAttempts: 429,
};

export const refusalStatus = (code: string): number => statuses[code] ?? 400;
