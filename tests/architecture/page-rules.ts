import ts from "typescript";
import type { Source } from "./sources";

/** Remix takes these out of what it builds for browsers, with the imports that only they need. */
const strippedExports = new Set(["loader", "action", "headers"]);
const isServerModule = (name: string): boolean => /\.server$|^node:|^@remix-run\/node$/.test(name);

interface Unit {
  names: readonly string[];
  node: ts.Node;
  exported: boolean;
}

/** Server values that a page still needs when Remix has stripped it for the browser, "path: name of module". */
export function serverValuesInPages(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    const units = file.statements.flatMap(unitsOf);
    const seen = new Set<Unit>();
    const reached = new Set<string>();
    const walk = (unit: Unit) => {
      if (seen.has(unit)) return;
      seen.add(unit);
      for (const name of valuesNamed(unit.node)) {
        reached.add(name);
        for (const other of units) if (other.names.includes(name)) walk(other);
      }
    };
    for (const unit of units) {
      const kept = unit.exported && !unit.names.every((name) => strippedExports.has(name));
      // A bare statement runs wherever the module is loaded.
      if (kept || unit.names.length === 0) walk(unit);
    }
    return [...serverImports(file)]
      .filter(([name]) => reached.has(name))
      .map(([name, from]) => `${path}: ${name} of ${from}`);
  });
}

function unitsOf(statement: ts.Statement): Unit[] {
  if (
    ts.isImportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    return [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const exported =
    modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? ts.isExportAssignment(statement);
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => ({ names: [node.name.getText()], node, exported }));
  }
  const declares = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return [{ names: declares ? [statement.name?.text ?? "default"] : [], node: statement, exported }];
}

/** The values that a piece of code names, save those it declares itself. */
function valuesNamed(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const own = new Set<string>();
  const visit = (child: ts.Node) => {
    if (ts.isTypeNode(child)) return;
    if (
      (ts.isBindingElement(child) || ts.isVariableDeclaration(child) || ts.isParameter(child)) &&
      ts.isIdentifier(child.name)
    ) {
      own.add(child.name.text);
    }
    if (ts.isIdentifier(child) && !isLabel(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return new Set([...names].filter((name) => !own.has(name)));
}

/** The name of a property, not a value of its own. */
const isLabel = (name: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(name.parent) && name.parent.name === name) ||
  (ts.isPropertyAssignment(name.parent) && name.parent.name === name) ||
  ts.isJsxAttribute(name.parent);

function serverImports(file: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) continue;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    if (!isServerModule(from)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) found.set(name.text, from);
    if (namedBindings && ts.isNamespaceImport(namedBindings)) found.set(namedBindings.name.text, from);
    if (namedBindings && ts.isNamedImports(namedBindings)) {
      for (const element of namedBindings.elements) if (!element.isTypeOnly) found.set(element.name.text, from);
    }
  }
  return found;
}
