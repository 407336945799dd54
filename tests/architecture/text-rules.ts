import { globPattern } from "../checks/import-rules";
import type { Source } from "./sources";

/** Permissions that no door and no question names. */
export function unusedPermissions(permissions: readonly string[], sources: readonly Source[]): string[] {
  const asking = sources.filter(({ path }) => path !== "app/accounts/access.ts");
  return permissions.filter((permission) => !asking.some(({ text }) => text.includes(`"${permission}"`)));
}

/** Where the text of a source matches: "path:line: match". */
export function matches(pattern: RegExp, sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, at) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [`${path}:${at + 1}: ${found}`];
    }),
  );
}

/** Words that switch a check off, or put work off. */
export const silencers =
  /biome-ignore|eslint-disable|@ts-(ignore|expect-error|nocheck)|v8 ignore|istanbul ignore|\b(TODO|FIXME|XXX|HACK)\b|\b(it|test|describe)\.(skip|only|todo)\b/;

/** The clock, chance and the process, which no decision may ask. */
export const impurities =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|Temporal\.Now\b|\bperformance\.now\(|\bcrypto\.|\bprocess\.|\bglobalThis\b|\bconsole\.|\bfetch\(|\bset(Timeout|Interval)\(/;

export const outgoing = /\bfetch\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|\bsendBeacon\(/;

const plain = /^app\/(?!ui\/|platform\/)[a-z-]+\/[a-z-]+\.ts$/;
const isPlain = ({ path }: Source): boolean => plain.test(path) && !/\/messages\.\w+\.ts$|-form\.ts$/.test(path);
const exportsFunction = /^export (async )?function |^export const \w+(: [^=]+)? = (async )?(<[^>]*>)?\([^)]*\)[^=]*=>/m;

/** Plain files of capabilities that decide something, yet are neither held to full coverage nor excused. */
export function uncoveredDecisions(
  decisionFiles: readonly string[],
  excused: readonly string[],
  sources: readonly Source[],
): string[] {
  const listed = decisionFiles.map((glob) => new RegExp(globPattern(glob)));
  return sources
    .filter((source) => isPlain(source) && exportsFunction.test(source.text))
    .map(({ path }) => path)
    .filter((path) => !listed.some((pattern) => pattern.test(path)) && !excused.includes(path));
}

/** Paths that a glob "app/x/{a,b-{c,d}}.ts" names. */
export function namedPaths(glob: string): string[] {
  const [innermost, inside] = /\{([^{}]*)\}/.exec(glob) ?? [];
  if (innermost === undefined || inside === undefined) return [glob];
  return [...new Set(inside.split(",").flatMap((name) => namedPaths(glob.replace(innermost, name))))];
}
