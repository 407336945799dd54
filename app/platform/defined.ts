type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What an object says, without the properties that say `undefined`: those a spread would write over others. */
export const definedOf = <T extends object>(facts: T): Defined<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<T>;
