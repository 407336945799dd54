import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import "~/messages";
import { type Language, translateCode } from "~/platform/i18n";
import { blackPng, heicHeader, htmlPage, jpeg, noise, pdf, svg } from "../../fixtures/files";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { addCertificate, recordEvidence } from "./forms";
import { pairsOf, signedIn, typedIn, type Visitor } from "./visitor";
import { footprint, makeWorld, type World } from "./world";

let portal: RunningPortal;
let world: World;
const visitors = {} as Record<`${"owner" | "officer"} ${Language}`, Visitor>;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
  world = await makeWorld(portal.pool);
  for (const person of ["owner", "officer"] as const) {
    for (const language of ["vi", "en"] as const) {
      visitors[`${person} ${language}`] = await signedIn(portal, world.accounts[person], language);
    }
  }
}, 180_000);
afterAll(() => portal?.close());

const mebibyte = 1024 * 1024;
const bombs: readonly [string, string, string, () => Promise<Buffer> | Buffer][] = [
  ["a file of 21 MB", "scan.pdf", "file.tooLarge", () => pdf({ sizeBytes: 21 * mebibyte })],
  ["a page of the web that calls itself a PDF", "giay.pdf", "file.type", htmlPage],
  ["a drawing that can hold scripts", "giay.png", "file.type", svg],
  [
    "a small picture of ten thousand million pixels",
    "giay.png",
    "file.tooManyPixels",
    () => blackPng(100_000, 100_000, 10),
  ],
  ["bytes without sense", "giay.jpg", "file.type", () => noise(5_000)],
  ["a picture that breaks off", "giay.jpg", "file.damaged", async () => (await jpeg()).subarray(0, 600)],
  ["a photo in a form of one maker", "IMG_1.HEIC", "file.heic", heicHeader],
  ["a PDF behind a password", "giay.pdf", "file.encrypted", () => pdf({ encrypted: true })],
  ["an empty file", "giay.pdf", "file.empty", () => Buffer.alloc(0)],
];

const places = [
  { form: addCertificate, field: "scan", person: "owner" },
  { form: recordEvidence, field: "screenshot", person: "officer" },
] as const;

describe.each(bombs)("%s", (_, fileName, code, content) => {
  test.each(places)("is refused at its field of the form for $form.title, and what was typed stays", async (place) => {
    const { form, field, person } = place;
    for (const language of ["vi", "en"] as const) {
      const before = await footprint(portal.pool);
      const fields = form.fields(world);
      const answer = await visitors[`${person} ${language}`].upload(form.path(world), fields, [
        { name: field, fileName, mediaType: "application/pdf", content: await content() },
      ]);
      expect(answer.status).toBe(400);
      const words = translateCode(language, `platform:${code}`);
      expect(answer.page.errorsAt(field)).toEqual([words]);
      expect(answer.page.summary).toEqual([words]);
      expect(pairsOf(answer.page.values)).toEqual(expect.arrayContaining(typedIn(fields)));
      expect(await footprint(portal.pool)).toEqual(before);
    }
  });

  test("is refused among a product's photos", async () => {
    const before = await footprint(portal.pool);
    const path = `/quan-ly/${world.enterpriseId}/san-pham/${world.productId}/anh`;
    const file = { name: "photos", fileName, mediaType: "image/jpeg", content: await content() };
    const answer = await visitors["owner vi"].upload(path, {}, [file]);
    const own = code === "file.type" || code === "file.encrypted" ? "file.photoType" : code;
    expect(answer.status).toBe(400);
    expect(answer.page.errorsAt("photos").join()).toContain(translateCode("vi", `platform:${own}`));
    expect(await footprint(portal.pool)).toEqual(before);
  });
});

test("a form with more files than it has places for is refused at the field", async () => {
  const before = await footprint(portal.pool);
  const files = ["a.pdf", "b.pdf"].map((fileName) => ({ name: "scan", fileName, content: pdf() }));
  const answer = await visitors["owner vi"].upload(addCertificate.path(world), addCertificate.fields(world), files);
  expect(answer.status).toBe(400);
  expect(answer.page.errorsAt("scan")).toEqual([translateCode("vi", "platform:file.tooMany")]);
  expect(await footprint(portal.pool)).toEqual(before);
});
