import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

interface RouteNode {
  id: string;
  path?: string;
  index?: boolean;
  children?: RouteNode[];
}

const treeOf = new WeakMap<ServerBuild, RouteNode[]>();

/** The pattern of the route that answers a path ("/loi-moi/:token"): what a log may keep, where the path may hold a secret. */
export function routePattern(build: ServerBuild, path: string): string {
  const tree = treeOf.get(build) ?? childrenOf(build, undefined);
  treeOf.set(build, tree);
  const matches = matchRoutes(tree as Parameters<typeof matchRoutes>[0], path) ?? [];
  const pattern = matches
    .map(({ route }) => route.path)
    .filter(Boolean)
    .join("/");
  return `/${pattern}`.replace(/\/{2,}/g, "/");
}

function childrenOf(build: ServerBuild, parentId: string | undefined): RouteNode[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && (route.parentId || undefined) === parentId)
    .flatMap((route) => {
      if (!route) return [];
      const children = childrenOf(build, route.id);
      const { id, path, index } = route;
      return [
        { id, ...(path && { path }), ...(index && { index }), ...(children.length > 0 && !index && { children }) },
      ];
    });
}
