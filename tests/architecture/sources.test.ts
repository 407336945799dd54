import { expect, test } from "vitest";
import { decisionFiles, undecidedFiles } from "../decision-files";
import { refusedMarkup } from "./jsx-rules";
import { isTest, readSources } from "./sources";
import { impurities, matches, namedPaths, outgoing, silencers, uncoveredDecisions } from "./text-rules";

const app = await readSources("app");
const product = app.filter((source) => !isTest(source));
const decisions = decisionFiles.flatMap(namedPaths);

test("every decision file that is held to full coverage exists", () => {
  const paths = new Set(app.map(({ path }) => path));
  expect([...decisions, ...Object.keys(undecidedFiles)].filter((path) => !paths.has(path))).toEqual([]);
});

test("every plain file of a capability that decides something is held to full coverage", () => {
  expect(uncoveredDecisions(decisionFiles, Object.keys(undecidedFiles), product)).toEqual([]);
});

test("no decision asks the clock, chance or the process", () => {
  expect(
    matches(
      impurities,
      product.filter(({ path }) => decisions.includes(path)),
    ),
  ).toEqual([]);
});

test("no page carries inline styles, inline handlers or raw markup", () => {
  // A mail has no stylesheet: its styles stand in its markup.
  const pages = product.filter(({ path }) => path !== "app/platform/mail/mail-layout.server.tsx");
  expect(refusedMarkup(pages)).toEqual([]);
});

test("only the declared enhancements ask the network from a browser, only the gateway of short messages from the server, and nothing else calls out", () => {
  const declared = [
    "app/desk/enhance/suggest-areas.ts",
    "app/desk/enhance/save-drafts.ts",
    "app/desk/enhance/keep-lease.ts",
    "app/desk/enhance/refresh-progress.ts",
    "app/desk/enhance/turn-scan-pages.ts",
    "app/platform/text-messages/gateway.server.ts",
  ];
  expect(
    matches(
      outgoing,
      product.filter(({ path }) => !declared.includes(path)),
    ),
  ).toEqual([]);
});

test("no check is switched off and no work is put off in a comment", async () => {
  const everything = [...app, ...(await readSources("prisma", "tests"))];
  const rules = ["tests/architecture/text-rules.ts", "tests/architecture/rules-fail.test.ts"];
  expect(
    matches(
      silencers,
      everything.filter(({ path }) => !rules.includes(path)),
    ),
  ).toEqual([]);
});
