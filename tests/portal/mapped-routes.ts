interface RouteEntry {
  file: string;
  path?: string | undefined;
  children?: readonly RouteEntry[] | undefined;
}

export interface MappedRoute {
  /** The whole path, "/quan-ly/:enterpriseId". */
  path: string;
  /** The module's file below app/. */
  file: string;
}

/** Every route of the map with its whole path, layouts among them. */
export function mappedRoutes(entries: readonly RouteEntry[], above = ""): MappedRoute[] {
  return entries.flatMap(({ file, path = "", children = [] }) => {
    const here = path ? `${above}/${path}` : above;
    return [{ path: here || "/", file }, ...mappedRoutes(children, here)];
  });
}

/** A route's path with its parameters filled in, by "<path> :<name>" or by ":<name>" alone. */
export const fillPath = (path: string, given: Readonly<Record<string, string>>): string =>
  path
    .replaceAll(/:\w+/g, (name) => given[`${path} ${name}`] ?? given[name] ?? name)
    .replace("*", "khong-co-trang-nay");
