import { may, type Role } from "~/accounts/access";
import type { ImportKind } from "./import-kind";

// One per process, also when the development server loads this module again.
const held = globalThis as typeof globalThis & { lenSanImportKinds?: readonly ImportKind[] };

/** Makes the kinds of imports known; called once, where the capabilities are wired. */
export function provideImportKinds(kinds: readonly ImportKind[]): void {
  held.lenSanImportKinds = kinds;
}

const kinds = (): readonly ImportKind[] => held.lenSanImportKinds ?? [];

/** The kind of this name; a name in the database that no capability brings is a bug. */
export function importKind(name: string): ImportKind {
  const kind = kinds().find((known) => known.name === name);
  if (!kind) throw new Error(`there is no kind of import "${name}"`);
  return kind;
}

export const findKindBySlug = (slug: string | undefined): ImportKind | undefined =>
  kinds().find((known) => known.slug === slug);

/** Whether a role may import this kind at all; for an enterprise's kind as a member of it, for others as a party to nothing. */
export const mayImport = (role: Role, kind: ImportKind): boolean => may(role, kind.permission, kind.forEnterprise);

export const kindsFor = (role: Role): ImportKind[] => kinds().filter((kind) => mayImport(role, kind));
