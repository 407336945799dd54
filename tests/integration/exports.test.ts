import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as accounts } from "~/accounts/pages/export-accounts";
import { loader as inbox } from "~/accounts/pages/export-inbox";
import type { Actor } from "~/accounts/session.server";
import { loader as assisted } from "~/assistance/pages/export-assisted";
import { listCertificates } from "~/certification/certificate-queries.server";
import { loader as bulkDecision } from "~/certification/pages/export-bulk-decision";
import { loader as certificates } from "~/certification/pages/export-certificates";
import { loader as journal } from "~/desk/pages/export-journal";
import { loader as mails } from "~/desk/pages/export-mails";
import { loader as queue } from "~/desk/pages/export-queue";
import { loader as texts } from "~/desk/pages/export-texts";
import { loader as enterprises } from "~/enterprises/pages/export-enterprises";
import { listEnterprises } from "~/enterprises/register-queries.server";
import { loader as imports } from "~/imports/pages/export-imports";
import { loader as listings } from "~/listings/pages/export-listings";
import { listListings } from "~/listings/register-queries.server";
import "~/desk/services.server";
import "~/messages";
import { listDirectory } from "~/desk/directory-queries.server";
import { loader as directory } from "~/desk/pages/export-directory";
import { dayOf } from "~/platform/day";
import { pool, row, rows } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import type { Cell } from "~/platform/sheets/sheet";
import { loader as ownProducts } from "~/products/pages/export-own-products";
import { loader as counted } from "~/targets/pages/export-counted";
import { seedDemo } from "../../prisma/seed/seed-demo";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "./database";

portalDatabase();
const now = new Date("2026-11-22T03:00:00Z");
const today = dayOf(now);
const whole = { limit: 1000, offset: 0 };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "exports-"));
  await seedReference(pool());
  await seedDemo(pool(), { today, filesDirectory: folder });
}, 90_000);
afterAll(() => rm(folder, { recursive: true }));

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

async function actor(email: string): Promise<Actor> {
  const found = await row<{ accountId: string; role: Actor["role"]; name: string }>(
    `SELECT id AS "accountId", role, name FROM accounts WHERE email = $1`,
    [`${email}@demo.lensan.example`],
  );
  if (!found) throw new Error(`the demo has no ${email}`);
  return { ...found, email, sessionId: "", language: "vi" } as unknown as Actor;
}

async function ask(
  loader: Loader,
  address: string,
  who: Actor | null,
  { params = {}, signal }: { params?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const visitor = who ? { state: "signed-in", actor: who } : { state: "anonymous" };
  const context = {
    requestId: "00000000-0000-4000-8000-000000000001",
    nonce: "",
    clientAddress: "192.0.2.1",
    now,
    memo: new Map<string, unknown>([["visitor", Promise.resolve(visitor)]]),
    log,
  };
  const request = new Request(`http://localhost${address}`, signal ? { signal } : {});
  return loader({ request, params, context });
}

const refusalOf = async (asked: Promise<Response>): Promise<number> => {
  const answer = await asked.catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer.status : 0;
};

async function table(answer: Response): Promise<(readonly Cell[])[]> {
  const file = path.join(folder, "tai-ve");
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  const source = await inspectSheet(file, "tai-ve");
  if (!source.ok) throw new Error(source.code);
  const found: (readonly Cell[])[] = [];
  for await (const { cells } of readSheet(file, source.value)) found.push(cells);
  return found;
}

const columnOf = (cells: readonly (readonly Cell[])[], column: number): Cell[] =>
  cells.slice(1).map((line) => line[column] ?? null);

describe("a list as a file holds the rows of its page under the same filter, in the same order", () => {
  test.each(["xlsx", "csv"])("the directory, as %s", async (format) => {
    const filter = {
      query: "",
      group: "food" as const,
      schemeCode: null,
      formerDistrict: null,
      marketplaceCode: null,
      listed: true,
    };
    const { items } = await listDirectory(today, filter, whole);
    const lines = await table(await ask(directory, `/san-pham/xuat?nhom=food&tren=co&trang=2&dang=${format}`, null));
    expect(lines[0]).toEqual([
      "Mã",
      "Sản phẩm",
      "Nhóm",
      "Cơ sở",
      "Địa bàn",
      "Giá (đồng)",
      "Đơn vị tính",
      "Chứng nhận",
      "Đang có trên",
    ]);
    expect(items.length).toBeGreaterThan(3);
    expect(columnOf(lines, 0)).toEqual(items.map(({ code }) => code));
    const money = (price: number | null) => (price === null || format === "xlsx" ? price : String(price));
    expect(columnOf(lines, 5)).toEqual(items.map(({ price }) => money(price)));
  });

  test.each(["listing-share", "sme-share"])("the list behind %s", async (target) => {
    const lines = await table(await ask(counted, `/chi-tieu/${target}/xuat?nhom=mau-so`, null, { params: { target } }));
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(columnOf(lines, 0)).size).toBe(lines.length - 1);
  });

  test("the register of enterprises, personal numbers masked", async () => {
    const { entries } = await listEnterprises({ legalForm: "household" }, whole);
    const lines = await table(await ask(enterprises, "/so/co-so/xuat?loai_hinh=household", await actor("officer")));
    expect(columnOf(lines, 0)).toEqual(entries.map(({ name }) => name));
    expect(entries.some(({ taxCode }) => taxCode.length === 12)).toBe(true);
    for (const code of columnOf(lines, 1)) expect(String(code)).not.toMatch(/^\d{12}$/);
  });

  test("the registers of certificates and of listings", async () => {
    const officer = await actor("officer");
    const held = await listCertificates({ query: "", schemeId: null, standing: "valid" }, today, whole);
    const certified = await table(await ask(certificates, "/so/chung-nhan/xuat?tinhTrang=valid", officer));
    expect(columnOf(certified, 0)).toEqual(held.rows.map(({ number }) => number));
    const live = await listListings({ query: "", marketplaceId: null, status: "live" }, today, whole);
    const listed = await table(await ask(listings, "/so/tin-dang/xuat?tinhTrang=live&dang=csv", officer));
    expect(columnOf(listed, 2)).toEqual(live.rows.map(({ key }) => key));
  });

  test("the queue", async () => {
    const waiting = await rows<{ label: string }>(
      "SELECT label FROM reviews WHERE status IN ('waiting', 'claimed') AND subject_kind = 'certificate'",
    );
    const lines = await table(await ask(queue, "/tham-dinh/xuat?loai=certificate", await actor("officer")));
    expect(waiting.length).toBeGreaterThan(0);
    expect(columnOf(lines, 0).toSorted()).toEqual(waiting.map(({ label }) => label).toSorted());
  });

  test("what one document decided, certificate by certificate with its outcome", async () => {
    const { id = "" } = (await row<{ id: string }>("SELECT id FROM bulk_decisions LIMIT 1")) ?? {};
    const items = await rows<{ number: string }>(
      `SELECT c.number FROM bulk_decision_items i JOIN certificates c ON c.id = i.certificate_id
        WHERE i.bulk_decision_id = $1 ORDER BY i.position`,
      [id],
    );
    const address = `/tham-dinh/theo-van-ban/${id}/xuat`;
    const params = { bulkDecisionId: id };
    const lines = await table(await ask(bulkDecision, address, await actor("officer"), { params }));
    expect(items.length).toBeGreaterThan(0);
    expect(columnOf(lines, 0)).toEqual(items.map(({ number }) => number));
    expect(new Set(columnOf(lines, 5))).toEqual(new Set(["Đã xác nhận"]));
    const skipped = await ask(bulkDecision, `${address}?xem=bo-qua`, await actor("officer2"), { params });
    expect(columnOf(await table(skipped), 0)).toEqual([]);
    expect(await refusalOf(ask(bulkDecision, address, await actor("leader"), { params }))).toBe(404);
  });

  test("the accounts and the journal", async () => {
    const administrator = await actor("admin");
    const officers = await rows<{ email: string }>("SELECT email FROM accounts WHERE role = 'officer'");
    const listed = await table(await ask(accounts, "/quan-tri/tai-khoan/xuat?vai-tro=officer", administrator));
    expect(columnOf(listed, 1).toSorted()).toEqual(officers.map(({ email }) => email).toSorted());
    const entries = await rows<{ seq: number }>(
      "SELECT seq FROM journal WHERE event = 'product.registered' ORDER BY seq DESC",
    );
    const written = await table(
      await ask(journal, "/quan-tri/nhat-ky/xuat?viec=product.registered&loai=product", administrator),
    );
    expect(entries.length).toBeGreaterThan(50);
    expect(columnOf(written, 0)).toEqual(entries.map(({ seq }) => seq));
  });

  test("what the digital team typed, with n of m where it is registered, and one's own inbox and imports", async () => {
    const typed = await table(await ask(assisted, "/ho-tro/xuat", await actor("digital-team")));
    const count = await row<{ count: number }>("SELECT count(*) FROM assisted_registrations");
    expect(typed.length - 1).toBe(count?.count);
    const owner = await actor("owner");
    for (const [loader, address, sql] of [
      [inbox, "/hop-thu/xuat", "SELECT count(*) FROM notices WHERE account_id = $1"],
      [imports, "/nhap-lieu/xuat", "SELECT count(*) FROM imports WHERE uploader_id = $1"],
    ] as const) {
      const own = await row<{ count: number }>(sql, [owner.accountId]);
      expect(own?.count).toBeGreaterThan(0);
      expect((await table(await ask(loader, address, owner))).length - 1).toBe(own?.count);
    }
  });

  test("mails and short messages, without the words that were for their recipients alone", async () => {
    const administrator = await actor("admin");
    await rows(
      `INSERT INTO text_messages (id, kind, recipient, language, text, status, channel, sent_at)
        VALUES (gen_random_uuid(), 'code', '+84990000099', 'vi', 'Ma 123456', 'sent', 'sms', now())`,
    );
    const told = await table(await ask(texts, "/quan-tri/tin-nhan/xuat?q=0990000099", administrator));
    expect(told).toHaveLength(2);
    expect(told.flat().join(" ")).not.toContain("123456");
    const sent = await table(await ask(mails, "/quan-tri/thu/xuat?trang-thai=failed", administrator));
    const failed = await row<{ count: number }>("SELECT count(*) FROM mails WHERE status = 'failed'");
    expect(sent.length - 1).toBe(failed?.count);
  });

  test("an owner's own products, of the one enterprise only", async () => {
    const owner = await actor("owner");
    const [own] = await rows<{ id: string; codes: string[] }>(
      `SELECT p.enterprise_id AS id, array_agg(p.code ORDER BY p.status = 'withdrawn', p.name, p.id) AS codes
        FROM products p JOIN memberships m ON m.enterprise_id = p.enterprise_id AND m.account_id = $1 GROUP BY 1 LIMIT 1`,
      [owner.accountId],
    );
    const params = { enterpriseId: own?.id ?? "" };
    const lines = await table(await ask(ownProducts, "/quan-ly/x/san-pham/xuat", owner, { params }));
    expect(columnOf(lines, 0)).toEqual(own?.codes);
    expect(await refusalOf(ask(ownProducts, "/quan-ly/x/san-pham/xuat", await actor("new-owner"), { params }))).toBe(
      404,
    );
  });
});

test("a name that begins like a formula stays a text in both formats", async () => {
  await pool().query(
    "UPDATE enterprises SET name = '=HYPERLINK(\"http://x\")' WHERE id = (SELECT id FROM enterprises ORDER BY registered_on DESC, id DESC LIMIT 1)",
  );
  const officer = await actor("officer");
  const csv = Buffer.from(await (await ask(enterprises, "/so/co-so/xuat?dang=csv", officer)).arrayBuffer()).toString(
    "utf8",
  );
  expect(csv.startsWith("\uFEFFTên cơ sở,")).toBe(true);
  expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
  const lines = await table(await ask(enterprises, "/so/co-so/xuat", officer));
  expect(columnOf(lines, 0)).toContain('=HYPERLINK("http://x")');
});

test("who may not see a list gets none of it as a file; another format than the two is not found", async () => {
  const owner = await actor("owner");
  const staffOnly: readonly [Loader, string][] = [
    [queue, "/tham-dinh/xuat"],
    [enterprises, "/so/co-so/xuat"],
    [certificates, "/so/chung-nhan/xuat"],
    [listings, "/so/tin-dang/xuat"],
    [accounts, "/quan-tri/tai-khoan/xuat"],
    [journal, "/quan-tri/nhat-ky/xuat"],
  ];
  for (const [loader, address] of staffOnly) {
    expect(await refusalOf(ask(loader, address, owner))).toBe(404);
    expect(await refusalOf(ask(loader, address, null))).toBe(302);
  }
  expect(await refusalOf(ask(accounts, "/quan-tri/tai-khoan/xuat", await actor("officer")))).toBe(404);
  expect(await refusalOf(ask(directory, "/san-pham/xuat?dang=pdf", null))).toBe(404);
});

test("the journal says who took which list out, under which filter and with how many rows, without personal numbers", async () => {
  const officer = await actor("officer");
  await (await ask(enterprises, "/so/co-so/xuat?q=052190000001&loai_hinh=household", officer)).arrayBuffer();
  const entry = await row<{ data: unknown; actor: string }>(
    `SELECT data, actor_id AS actor FROM journal WHERE event = 'export.made' AND subject_id = 'enterprises' ORDER BY seq DESC LIMIT 1`,
  );
  expect(entry).toMatchObject({
    actor: officer.accountId,
    data: { format: "xlsx", filter: "q=•••••••••001 loai_hinh=household" },
  });
});

test("anyone may take public lists out thirty times in ten minutes, not more", async () => {
  const asked: number[] = [];
  for (let time = 0; time < 40; time += 1) asked.push(await refusalOf(ask(directory, "/san-pham/xuat?dang=csv", null)));
  expect(asked.filter((status) => status === 200).length).toBeLessThanOrEqual(30);
  expect(asked.at(-1)).toBe(429);
});

test("a list is read no further when its reader has left", async () => {
  const leaving = new AbortController();
  const answer = await ask(journal, "/quan-tri/nhat-ky/xuat?dang=csv", await actor("admin"), {
    signal: leaving.signal,
  });
  const reader = answer.body?.getReader();
  await reader?.read();
  leaving.abort();
  let read = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) read += piece.value.length;
  const all = await (await ask(journal, "/quan-tri/nhat-ky/xuat?dang=csv", await actor("admin"))).arrayBuffer();
  expect(read).toBeLessThan(all.byteLength / 2);
});
