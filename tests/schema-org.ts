import vocabulary from "./fixtures/schema-org.json";

// The excerpt's own terms; what it does not hold does not exist for the portal.
const classes: Readonly<Record<string, readonly string[]>> = vocabulary.classes;
const properties: Readonly<Record<string, { domain: readonly string[]; range: readonly string[] }>> =
  vocabulary.properties;
const members: Readonly<Record<string, readonly string[]>> = vocabulary.members;

const ancestors = (name: string): string[] => [name, ...(classes[name] ?? []).flatMap(ancestors)];

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Whether plain text or a number is a value of one of schema.org's data types, or a member of an enumeration. */
function isPlain(value: unknown, type: string): boolean {
  if (type === "Number") return typeof value === "number";
  if (typeof value !== "string") return false;
  if (type === "Text") return value !== "";
  if (type === "URL") return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  if (type === "Date") return isoDay.test(value) && !Number.isNaN(Date.parse(value));
  return members[type]?.some((member) => value === `https://schema.org/${member}`) ?? false;
}

function fits(value: unknown, range: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return range.some((type) => isPlain(value, type));
  const type = (value as { "@type"?: unknown })["@type"];
  return typeof type === "string" && ancestors(type).some((ancestor) => range.includes(ancestor));
}

/** What the vocabulary has against a description: unknown types and properties, wrong domains, wrong values; by path. */
export function vocabularyProblems(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { "@context": context, "@type": type, ...rest } = node as Record<string, unknown>;
  if (typeof type !== "string" || classes[type] === undefined) return [`${path}: unknown type ${String(type)}`];
  const wrongContext = path === "" && context !== "https://schema.org" ? [`@context: ${String(context)}`] : [];
  return wrongContext.concat(
    Object.entries(rest).flatMap(([name, given]) => {
      const here = `${path}/${name}`;
      const property = properties[name];
      if (!property) return [`${here}: unknown property`];
      if (!ancestors(type).some((ancestor) => property.domain.includes(ancestor))) return [`${here}: not of ${type}`];
      const values: readonly unknown[] = Array.isArray(given) ? given : [given];
      return values.flatMap((value) => [
        ...(fits(value, property.range) ? [] : [`${here}: not ${property.range.join(" or ")}`]),
        ...vocabularyProblems(value, here),
      ]);
    }),
  );
}
