import "../../tests/integration/own-portal";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "~/accounts/access";
import { pool, row } from "~/platform/db/client.server";
import { buildAccount, marketplaceId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { findMarketplace } from "./marketplace-queries.server";
import { marketplaceFormSchema, newMarketplaceFormSchema, writeMarketplace } from "./write-marketplace.server";

const administrator = buildAccount(1, { role: "administrator" });
const typed = {
  version: "0",
  code: "san-moi",
  name: "Sàn mới",
  hosts: "www.SanMoi.vn\nm.sanmoi.vn",
  shortLinkHosts: "smoi.link",
  windowDays: "30",
  recognisedFrom: "01/01/2026",
};
const write = (over: Record<string, string>, mode: "add" | "change" = "add", role: Role = "administrator") => {
  const id = over.id ?? crypto.randomUUID();
  return writeMarketplace(
    { id, isNew: mode === "add" },
    (mode === "add" ? newMarketplaceFormSchema : marketplaceFormSchema).parse({ ...typed, id, ...over }),
    { accountId: administrator.id, sessionId: administrator.id, role, name: "", email: "", language: "vi" },
    { actorId: administrator.id, requestId: "test", now: new Date("2026-03-01T02:00:00Z") },
  );
};

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [administrator]);
});

test("an administrator adds a marketplace once, and it is journalled", async () => {
  const id = crypto.randomUUID();
  expect(await write({ id })).toEqual({ ok: true, value: { id } });
  expect(await write({ id })).toEqual({ ok: true, value: { id } });
  expect(await findMarketplace(id)).toMatchObject({
    code: "san-moi",
    hosts: ["sanmoi.vn", "m.sanmoi.vn"],
    shortLinkHosts: ["smoi.link"],
    windowDays: 30,
    recognisedFrom: "2026-01-01",
    recognisedTo: null,
  });
  const entries = await row("SELECT count(*) AS count FROM journal WHERE event = 'marketplace.added'");
  expect(entries).toEqual({ count: 1 });
});

test("a marketplace is changed only from its current version, and its code stays", async () => {
  const id = marketplaceId("shopee");
  const change = { id, hosts: "shopee.vn", shortLinkHosts: "s.shopee.vn", recognisedTo: "31/12/2026" };
  expect((await write({ ...change, version: "1" }, "change")).ok).toBe(true);
  const other = { ...change, version: "1", name: "Tên khác" };
  expect(await write(other, "change")).toEqual({ ok: false, code: "stale" });
  expect(await findMarketplace(id)).toMatchObject({ code: "shopee", name: "Sàn mới", recognisedTo: "2026-12-31" });
  const entry = await row<{ before: { name: string } }>(
    "SELECT data->'before' AS before FROM journal WHERE event = 'marketplace.changed' AND subject_id = $1",
    [id],
  );
  expect(entry?.before.name).toBe("Shopee");
});

test("a code or a host that another marketplace has is refused, and so is everyone but an administrator", async () => {
  expect(await write({ code: "tiki", hosts: "khac.vn", shortLinkHosts: "" })).toEqual({
    ok: false,
    code: "code.taken",
  });
  expect(await write({ code: "gia-mao", hosts: "lazada.vn", shortLinkHosts: "" })).toEqual({
    ok: false,
    code: "hosts.taken",
  });
  expect(await write({ code: "rut-gon", hosts: "s.lazada.vn", shortLinkHosts: "" })).toEqual({
    ok: false,
    code: "hosts.taken",
  });
  expect(await write({ code: "x-1" }, "add", "officer")).toEqual({ ok: false, code: "notFound" });
  expect(await write({ hosts: "khong-co.vn", shortLinkHosts: "" }, "change")).toEqual({ ok: false, code: "notFound" });
});

test.each([
  ["hosts", { hosts: "https://sanmoi.vn/" }],
  ["hosts", { hosts: "" }],
  ["hosts", { hosts: "com.vn" }],
  ["shortLinkHosts", { shortLinkHosts: "m.sanmoi.vn" }],
  ["recognisedTo", { recognisedTo: "31/12/2025" }],
  ["windowDays", { windowDays: "0" }],
  ["windowDays", { windowDays: "731" }],
  ["name", { name: "a".repeat(101) }],
  ["code", { code: "Có Dấu" }],
])("what is wrong is said at the field: %s", (field, over) => {
  const parsed = newMarketplaceFormSchema.safeParse({ ...typed, id: crypto.randomUUID(), ...over });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("an empty form says everything that is missing at once", () => {
  const parsed = newMarketplaceFormSchema.safeParse({ id: crypto.randomUUID(), version: "0" });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([
    "name",
    "hosts",
    "windowDays",
    "recognisedFrom",
    "code",
  ]);
});
