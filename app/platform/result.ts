/** What a decision answers: the value, or the code of an expected refusal. Bugs are exceptions, never results. */
export type Result<T, C extends string = string> = { ok: true; value: T } | { ok: false; code: C };

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<C extends string>(code: C): { ok: false; code: C } {
  return { ok: false, code };
}
