import "../../tests/integration/own-portal";
import "~/messages";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, rows } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { log } from "~/platform/log.server";
import { productImport } from "~/products/import-products.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildMembership,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { countQueries } from "../../tests/integration/count-queries";
import { asActor } from "../../tests/integration/people";
import { changeImport } from "./change-import.server";
import { createImport } from "./create-import.server";
import { findImport } from "./find-import.server";
import { provideImportKinds } from "./kinds.server";
import { takeLease } from "./lease.server";
import { mapImport } from "./map-import.server";
import { resumeImports, workImport } from "./work-import.server";

beforeAll(async () => {
  provideImportKinds([productImport]);
  await seedReference(pool());
});

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

const acting = (actor: Actor) => ({ actorId: actor.accountId, requestId: "test", now: new Date() });
const work = (importId: string) =>
  workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });

async function upload(
  text: string,
  { id = randomUUID(), facts = {} as Record<string, string>, actor = owner, to = enterpriseId } = {},
) {
  const path = await incomingPath();
  await writeFile(path, text);
  const input = { id, kind: productImport, enterpriseId: to, facts, scans: {} };
  return createImport(input, { path, fileName: "san-pham.csv" }, actor, acting(actor));
}

/** Uploads, takes the columns as proposed, and makes the dry run. */
async function planned(text: string, options: { facts?: Record<string, string> } = {}): Promise<string> {
  const created = await upload(text, options);
  if (!created.ok) throw new Error(created.code);
  const found = await findImport(created.value.id, owner);
  if (!found) throw new Error("not found");
  const chosen = found.columns.map(({ field }) => field);
  expect(await mapImport({ importId: found.id, version: found.version, chosen }, owner, acting(owner))).toMatchObject({
    ok: true,
  });
  await work(found.id);
  return found.id;
}

const start = (importId: string, policy: "skip" | "stop" | "all" = "skip") =>
  changeImport({ importId, action: "start", policy }, owner, acting(owner));

async function ran(text: string, policy: "skip" | "stop" | "all" = "skip", facts: Record<string, string> = {}) {
  const id = await planned(text, { facts });
  expect(await start(id, policy)).toMatchObject({ ok: true });
  await work(id);
  return id;
}

const importOf = async (id: string) =>
  (await rows<Record<string, unknown>>("SELECT * FROM imports WHERE id = $1", [id]))[0];
const statuses = (id: string) =>
  rows<{ number: number; status: string }>(
    "SELECT number, status FROM import_rows WHERE import_id = $1 ORDER BY number",
    [id],
  ).then((found) => found.map(({ number, status }) => `${number} ${status}`));
const problems = async (id: string) =>
  (
    await rows<{ number: number; problems: { code: string; field: string | null }[] }>(
      "SELECT number, problems FROM import_rows WHERE import_id = $1 AND problems IS NOT NULL ORDER BY number",
      [id],
    )
  ).map((one) => `${one.number} ${one.problems.map(({ field, code }) => `${field ?? "row"} ${code}`).join(", ")}`);
const products = (id = enterpriseId) =>
  rows<{ name: string; status: string; price: number | null; gtin: string | null }>(
    "SELECT name, status, price, gtin FROM products WHERE enterprise_id = $1 ORDER BY name",
    [id],
  );
const entries = (id: string) =>
  rows<{ event: string; actorId: string }>(
    "SELECT event, actor_id AS \"actorId\" FROM journal WHERE data->>'importId' = $1 ORDER BY seq",
    [id],
  );

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const head = "Tên sản phẩm;Nhóm sản phẩm;Giá bán;Đơn vị tính;Mã vạch";
const many = (count: number, from = 1) =>
  lines(head, ...Array.from({ length: count }, (_, index) => `Bánh tráng số ${from + index};Thực phẩm;42.000;xấp;`));

describe("a dry run", () => {
  test("says of each row what would become of it and why, and writes no product", async () => {
    await insertRows(pool(), "products", [
      buildProduct(n, { enterpriseId, name: "Nem chua", price: 85_000, unit: "gói", group: "food" }),
      buildProduct(n + 1, { enterpriseId, name: "Rượu Bàu Đá", price: 120_000, unit: "chai", group: "beverage" }),
    ]);
    const id = await planned(
      lines(
        head,
        "Nem chua;Thực phẩm;85.000;gói;",
        "rượu bàu đá;Đồ uống;130.000;chai;",
        "Tré rơm;Thực phẩm;60.000;cái;",
        "Bún Song Thằn;Mì;-5;;8,93E+12",
        ";Thực phẩm;;;",
        "Tre rom;Thực phẩm;61.000;cái;",
      ),
    );
    expect(await statuses(id)).toEqual(["2 skip", "3 update", "4 create", "5 refuse", "6 refuse", "7 refuse"]);
    expect(await problems(id)).toEqual([
      "5 group products:import.groupUnknown, price products:price.negative, gtin platform:cell.codeSpoilt",
      "6 name products:missing.name",
      "7 row imports:problem.repeats",
    ]);
    expect(await importOf(id)).toMatchObject({
      status: "planned",
      will_create: 1,
      will_update: 1,
      will_skip: 1,
      will_refuse: 3,
    });
    expect(await products()).toHaveLength(2);
  });

  test("of a file without data fails and says so", async () => {
    const id = await planned(lines(head));
    expect(await importOf(id)).toMatchObject({ status: "failed", failure: "imports:failure.noRows" });
  });
});

describe("a run", () => {
  test("that skips bad rows takes in the others, with one journal entry each in the uploader's name", async () => {
    const id = await ran(lines(head, "Nem chua;Thực phẩm;85.000;gói;", "Tré;Không rõ;1;;", "Bún;Thực phẩm;50.000;;"));
    expect(await statuses(id)).toEqual(["2 created", "3 refused", "4 created"]);
    expect(await importOf(id)).toMatchObject({ status: "finished", created: 2, refused: 1, lease_id: null });
    expect(await products()).toMatchObject([
      { name: "Bún", status: "draft", price: 50_000 },
      { name: "Nem chua", status: "draft", price: 85_000 },
    ]);
    expect(await entries(id)).toEqual(Array(2).fill({ event: "product.added", actorId: owner.accountId }));
    expect(await rows("SELECT * FROM journal_breaks()")).toEqual([]);
  });

  test("that stops at the first bad row takes in exactly the rows before it", async () => {
    const id = await ran(lines(head, "Nem chua;Thực phẩm;1;;", "Tré;Không rõ;1;;", "Bún;Thực phẩm;1;;"), "stop");
    expect(await statuses(id)).toEqual(["2 created", "3 refuse", "4 create"]);
    expect((await products()).map(({ name }) => name)).toEqual(["Nem chua"]);
  });

  test("of all or nothing does not start while a row is bad, and writes nothing when one turns bad meanwhile", async () => {
    const bad = await planned(lines(head, "Nem chua;Thực phẩm;1;;", "Tré;Không rõ;1;;"));
    expect(await start(bad, "all")).toEqual({ ok: false, code: "policy.notOpen" });
    const good = await planned(lines(head, "Nem chua;Thực phẩm;1;;", "Bún;Thực phẩm;1;;8935001800019"));
    expect(await start(good, "all")).toMatchObject({ ok: true });
    await insertRows(pool(), "products", [
      buildProduct(n, { enterpriseId, name: "Khác", gtin: "8935001800019", status: "withdrawn" }),
    ]);
    await work(good);
    expect(await importOf(good)).toMatchObject({ status: "failed", failure: "imports:failure.undone", created: 0 });
    expect(await problems(good)).toEqual(["3 row products:import.withdrawn"]);
    expect((await products()).map(({ name }) => name)).toEqual(["Khác"]);
  });

  test("brought twice changes nothing the second time", async () => {
    await ran(many(5));
    const again = await planned(many(5));
    expect(await importOf(again)).toMatchObject({ will_create: 0, will_skip: 5 });
    expect(await start(again)).toEqual({ ok: false, code: "policy.notOpen" });
  });

  test("registers new products at once where that was asked", async () => {
    const id = await ran(many(2), "skip", { register: "on" });
    expect((await products()).map(({ status }) => status)).toEqual(["registered", "registered"]);
    expect((await entries(id)).map(({ event }) => event).toSorted()).toEqual([
      "product.added",
      "product.added",
      "product.registered",
      "product.registered",
    ]);
  });

  test("takes a row that was new in the dry run for an update when the product was added by hand meanwhile", async () => {
    const id = await planned(lines(head, "Nem chua;Thực phẩm;85.000;gói;"));
    await insertRows(pool(), "products", [buildProduct(n, { enterpriseId, name: "NEM CHUA", price: 1 })]);
    await start(id);
    await work(id);
    expect(await statuses(id)).toEqual(["2 updated"]);
    expect(await products()).toMatchObject([{ name: "Nem chua", price: 85_000 }]);
  });

  test("of thousands of rows counts what the rows say", async () => {
    const id = await ran(many(4_500));
    expect(await importOf(id)).toMatchObject({ status: "finished", created: 4_500, refused: 0 });
    expect(await entries(id)).toHaveLength(4_500);
  });
});

describe("rights", () => {
  test("nobody uploads for another's enterprise, and nobody sees another's import", async () => {
    expect(await upload(many(1), { to: foreignId })).toEqual({ ok: false, code: "notFound" });
    const id = await planned(many(1));
    expect(await findImport(id, stranger)).toBeUndefined();
    for (const action of ["start", "cancel"] as const) {
      expect(await changeImport({ importId: id, action, policy: "skip" }, stranger, acting(stranger))).toEqual({
        ok: false,
        code: "notFound",
      });
    }
    expect(await mapImport({ importId: id, version: 2, chosen: [] }, stranger, acting(stranger))).toEqual({
      ok: false,
      code: "notFound",
    });
  });

  test("a code of another enterprise's product is unknown, and its product stays as it is", async () => {
    const foreign = buildProduct(n, { enterpriseId: foreignId, name: "Của người khác", price: 7 });
    await insertRows(pool(), "products", [foreign]);
    const id = await planned(
      lines("Mã trên cổng;Tên sản phẩm;Giá bán", `${foreign.code};Chiếm đoạt;1`, "zzzz9999;Không có;1"),
    );
    expect(await problems(id)).toEqual(["2 code products:import.codeUnknown", "3 code products:import.codeUnknown"]);
    expect(await products(foreignId)).toMatchObject([{ name: "Của người khác", price: 7 }]);
  });

  test("columns for status, owner and verification are ignored and named as ignored", async () => {
    const id = await ran(
      lines(
        `${head};Trạng thái;Owner;Verified;Số chứng nhận`,
        `Nem chua;Thực phẩm;1;;;registered;${stranger.accountId};true;01/OCOP`,
      ),
    );
    const found = await findImport(id, owner);
    expect(found?.columns.slice(5).map(({ title, field, reason }) => [title, field, reason])).toEqual([
      ["Trạng thái", null, "products:import.ignored.status"],
      ["Owner", null, "products:import.ignored.owner"],
      ["Verified", null, "products:import.ignored.verified"],
      ["Số chứng nhận", null, "products:import.ignored.certified"],
    ]);
    expect(await products()).toMatchObject([{ status: "draft" }]);
  });

  test("who lost the enterprise in the middle imports no further row", async () => {
    const id = await planned(many(3));
    await start(id);
    await pool().query("DELETE FROM memberships WHERE enterprise_id = $1", [enterpriseId]);
    await work(id);
    expect(await importOf(id)).toMatchObject({ status: "failed", failure: "imports:failure.notAllowed" });
    expect(await products()).toEqual([]);
  });

  test("a verified product's price changes at once, its name only as a proposal", async () => {
    const product = buildProduct(n, { enterpriseId, name: "Nem chua", price: 1, unit: "gói", group: "food" });
    const certificate = buildCertificate(n, { enterpriseId });
    await insertRows(pool(), "products", [product]);
    await insertRows(pool(), "certificates", [certificate]);
    await insertRows(pool(), "certificate_products", [
      buildCoverage(n, { certificateId: certificate.id, productId: product.id }),
    ]);
    const table = lines("Mã trên cổng;Tên sản phẩm;Giá bán", `${product.code};Nem chua Chợ Huyện;90.000`);
    const id = await ran(table);
    expect(await statuses(id)).toEqual(["2 updated"]);
    expect(await problems(id)).toEqual(["2 row products:import.proposed"]);
    expect(await products()).toMatchObject([{ name: "Nem chua", price: 90_000 }]);
    const proposed = await rows<{ after: unknown; base: number }>(
      "SELECT after, base_version AS base FROM proposed_changes WHERE subject_id = $1",
      [product.id],
    );
    expect(proposed).toEqual([{ after: { name: "Nem chua Chợ Huyện" }, base: 2 }]);
    const again = await planned(table);
    expect(await statuses(again)).toEqual(["2 skip"]);
    const other = await planned(lines("Mã trên cổng;Tên sản phẩm", `${product.code};Nem chua khác`));
    expect(await problems(other)).toEqual(["2 row products:import.proposalOpen"]);
  });
});

describe("who works on an import", () => {
  test("a double click starts one run, and two workers never work on one import", async () => {
    const id = await planned(many(10));
    const started = await Promise.all([start(id), start(id)]);
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([work(id), work(id), work(id)]);
    expect(await products()).toHaveLength(10);
    expect(await entries(id)).toHaveLength(10);
    expect(await importOf(id)).toMatchObject({ status: "finished", created: 10 });
  });

  test("the same form sent twice is one import", async () => {
    const id = randomUUID();
    const both = await Promise.all([upload(many(1), { id }), upload(many(1), { id })]);
    expect(both).toEqual(Array(2).fill({ ok: true, value: { id } }));
    expect(await upload(many(1), { id, actor: stranger, to: foreignId })).toEqual({ ok: false, code: "notFound" });
  });

  test("a paused import does nothing until it is resumed, a cancelled one nothing more", async () => {
    const id = await planned(many(3));
    await start(id);
    const change = (action: "pause" | "resume" | "cancel") =>
      changeImport({ importId: id, action }, owner, acting(owner));
    expect(await change("pause")).toMatchObject({ ok: true });
    await work(id);
    expect(await products()).toEqual([]);
    expect(await change("resume")).toMatchObject({ ok: true });
    expect(await change("cancel")).toMatchObject({ ok: true });
    await work(id);
    expect(await products()).toEqual([]);
    expect(await change("resume")).toEqual({ ok: false, code: "notAllowed" });
  });

  test("an import whose worker shows no more life is brought back to work; one at work is left alone", async () => {
    const id = await planned(many(3));
    await start(id);
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    const jobs = () => rows("SELECT key FROM graphile_worker.jobs WHERE key = $1", [`import:${id}`]);
    const resume = () => resumeImports.run({}, { log, lastAttempt: true, signal: new AbortController().signal });
    expect(await takeLease(id)).toMatchObject({ status: "running" });
    expect(await takeLease(id)).toBeUndefined();
    await resume();
    expect(await jobs()).toEqual([]);
    await pool().query("UPDATE imports SET lease_until = now() - interval '1 second' WHERE id = $1", [id]);
    await resume();
    await resume();
    expect(await jobs()).toEqual([{ key: `import:${id}` }]);
  });

  test("killed in the middle of a run it goes on where it was: no row twice, none lost", async () => {
    const count = 12_000;
    const id = await planned(many(count));
    await start(id);
    const script = path.resolve("tests/integration/import-process.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, id], { stdio: "ignore", env: process.env });
    const exited = once(child, "exit");
    const created = async () => Number((await importOf(id))?.created);
    await expect.poll(created, { interval: 5, timeout: 30_000 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await exited;
    const atDeath = await created();
    expect(atDeath).toBeLessThan(count);
    expect(await products()).toHaveLength(atDeath);

    await pool().query("UPDATE imports SET lease_until = now() WHERE id = $1", [id]);
    await work(id);
    expect(await importOf(id)).toMatchObject({ status: "finished", created: count, done_through: count + 1 });
    expect(new Set((await products()).map(({ name }) => name)).size).toBe(count);
    const journalled = await rows<{ subjects: number; entries: number }>(
      "SELECT count(DISTINCT subject_id)::int AS subjects, count(*)::int AS entries FROM journal WHERE data->>'importId' = $1",
      [id],
    );
    expect(journalled).toEqual([{ subjects: count, entries: count }]);
  }, 120_000);
});

test("a batch of many proposals takes as many statements as one of a single proposal", async () => {
  const certificate = buildCertificate(n, { enterpriseId });
  const known = Array.from({ length: 8 }, (_, at) =>
    buildProduct(n * 100 + at, { enterpriseId, name: `Nem ${at}`, price: 1 }),
  );
  await insertRows(pool(), "products", known);
  await insertRows(pool(), "certificates", [certificate]);
  await insertRows(
    pool(),
    "certificate_products",
    known.map(({ id }, at) => buildCoverage(n * 100 + at, { certificateId: certificate.id, productId: id })),
  );
  const table = (of: typeof known, price: number, name: string) =>
    lines("Mã trên cổng;Tên sản phẩm;Giá bán", ...of.map(({ code }, at) => `${code};${name} ${at};${price}`));
  const statements = async (text: string) => {
    const id = await planned(text);
    await start(id);
    return countQueries(() => work(id));
  };
  const proposals = async () =>
    (
      await rows<{ versions: string }>(
        "SELECT base_version || ' of ' || p.version AS versions FROM proposed_changes c JOIN products p ON p.id = c.subject_id WHERE c.enterprise_id = $1",
        [enterpriseId],
      )
    ).map(({ versions }) => versions);
  const ofOne = await statements(table(known.slice(0, 1), 2, "Chả"));
  expect(await statements(table(known.slice(1), 2, "Tré"))).toBe(ofOne);
  expect(await proposals()).toEqual(Array(8).fill("2 of 2"));
  const priceOfOne = await statements(lines("Mã trên cổng;Giá bán", `${known[0]?.code};3`));
  expect(await statements(lines("Mã trên cổng;Giá bán", ...known.slice(1).map(({ code }) => `${code};3`)))).toBe(
    priceOfOne,
  );
  expect(await proposals()).toEqual(Array(8).fill("3 of 3"));
  const reviews = await rows(
    "SELECT DISTINCT subject_id FROM reviews WHERE enterprise_id = $1 AND status = 'waiting'",
    [enterpriseId],
  );
  expect(reviews).toHaveLength(8);
});
