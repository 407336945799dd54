import type { Source } from "./sources";

export interface Messages {
  readonly [key: string]: string | Messages;
}

/** Message texts by their whole key, "products:name.tooLong". */
export function messagesByKey(catalogues: Readonly<Record<string, Messages>>): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (messages: Messages, above: string) => {
    for (const [name, value] of Object.entries(messages)) {
      if (typeof value === "string") found.set(above + name, value);
      else walk(value, `${above}${name}.`);
    }
  };
  for (const [namespace, messages] of Object.entries(catalogues)) walk(messages, `${namespace}:`);
  return found;
}

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].toSorted().join(",");
const plural = /_(one|other)$/;

/** What one language's catalogue lacks beside the other's, and what is wrong in each. */
export function catalogueProblems(vi: ReadonlyMap<string, string>, en: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [language, mine, theirs] of [
    ["vi", vi, en],
    ["en", en, vi],
  ] as const) {
    for (const [key, text] of mine) {
      const other = theirs.get(key);
      if (text.trim() === "") problems.push(`${language} ${key} is empty`);
      if (other === undefined) problems.push(`${key} is in ${language} only`);
      else if (language === "vi" && placeholders(text) !== placeholders(other)) {
        problems.push(
          `${key} has other placeholders in vi (${placeholders(text)}) than in en (${placeholders(other)})`,
        );
      }
      const partner = key.endsWith("_one") ? key.replace(plural, "_other") : key.replace(plural, "_one");
      if (plural.test(key) && !mine.has(partner)) problems.push(`${language} ${key} lacks ${partner}`);
    }
  }
  return problems;
}

interface Named {
  literals: Set<string>;
  /** The parts between dots of every literal. */
  segments: Set<string>;
  /** Whether codes are put together here as `${field}.${code}`. */
  composes: boolean;
}

/** Messages whose key no source names, neither whole, nor as a code within its capability, nor by a template. */
export function unusedMessages(keys: Iterable<string>, sources: readonly Source[]): string[] {
  const everywhere = new Set<string>();
  const folders = new Map<string, Named>();
  const templates: RegExp[] = [];
  for (const { path, text } of sources) {
    const folder = path.split("/")[1] ?? "";
    const own = folders.get(folder) ?? { literals: new Set(), segments: new Set(), composes: false };
    folders.set(folder, own);
    for (const [, literal = ""] of text.matchAll(/["'`]([\w-]+(?:[:.][\w.-]+)?)["'`]/g)) {
      everywhere.add(literal);
      own.literals.add(literal);
      for (const segment of literal.split(/[.:]/)) own.segments.add(segment);
    }
    for (const [, template = ""] of text.matchAll(/`([a-z]+:[\w.-]*\$\{[^`]*)`/g))
      templates.push(templatePattern(template));
    own.composes ||= /`\$\{[^}`]*\}\.\$\{[^}`]*\}`/.test(text);
  }
  const isUsed = (key: string): boolean => {
    const [namespace = "", code = ""] = key.split(":");
    const own = folders.get(namespace);
    if (everywhere.has(key) || own?.literals.has(code) || templates.some((pattern) => pattern.test(key))) return true;
    const segments = code.split(".");
    return own?.composes === true && segments.length > 1 && segments.every((segment) => own.segments.has(segment));
  };
  return [...new Set([...keys].map((key) => key.replace(plural, "")))].filter((key) => !isUsed(key));
}

/** `certification:status.${status}` as a pattern of the keys it can make. */
function templatePattern(template: string): RegExp {
  const fixed = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${fixed.join("[\\w.-]+")}$`);
}
