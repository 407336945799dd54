import { expect, test } from "vitest";
import { permissions } from "~/accounts/access";
import { draftableForm } from "~/accounts/draft";
import routes from "~/routes";
import "~/messages";
import { mappedRoutes } from "../portal/mapped-routes";
import { serverValuesInPages } from "./page-rules";
import { accessProblems } from "./route-rules";
import { isTest, readSources } from "./sources";
import { unusedPermissions } from "./text-rules";

const all = mappedRoutes(routes);
const modules = import.meta.glob<Record<string, unknown>>("/app/*/pages/*.{ts,tsx}");

test("every page and resource route declares its access for reading and for writing", async () => {
  const problems = await Promise.all(
    all.map(async ({ file }) => {
      const load = modules[`/app/${file}`];
      return load ? accessProblems(file, await load()) : [`${file} of app/routes.ts does not exist`];
    }),
  );
  expect(problems.flat()).toEqual([]);
}, 120_000);

test("every page file is on the map, once", () => {
  const mapped = all.map(({ file }) => `/app/${file}`);
  expect(mapped.toSorted()).toEqual(Object.keys(modules).toSorted());
});

test("every permission of the access table is asked for somewhere", async () => {
  const sources = (await readSources("app")).filter((source) => !isTest(source));
  expect(unusedPermissions(Object.keys(permissions), sources)).toEqual([]);
});

test("every page that keeps a draft is in the table of such forms, and the table names no other page", async () => {
  const keeping = (await readSources("app"))
    .filter(({ path, text }) => path.includes("/pages/") && /\b(?:draft|loadReviewPage)\(/.test(text))
    .map(({ path }) => path);
  const id = "00000000-0000-0000-0000-000000000000";
  const named = all
    .filter(({ path }) => draftableForm(path.replaceAll(/:\w+/g, id)) !== undefined)
    .map(({ file }) => `app/${file}`);
  expect(named.toSorted()).toEqual(keeping.toSorted());
  expect(named.length).toBeGreaterThan(8);
});

test("every list with pages can be taken along as a file, at its own address followed by /xuat", async () => {
  // A public enterprise's products are in the directory's file, the rows of an import in its result.
  const elsewhere = ["app/desk/pages/enterprise.tsx", "app/imports/pages/import.tsx"];
  const listing = (await readSources("app")).filter(
    ({ path, text }) => path.includes("/pages/") && text.includes("<ListPages") && !elsewhere.includes(path),
  );
  const paths = new Set(all.map(({ path }) => path));
  const without = listing.filter(({ path: file, text }) => {
    const page = all.find((route) => `app/${route.file}` === file);
    return !/<ListPages[^>]* exportable/.test(text) || !paths.has(`${page?.path}/xuat`);
  });
  expect(without.map(({ path }) => path)).toEqual([]);
  expect(listing.length).toBeGreaterThan(10);
});

test("no page needs a value of server code in the browser", async () => {
  const pages = (await readSources("app")).filter(({ path }) => /\/pages\/|^app\/root/.test(path));
  expect(pages.length).toBeGreaterThan(all.length);
  expect(serverValuesInPages(pages)).toEqual([]);
});
