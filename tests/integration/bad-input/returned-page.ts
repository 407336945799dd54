/** One tag of a page, as a browser's tokenizer would see it. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Where its content begins and, once closed, ends in the page. */
  from: number;
}

export interface ReturnedPage {
  tags: readonly Tag[];
  /** What stands in every field, by name, as it would be sent again; what is chosen of choices. */
  values: Readonly<Record<string, readonly string[]>>;
  /** The words of the errors that the field's control, or its group, refers to; none when it refers to none. */
  errorsAt(name: string): string[];
  /** The links of the error summary. */
  summary: readonly string[];
}

const tagPattern = /<(\/?)([a-z][a-z\d-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*"|='[^']*')?)*)\s*\/?>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:="([^"]*)"|='([^']*)')?/g;
// Their content is text up to their own end, whatever it looks like.
const rawText = new Set(["script", "style", "textarea", "title"]);
const buttons = new Set(["submit", "button", "file"]);
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#x27": "'", "#39": "'" };

export const decoded = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#x27|#39);/g, (_, name: string) => named[name] ?? "");

function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  tagPattern.lastIndex = 0;
  for (let found = tagPattern.exec(html); found; found = tagPattern.exec(html)) {
    const [, slash, written = "", given = ""] = found;
    if (slash) continue;
    const name = written.toLowerCase();
    const attributes: Record<string, string> = {};
    for (const [, attribute = "", double, single] of given.matchAll(attributePattern)) {
      attributes[attribute.toLowerCase()] = decoded(double ?? single ?? "");
    }
    tags.push({ name, attributes, from: tagPattern.lastIndex });
    const end = rawText.has(name) ? html.indexOf(`</${name}`, tagPattern.lastIndex) : -1;
    if (end >= 0) tagPattern.lastIndex = end;
  }
  return tags;
}

/** Reads a page that the portal answered; only what its own pages hold, not HTML at large. */
export function readPage(html: string): ReturnedPage {
  const tags = tagsOf(html);
  const contentOf = ({ name, from }: Tag): string => {
    const end = html.indexOf(`</${name}`, from);
    return html.slice(from, end < 0 ? from : end);
  };
  const textsOf = (tag: Tag, inner: string): string[] => {
    const found: string[] = [];
    for (const [, text = ""] of contentOf(tag).matchAll(new RegExp(`<${inner}[^>]*>(.*?)</${inner}>`, "gs"))) {
      found.push(decoded(text));
    }
    return found;
  };
  const values: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name) values[name] = [...(values[name] ?? []), value];
  };
  let select: string | undefined;
  for (const tag of tags) {
    const { name, type, value = "" } = tag.attributes;
    if (tag.name === "textarea") add(name, decoded(contentOf(tag)).replace(/^\n/, ""));
    if (tag.name === "select") select = name;
    if (tag.name === "option" && "selected" in tag.attributes) add(select, value);
    if (tag.name !== "input" || buttons.has(type ?? "")) continue;
    const isChoice = type === "radio" || type === "checkbox";
    if (!isChoice || "checked" in tag.attributes) add(name, value);
  }
  const summary = tags.find(({ attributes }) => attributes.id === "error-summary");
  return {
    tags,
    values,
    errorsAt(name) {
      const id = `${name}-error`;
      const isReferredTo = tags.some(({ attributes }) => attributes["aria-describedby"]?.split(" ").includes(id));
      const error = tags.find(({ attributes }) => attributes.id === id);
      return isReferredTo && error ? textsOf(error, "p") : [];
    },
    summary: summary ? textsOf(summary, "a") : [],
  };
}
