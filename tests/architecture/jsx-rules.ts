import ts from "typescript";
import type { Source } from "./sources";

const shownAttributes = new Set([
  "alt",
  "aria-label",
  "caption",
  "heading",
  "hint",
  "label",
  "lead",
  "placeholder",
  "summary",
  "title",
]);
const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
const words = /\p{L}{2,}/u;
/** Names that are the same in every language. */
const names = new Set(["Lên Sàn", "QR"]);

const place = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

/** Words for people outside the catalogues: text between tags, attributes that are read out, any Vietnamese. */
export function sentencesInCode(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      const said = spoken(node)?.trim();
      if (said && words.test(said) && !names.has(said)) found.push(`${place(file, node)}: ${said}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function spoken(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (!ts.isStringLiteralLike(node)) return undefined;
  if (vietnamese.test(node.text)) return node.text;
  const parent = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  if (ts.isJsxAttribute(parent)) return shownAttributes.has(parent.name.getText()) ? node.text : undefined;
  return ts.isJsxElement(parent) || ts.isJsxFragment(parent) ? node.text : undefined;
}

/** Attributes that the Content-Security-Policy would refuse, or that would let raw markup in. */
export function refusedMarkup(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      if (ts.isJsxAttribute(node) && isRefused(node.name.getText(file)))
        found.push(`${place(file, node)}: ${node.name.getText(file)}=`);
      if (ts.isIdentifier(node) && node.text === "dangerouslySetInnerHTML" && !ts.isJsxAttribute(node.parent)) {
        found.push(`${place(file, node)}: ${node.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

const isRefused = (name: string): boolean =>
  name === "style" || name === "dangerouslySetInnerHTML" || name === "srcDoc" || /^on[A-Z]/.test(name);
