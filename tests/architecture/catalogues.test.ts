import { expect, test } from "vitest";
import { catalogues } from "~/messages";
import { catalogueProblems, messagesByKey, unusedMessages } from "./catalogue-rules";
import { sentencesInCode } from "./jsx-rules";
import { isCatalogue, isGallery, isTest, readSources } from "./sources";

const vi = messagesByKey(catalogues.vi);
const en = messagesByKey(catalogues.en);

test("both languages have every message, with the same placeholders and plurals, none of them empty", () => {
  expect(vi.size).toBeGreaterThan(100);
  expect(catalogueProblems(vi, en)).toEqual([]);
});

test("every message is used", async () => {
  const sources = (await readSources("app")).filter((source) => !isTest(source) && !isCatalogue(source));
  expect(unusedMessages(vi.keys(), sources)).toEqual([]);
});

test("no sentence for people stands in a page, a component or a primitive", async () => {
  const sources = (await readSources("app")).filter((source) => !isTest(source) && !isGallery(source));
  const shown = sources.filter(({ path }) => /\/(pages|components)\/|^app\/(ui|root)/.test(path));
  expect(shown.length).toBeGreaterThan(60);
  expect(sentencesInCode(shown)).toEqual([]);
});

test("every event that the journal may record has words", async () => {
  const sources = (await readSources("app", "prisma/seed")).filter((source) => !isTest(source));
  const events = sources
    .flatMap(({ text }) => [
      ...text.matchAll(/\bevent: (?:[^",;{}]*\? )?"([a-z-]+\.[a-zA-Z-]+)"(?: : "([a-z-]+\.[a-zA-Z-]+)")?/g),
    ])
    .flatMap(([, one, other]) => [one, other].filter((event) => event !== undefined));
  expect(events.length).toBeGreaterThan(40);
  expect(events.filter((event) => !vi.has(`desk:journal.event.${event}`))).toEqual([]);
});
