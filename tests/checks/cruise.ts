import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { browserRules, storeyRules } from "./import-rules";

export interface Violation {
  rule: string;
  comment: string;
  /** "from → … → to". */
  chain: string;
}

const folders = ["app", "prisma", "tests"];

/** Every import in the tree below `root` that breaks a rule of the house. */
export async function importViolations(root: string, present: readonly string[] = folders): Promise<Violation[]> {
  const found = [
    // Two cruises: the storeys hold for types as well, the browser gets only what compilation leaves.
    await violations(root, present, storeyRules, true),
    await violations(root, present, browserRules, false),
  ];
  return found.flat();
}

async function violations(
  root: string,
  present: readonly string[],
  forbidden: readonly IForbiddenRuleType[],
  withTypes: boolean,
): Promise<Violation[]> {
  const { output } = await cruise(
    [...present],
    {
      baseDir: root,
      ruleSet: { forbidden: forbidden.map((rule) => ({ severity: "error" as const, ...rule })) },
      validate: true,
      doNotFollow: { path: ["node_modules"] },
      exclude: { path: ["^build/", "^\\.cache/"] },
      tsPreCompilationDeps: withTypes,
      enhancedResolveOptions: { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
    },
    { alias: { "~": path.join(root, "app") }, bustTheCache: true },
    { tsConfig: extractTSConfig(path.join(root, "tsconfig.json")) },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser answered text where a result was asked for");
  return listed(output, forbidden);
}

function listed({ summary }: ICruiseResult, rules: readonly IForbiddenRuleType[]): Violation[] {
  return summary.violations.map(({ rule, from, to, via, cycle }) => {
    const between = (via ?? cycle ?? []).map(({ name }) => name);
    const steps = [from, ...(between.length > 0 ? between : [to])];
    const comment = rules.find(({ name }) => name === rule.name)?.comment ?? "";
    return { rule: rule.name, comment, chain: [...new Set(steps)].join(" → ") };
  });
}
