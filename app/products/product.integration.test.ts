import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { readForm } from "~/platform/http/read-form.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildMembership,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import "~/messages";
import { addPhotos } from "./add-photos.server";
import { addProduct } from "./add-product.server";
import { arrangePhotos } from "./arrange-photos.server";
import { captionPhoto } from "./caption-photo.server";
import { photoAlt } from "./components/photo-image";
import { PhotoList } from "./components/photo-list";
import { discardProduct } from "./discard-product.server";
import { editProduct } from "./edit-product.server";
import { addProductSchema } from "./product-form";
import { findMemberProduct, findPhoto } from "./product-queries.server";
import { registerProduct } from "./register-product.server";
import { withdrawProduct } from "./withdraw-product.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const now = new Date("2026-03-02T03:00:00Z");
const today = "2026-03-02";
const acting = (actor: Actor): Acting => ({ actorId: actor.accountId, requestId: "test", now });

let n = 0;
let owner: Actor;
let stranger: Actor;
let enterpriseId: string;
let foreignId: string;
beforeEach(async () => {
  n += 10;
  const accounts = [buildAccount(n), buildAccount(n + 1)] as const;
  const enterprises = [buildEnterprise(n), buildEnterprise(n + 1)] as const;
  await insertRows(pool(), "accounts", [...accounts]);
  await insertRows(pool(), "enterprises", [...enterprises]);
  await insertRows(pool(), "memberships", [
    buildMembership(accounts[0].id, enterprises[0].id),
    buildMembership(accounts[1].id, enterprises[1].id),
  ]);
  [owner, stranger] = [asActor(accounts[0]), asActor(accounts[1])];
  [enterpriseId, foreignId] = [enterprises[0].id, enterprises[1].id];
});

function parse(further: Record<string, string> = {}) {
  const form = new FormData();
  const fields = {
    id: randomUUID(),
    group: "food",
    name: "Bún Song Thằn",
    price: "120.000",
    intent: "draft",
    ...further,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return parseForm(form, addProductSchema, "vi");
}

function product(further: Record<string, string> = {}) {
  const { value } = parse(further);
  if (!value) throw new Error("the form of this test is valid");
  return value;
}

async function added(further: Record<string, string> = {}): Promise<string> {
  const done = await addProduct(enterpriseId, product(further), owner, acting(owner));
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
}

const picturedPhoto = { fileId: randomUUID(), width: 800, height: 600, caption: "" };
const place = (productId: string, version = 1) => ({ enterpriseId, productId, version });
const eventsOf = async (id: string) =>
  (await rows<{ event: string }>("SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq", [id])).map(
    ({ event }) => event,
  );
const picture = (digit: string): PreparedFile => ({
  sha256: digit.repeat(64),
  mediaType: "image/jpeg",
  sizeBytes: 1000,
  width: 800,
  height: 600,
  originalName: `${digit}.jpg`,
});

describe("adding a product", () => {
  it("as a draft is seen by its enterprise only, and registered it holds from today", async () => {
    const id = await added();
    expect(await findMemberProduct(enterpriseId, id, owner.accountId)).toMatchObject({
      status: "draft",
      registeredOn: null,
      price: 120_000,
    });
    const at = await added({ intent: "register" });
    expect(await findMemberProduct(enterpriseId, at, owner.accountId)).toMatchObject({
      status: "registered",
      registeredOn: today,
    });
    expect(await eventsOf(at)).toEqual(["product.added", "product.registered"]);
  });

  it("is done once when the form is sent twice, also at the same moment", async () => {
    const input = product();
    const answers = await Promise.all([
      addProduct(enterpriseId, input, owner, acting(owner)),
      addProduct(enterpriseId, input, owner, acting(owner)),
    ]);
    expect(answers).toEqual([
      { ok: true, value: { id: input.id } },
      { ok: true, value: { id: input.id } },
    ]);
    expect(await eventsOf(input.id)).toEqual(["product.added"]);
  });

  it("into another's enterprise is not found, for every role", async () => {
    for (const role of ["owner", "officer", "leader", "administrator"] as const) {
      const input = product();
      expect(await addProduct(enterpriseId, input, { ...stranger, role }, acting(stranger))).toEqual({
        ok: false,
        code: "notFound",
      });
      expect(await row("SELECT FROM products WHERE id = $1", [input.id])).toBeUndefined();
    }
  });

  it("under the id of another enterprise's product is refused and changes nothing there", async () => {
    const id = await added();
    const answer = await addProduct(foreignId, product({ id }), stranger, acting(stranger));
    expect(answer).toEqual({ ok: false, code: "notFound" });
    expect(await row("SELECT enterprise_id FROM products WHERE id = $1", [id])).toEqual({
      enterprise_id: enterpriseId,
    });
  });

  it("with a barcode another product of the enterprise has is refused; another enterprise may sell the same", async () => {
    await added({ gtin: "8931234567897" });
    const again = await addProduct(enterpriseId, product({ gtin: "893 1234567897" }), owner, acting(owner));
    expect(again).toEqual({ ok: false, code: "gtin.taken" });
    const elsewhere = await addProduct(foreignId, product({ gtin: "8931234567897" }), stranger, acting(stranger));
    expect(elsewhere.ok).toBe(true);
  });

  it.each([
    ["name", "x".repeat(10_000), "Tên quá dài, tối đa 300 ký tự."],
    ["group", "weapons", "Hãy chọn nhóm sản phẩm."],
    ["price", "-1", "Giá không thể âm."],
    ["price", "1,5", "Hãy ghi giá tròn đồng, không có phần lẻ."],
    ["gtin", "8931234567890", "Mã vạch sai chữ số kiểm tra. Hãy so lại từng chữ số với bao bì."],
    ["description", "x".repeat(5001), "Mô tả quá dài, tối đa 5.000 ký tự."],
  ])("with a wrong %s says so at the field and keeps what was typed", (field, value, message) => {
    const { errors, values } = parse({ [field]: value }).state();
    expect(errors).toEqual({ [field]: [message] });
    expect(values).toMatchObject({ [field]: [value], intent: ["draft"] });
  });
});

describe("changing a product", () => {
  const edit = (version: number, name: string) => {
    const { id: _, intent: __, ...facts } = product({ name });
    return { ...facts, version };
  };

  it("answers one form that is sent twice at once as saved both times, and journals one change", async () => {
    const id = await added({ intent: "register" });
    const send = () => editProduct(enterpriseId, id, edit(1, "Bún gửi hai lần"), owner, acting(owner));
    const saved = { ok: true, value: "saved" };
    expect(await Promise.all([send(), send()])).toEqual([saved, saved]);
    expect(await row("SELECT count(*) FROM journal WHERE subject_id = $1 AND event = 'product.edited'", [id])).toEqual({
      count: 1,
    });
  });

  it("refuses the second of two windows and journals the name before and after", async () => {
    const id = await added({ intent: "register" });
    expect(await editProduct(enterpriseId, id, edit(1, "Bún mới"), owner, acting(owner))).toEqual({
      ok: true,
      value: "saved",
    });
    expect(await editProduct(enterpriseId, id, edit(1, "Bún khác"), owner, acting(owner))).toEqual({
      ok: false,
      code: "stale",
    });
    const entry = await row<{ before: string; after: string }>(
      `SELECT data->'before'->>'name' AS before, data->'after'->>'name' AS after
        FROM journal WHERE subject_id = $1 AND event = 'product.edited'`,
      [id],
    );
    expect(entry).toEqual({ before: "Bún Song Thằn", after: "Bún mới" });
  });

  it("registers once, withdraws once, and then nothing more", async () => {
    const id = await added();
    const both = await Promise.all([
      registerProduct(place(id), owner, acting(owner)),
      registerProduct(place(id), owner, acting(owner)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await withdrawProduct(place(id, 1), owner, acting(owner))).toEqual({ ok: false, code: "stale" });
    expect(await withdrawProduct(place(id, 2), owner, acting(owner))).toEqual({ ok: true, value: null });
    expect(await editProduct(enterpriseId, id, edit(3, "Tên"), owner, acting(owner))).toEqual({
      ok: false,
      code: "notAllowed",
    });
    expect(await eventsOf(id)).toEqual(["product.added", "product.registered", "product.withdrawn"]);
  });

  it("deletes a draft, but neither one that a certificate names nor a registered product", async () => {
    const free = await added();
    await addPhotos({ enterpriseId, productId: free }, [picture("a")], owner, acting(owner));
    expect(await discardProduct(place(free), owner, acting(owner))).toEqual({ ok: true, value: null });
    expect(await row("SELECT FROM products WHERE id = $1", [free])).toBeUndefined();

    const named = await added();
    const certificate = buildCertificate(n, { enterpriseId, status: "draft" });
    await insertRows(pool(), "certificates", [certificate]);
    await insertRows(pool(), "certificate_products", [
      buildCoverage(n, { certificateId: certificate.id, productId: named }),
    ]);
    expect(await discardProduct(place(named), owner, acting(owner))).toEqual({ ok: false, code: "product.inUse" });

    const registered = await added({ intent: "register" });
    expect(await discardProduct(place(registered), owner, acting(owner))).toEqual({ ok: false, code: "notAllowed" });
  });

  it("of another's enterprise is not found, not even through one's own enterprise's address", async () => {
    const id = await added({ intent: "register" });
    for (const through of [enterpriseId, foreignId]) {
      const there = { enterpriseId: through, productId: id, version: 1 };
      const refusals = [
        await editProduct(through, id, edit(1, "Của tôi"), stranger, acting(stranger)),
        await registerProduct(there, stranger, acting(stranger)),
        await withdrawProduct(there, stranger, acting(stranger)),
        await discardProduct(there, stranger, acting(stranger)),
        await addPhotos(there, [picture("b")], stranger, acting(stranger)),
        await arrangePhotos(there, { fileId: randomUUID(), step: "remove" }, stranger, acting(stranger)),
      ];
      for (const refusal of refusals) expect(refusal).toEqual({ ok: false, code: "notFound" });
    }
    expect(await eventsOf(id)).toEqual(["product.added", "product.registered"]);
  });
});

describe("photos", () => {
  const photosOf = async (id: string) =>
    (
      await rows<{ sha256: string }>(
        `SELECT f.sha256 FROM product_photos ph JOIN files f ON f.id = ph.file_id WHERE ph.product_id = $1 ORDER BY ph.position`,
        [id],
      )
    )
      .map(({ sha256 }) => sha256.charAt(0))
      .join("");
  const fileOf = async (id: string, digit: string) =>
    (
      await row<{ id: string }>(
        "SELECT f.id FROM files f JOIN product_photos ph ON ph.file_id = f.id WHERE ph.product_id = $1 AND f.sha256 = $2",
        [id, digit.repeat(64)],
      )
    )?.id ?? "";

  it("are added in their order, moved, removed, and a picture sent twice is there once", async () => {
    const id = await added();
    const there = { enterpriseId, productId: id };
    const files = [picture("a"), picture("b"), picture("c")];
    expect(await addPhotos(there, files, owner, acting(owner))).toEqual({
      ok: true,
      value: { added: 3, isProposed: false },
    });
    expect(await addPhotos(there, files, owner, acting(owner))).toEqual({
      ok: true,
      value: { added: 0, isProposed: false },
    });
    await arrangePhotos(there, { fileId: await fileOf(id, "c"), step: "earlier" }, owner, acting(owner));
    expect(await photosOf(id)).toBe("acb");
    await arrangePhotos(there, { fileId: await fileOf(id, "a"), step: "remove" }, owner, acting(owner));
    expect(await photosOf(id)).toBe("cb");
    expect(
      await row("SELECT FROM files WHERE sha256 = $1 AND enterprise_id = $2", ["a".repeat(64), enterpriseId]),
    ).toBeUndefined();
  });

  it("keep what they show in any place, and are described by members only", async () => {
    const id = await added();
    const there = { enterpriseId, productId: id };
    await addPhotos(there, [picture("a"), picture("b")], owner, acting(owner));
    const words = { fileId: await fileOf(id, "a"), caption: "Chai 500 ml, nhãn xanh" };
    expect(await captionPhoto(there, words, stranger, acting(stranger))).toEqual({ ok: false, code: "notFound" });
    expect(await captionPhoto(there, { ...words, fileId: randomUUID() }, owner, acting(owner))).toEqual({
      ok: false,
      code: "photos.gone",
    });
    expect(await captionPhoto(there, words, owner, acting(owner))).toEqual({ ok: true, value: true });
    expect(await captionPhoto(there, words, owner, acting(owner))).toEqual({ ok: true, value: true });
    await arrangePhotos(there, { fileId: words.fileId, step: "later" }, owner, acting(owner));
    const photos = (await findMemberProduct(enterpriseId, id, owner.accountId))?.photos ?? [];
    expect(photos.map(({ caption }) => caption)).toEqual(["", words.caption]);
    expect(photos.map((photo) => photoAlt(photo, "Bún, ảnh 2"))).toEqual(["Bún, ảnh 2", words.caption]);
    expect((await eventsOf(id)).filter((event) => event === "product.photo-captioned")).toHaveLength(1);
  });

  it("are at most eight, also when two windows send at the same moment", async () => {
    const id = await added();
    const there = { enterpriseId, productId: id };
    const answers = await Promise.all([
      addPhotos(there, [..."01234"].map(picture), owner, acting(owner)),
      addPhotos(there, [..."56789"].map(picture), owner, acting(owner)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, code: "photos.tooMany" });
    expect(await photosOf(id)).toHaveLength(5);
  });

  it("of a draft are for its members, of a registered product for anyone", async () => {
    const draft = await added();
    await addPhotos({ enterpriseId, productId: draft }, [picture("d")], owner, acting(owner));
    const file = await fileOf(draft, "d");
    expect(await findPhoto(file, owner.accountId)).toMatchObject({ isPublic: false, isMember: true });
    expect(await findPhoto(file, stranger.accountId)).toMatchObject({ isPublic: false, isMember: false });
    expect(await findPhoto(file, null)).toMatchObject({ isPublic: false, isMember: false });
    await registerProduct(place(draft), owner, acting(owner));
    expect(await findPhoto(file, null)).toMatchObject({ isPublic: true });
  });
});

it("a name of the wrong composition is stored composed, and markup in it stays text", async () => {
  const typed = '<img src=x onerror=alert(1)> "Bún" Song Thằn';
  const request = new Request("http://portal.example", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      id: randomUUID(),
      group: "food",
      name: typed.normalize("NFD"),
      intent: "draft",
    }),
  });
  const { form, dispose } = await readForm(request);
  await dispose();
  const { value } = parseForm(form, addProductSchema, "vi");
  if (!value) throw new Error("the form of this test is valid");
  const done = await addProduct(enterpriseId, value, owner, acting(owner));
  if (!done.ok) throw new Error(done.code);
  const stored = await findMemberProduct(enterpriseId, done.value.id, owner.accountId);
  expect(stored?.name).toBe(typed.normalize("NFC"));
  const page = renderToStaticMarkup(
    createElement(PhotoList, { photos: [picturedPhoto], name: stored?.name ?? "", form: pageForm(null) }),
  );
  expect(page).not.toContain("<img src=x");
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
});
