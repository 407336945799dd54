import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schemaDrift } from "../../prisma/datamodel";
import { importViolations } from "../checks/cruise";
import { browserRules, storeyRules } from "../checks/import-rules";
import { catalogueProblems, messagesByKey, unusedMessages } from "./catalogue-rules";
import { refusedMarkup, sentencesInCode } from "./jsx-rules";
import { serverValuesInPages } from "./page-rules";
import { accessProblems } from "./route-rules";
import type { Source } from "./sources";
import { impurities, matches, outgoing, silencers, uncoveredDecisions, unusedPermissions } from "./text-rules";

// Every rule of the build is broken here once, and must refuse.

const root = path.resolve(import.meta.dirname, "../..");
let trees: string;
beforeAll(async () => {
  // Within the repository, so that packages are found from there.
  await mkdir(path.join(root, ".cache"), { recursive: true });
  trees = await mkdtemp(path.join(root, ".cache", "rules-fail-"));
});
afterAll(() => rm(trees, { recursive: true, force: true }));

async function plant(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const tree = path.join(trees, name);
  for (const [file, text] of Object.entries({ "tsconfig.json": "{}", "package.json": planted, ...files })) {
    await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
    await writeFile(path.join(tree, file), text);
  }
  return tree;
}

const planted = JSON.stringify({
  type: "module",
  dependencies: { react: "*", pg: "*" },
  devDependencies: { vitest: "*" },
});
const source = (text: string, file = "app/products/pages/a.tsx"): Source[] => [{ path: file, text }];

describe("imports", () => {
  const broken: Record<string, Record<string, string>> = {
    "ui-knows-nothing": { "app/ui/a.ts": 'import "~/platform/b";', "app/platform/b.ts": "export const b = 1;" },
    "platform-knows-no-capability": {
      "app/platform/a.ts": 'import "~/products/b";',
      "app/products/b.ts": "export const b = 1;",
    },
    "nothing-imports-the-top": { "app/desk/a.ts": 'import "~/messages";', "app/messages.ts": "export const m = 1;" },
    "no-unknown-storey": { "app/root.tsx": 'import "./utils/b";', "app/utils/b.ts": "export const b = 1;" },
    "only-the-top-imports-prisma-folder": {
      "app/desk/a.ts": 'import "../../prisma/b";',
      "prisma/b.ts": "export const b = 1;",
    },
    "product-imports-no-test": { "app/desk/a.ts": 'import "../../tests/b";', "tests/b.ts": "export const b = 1;" },
    "product-imports-no-dev-dependency": { "app/desk/a.ts": 'import "vitest";' },
    resolvable: { "app/desk/a.ts": 'import "./nowhere";' },
    "no-cycles": {
      "app/desk/a.ts": 'import { b } from "./b"; export const a = () => b;',
      "app/desk/b.ts": 'import { a } from "./a"; export const b = () => a;',
    },
    "no-orphan": { "app/desk/a.ts": "export const a = 1;" },
    "decision-files-are-pure": {
      "app/products/price.ts": 'import { readFileSync } from "node:fs"; readFileSync("x");',
    },
    "decision-files-know-no-database": {
      "app/products/price.ts": 'import type { B } from "~/platform/b.server"; export type A = B;',
      "app/platform/b.server.ts": "export type B = 1;",
    },
    "pages-write-no-sql": {
      "app/desk/pages/a.ts": 'import "~/platform/db/client.server";',
      "app/platform/db/client.server.ts": "export const b = 1;",
    },
    "no-server-file-reaches-the-browser": {
      "app/entry.client.ts": 'import "./desk/enhance/a";',
      "app/desk/enhance/a.ts": 'import "../b";',
      "app/desk/b.ts": 'import "./c.server";',
      "app/desk/c.server.ts": "export const c = 1;",
    },
    "no-node-module-reaches-the-browser": {
      "app/products/components/a.tsx": 'import "../b";',
      "app/products/b.ts": 'import "node:crypto";',
    },
    "server-code-is-named-so": {
      "app/desk/a.ts": 'import "./b.server";',
      "app/desk/b.server.ts": "export const b = 1;",
    },
    ...Object.fromEntries(
      storeyRules
        .filter(({ name }) => name?.startsWith("ladder-"))
        .map(({ name = "" }) => {
          const low = name.replace("ladder-", "");
          const files = { [`app/${low}/a.ts`]: 'import "~/desk/b";', "app/desk/b.ts": "export const b = 1;" };
          return [name, files];
        }),
    ),
  };

  test("every import rule has a violation to show", () => {
    const rules = [...storeyRules, ...browserRules].map(({ name }) => name);
    expect(Object.keys(broken).toSorted()).toEqual(rules.toSorted());
  });

  test.each(Object.entries(broken))("%s is refused", async (rule, files) => {
    const tree = await plant(rule, files);
    const folders = [...new Set(Object.keys(files).map((file) => file.split("/")[0] ?? ""))];
    const found = await importViolations(tree, folders);
    expect(found.map((violation) => violation.rule)).toContain(rule);
  });

  test("a type of a server file may be named in a component, for it is gone when compiled", async () => {
    const tree = await plant("types-only", {
      "app/desk/components/a.tsx": 'import type { B } from "../b.server"; export const a = (b: B) => b;',
      "app/desk/b.server.ts": 'import "node:fs"; export type B = 1;',
    });
    expect(await importViolations(tree, ["app"])).toEqual([]);
  });
});

describe("server values in pages", () => {
  const page = (loader: string, shown: string) =>
    source(`import { limit } from "./a.server";
      import type { Row } from "./a.server";
      const twice = () => limit * 2;
      export const loader = () => ${loader};
      export default function Page(row: Row) { return <p>{${shown}}</p>; }`);

  test("a component that uses one is refused, directly and through a function beside it", () => {
    expect(serverValuesInPages(page("1", "limit"))).toHaveLength(1);
    expect(serverValuesInPages(page("1", "twice()"))).toHaveLength(1);
  });

  test("a loader may use it, and a component its types", () => {
    expect(serverValuesInPages(page("twice()", "row.limit"))).toEqual([]);
  });

  test("a component may have a value of its own by the same name", () => {
    expect(serverValuesInPages(page("limit", "[1].map((limit) => limit)"))).toEqual([]);
  });
});

describe("access", () => {
  const declared = Object.assign(() => null, { access: "public" });
  test.each([
    ["a page without a loader", { default: () => null }, "exports no loader"],
    ["a loader without access", { loader: () => null }, "a loader that declares no access"],
    ["an action without access", { loader: declared, action: () => null }, "an action that declares no access"],
    ["an access that the table does not know", { loader: Object.assign(() => null, { access: "all" }) }, "no access"],
  ])("%s is refused", (_, module, problem) => {
    expect(accessProblems("desk/pages/a.tsx", module).join()).toContain(problem.replace("an action", "a action"));
  });

  test("a permission that nobody asks for is refused", () => {
    const text = 'door("register.read")';
    expect(unusedPermissions(["register.read", "mail.read"], source(text))).toEqual(["mail.read"]);
  });
});

describe("catalogues", () => {
  const keys = (vi: object, en: object) =>
    catalogueProblems(messagesByKey({ a: vi as never }), messagesByKey({ a: en as never })).join("\n");
  test.each([
    ["a message in one language only", { x: "Chào" }, {}, "a:x is in vi only"],
    ["an empty message", { x: "Chào" }, { x: " " }, "en a:x is empty"],
    ["other placeholders", { x: "{{name}}" }, { x: "{{nam}}" }, "a:x has other placeholders"],
    ["half a plural", { x_one: "a" }, { x_one: "a" }, "lacks a:x_other"],
  ])("%s is refused", (_, vi, en, problem) => {
    expect(keys(vi, en)).toContain(problem);
  });

  test("a message that nobody uses is refused, one made by a template is not", () => {
    const sources = source(["t(`products:group.$", "{group}`); t('products:title')"].join(""));
    const unused = unusedMessages(["products:group.food", "products:title", "products:old"], sources);
    expect(unused).toEqual(["products:old"]);
  });

  test("a key that no catalogue has does not compile", () => {
    const text =
      'import { translator } from "~/platform/i18n"; import "~/messages"; translator("vi")("products:nope");';
    expect(compile(text)).toContain("products:nope");
  });

  test.each(["<p>Sản phẩm của tôi</p>", "<p>My products</p>", '<a title="My products" />', 'const x = "Đã lưu";'])(
    "a sentence in a page is refused: %s",
    (text) => {
      expect(sentencesInCode(source(text))).toHaveLength(1);
    },
  );
});

describe("decisions and markup", () => {
  test("a decision that is not held to full coverage is refused", () => {
    const sources = source("export function decide(): number { return 1; }", "app/products/brand.ts");
    expect(uncoveredDecisions(["app/products/price.ts"], [], sources)).toEqual(["app/products/brand.ts"]);
  });

  test.each(["Date.now()", "new Date()", "Math.random()", "process.env"])("%s in a decision is refused", (text) => {
    expect(matches(impurities, source(text))).toHaveLength(1);
  });

  test.each(["<p style={{ margin: 0 }} />", "<p dangerouslySetInnerHTML={x} />", "<p onClick={x} />"])(
    "%s is refused",
    (text) => {
      expect(refusedMarkup(source(text))).toHaveLength(1);
    },
  );

  test("a request out of the portal is refused outside the declared place", () => {
    expect(matches(outgoing, source("await fetch(url)"))).toHaveLength(1);
  });

  test.each(["// TODO", "// @ts-expect-error", "// biome-ignore", "test.skip()", "// eslint-disable-line"])(
    "%s is refused",
    (text) => {
      expect(matches(silencers, source(text))).toHaveLength(1);
    },
  );
});

describe("tools", () => {
  test.each([
    ["format", "export const a  = 1\n"],
    ["lint", "export const a = (b: any) => b;\n"],
  ])("Biome refuses bad %s", (_, text) => {
    const { status } = spawnSync("npx", ["biome", "check", "--error-on-warnings", "--stdin-file-path=app/desk/a.ts"], {
      cwd: root,
      input: text,
      encoding: "utf8",
    });
    expect(status).not.toBe(0);
  });

  test.each([
    ["no-floating-promises", "Promise.resolve(1);"],
    ["no-misused-promises", "if (Promise.resolve(false)) throw new Error();"],
    [
      "switch-exhaustiveness-check",
      'export function f(a: "x" | "y"): number { switch (a) { case "x": return 1; } return 2; }',
    ],
  ])("ESLint refuses what %s forbids", async (rule, text) => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: path.join(root, "tests/checks/eslint.config.js") });
    // In the place of a file that the types know.
    const [result] = await eslint.lintText(text, { filePath: path.join(root, "app/platform/day.ts") });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(`@typescript-eslint/${rule}`);
  });

  test.each([
    ["a value that may be missing", "export const a: number = [1][0];", "undefined"],
    ["an unknown name", "export const a = nowhere;", "nowhere"],
  ])("the compiler refuses %s", (_, text, problem) => {
    expect(compile(text)).toContain(problem);
  });

  test("knip refuses a file, an export and a dependency that nobody uses", async () => {
    const tree = await plant("dead", {
      "package.json": JSON.stringify({ type: "module", dependencies: { pg: "*" } }),
      "app/entry.node.ts": 'import { used } from "./used"; used();',
      "app/used.ts": "export const used = () => 1;\nexport const unused = 2;",
      "app/dead.ts": "export const dead = 1;",
    });
    await cp(path.join(root, "tests/checks/knip.json"), path.join(tree, "knip.json"));
    const { status, stdout } = spawnSync("npx", ["knip", "--directory", tree, "--no-progress"], {
      encoding: "utf8",
      cwd: root,
    });
    expect(status).not.toBe(0);
    for (const found of ["app/dead.ts", "unused", "pg"]) expect(stdout).toContain(found);
  });

  test("a schema that no migration leads to is refused", async () => {
    const schema = await readFile(path.join(root, "prisma/schema.prisma"), "utf8");
    const tree = await plant("drift", { "schema.prisma": `${schema}\nmodel Extra {\n  id Int @id\n}\n` });
    const drift = await schemaDrift({
      schemaFile: path.join(tree, "schema.prisma"),
      folder: path.join(root, "prisma/migrations"),
    });
    expect(drift).toContain('CREATE TABLE "Extra"');
  });
});

/** What the compiler says about one more file under the repository's own options. */
function compile(text: string): string {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const file = path.join(root, "app", "compiled.ts");
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { getSourceFile, fileExists, readFile: read } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : read(name));
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, text, target) : getSourceFile(name, target);
  const program = ts.createProgram(
    [file, path.join(root, "app/platform/http/load-context.ts")],
    { ...options, noEmit: true },
    host,
  );
  const found = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
}
