import "../../tests/integration/own-portal";
import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "~/accounts/session.server";
import { pool } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { acceptScan } from "~/platform/files/store.server";
import { newContext } from "~/platform/http/application.server";
import { log } from "~/platform/log.server";
import {
  buildAccount,
  buildCertificate,
  buildEnterprise,
  buildFile,
  buildMembership,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { jpeg } from "../../tests/fixtures/files";
import { pdfOfPages } from "../../tests/fixtures/pdf-documents";
import { loader } from "./pages/file-page";
import { scanPages } from "./scan-pictures.server";

const owner = buildAccount(1);
const stranger = buildAccount(2);
const officer = buildAccount(3, { role: "officer" });
const enterprise = buildEnterprise(1);
const ids = { threePages: "", manyPages: "", broken: "", photo: "", draft: "" };

async function store(n: number, content: Buffer): Promise<string> {
  const path = await incomingPath();
  await writeFile(path, content);
  const taken = await acceptScan({ path, fileName: "Quyết định.pdf" });
  if (!taken.ok) throw new Error(taken.code);
  const file = buildFile(n, { ...taken.value, purpose: "scan", enterpriseId: enterprise.id });
  await insertRows(pool(), "files", [file]);
  return file.id;
}

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [owner, stranger, officer]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(owner.id, enterprise.id)]);
  ids.threePages = await store(1, pdfOfPages({ pages: 3 }));
  ids.manyPages = await store(2, pdfOfPages({ pages: 120 }));
  ids.broken = await store(3, Buffer.from(`%PDF-1.7\n${"\x07".repeat(500)}\n%%EOF\n`, "latin1"));
  ids.photo = await store(4, await jpeg({ width: 1600, height: 1200 }));
  ids.draft = await store(5, pdfOfPages({ content: "% not handed in" }));
  const handedIn = buildCertificate(1, { enterpriseId: enterprise.id, scanId: ids.threePages, status: "submitted" });
  await insertRows(pool(), "certificates", [handedIn]);
});

async function ask(
  account: { id: string },
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const now = new Date();
  const acting = { actorId: account.id, requestId: "test", now };
  const cookie = await openSession(new Request("http://localhost/"), account.id, acting);
  const request = new Request(`http://localhost${path}`, {
    method,
    headers: { ...headers, cookie: cookie.split(";")[0] ?? "" },
  });
  const [, fileId, page] = /^\/tep\/([^/]+)\/trang\/([^?]+)/.exec(path) ?? [];
  return loader({ request, params: { fileId, page }, context: newContext(log, "127.0.0.1", now) }).catch(
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    },
  );
}

describe("a page of a scan", () => {
  it("is shown as a picture to the owner and to the officer, asked anew each time", async () => {
    for (const account of [owner, officer]) {
      const response = await ask(account, `/tep/${ids.threePages}/trang/2`);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "image/webp",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-cache",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(response.headers.get("Content-Disposition")).toMatch(/^inline;/);
      expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width).toBe(1200);
    }
  });

  it("comes larger, without a body to HEAD, and not at all to whoever has it", async () => {
    const path = `/tep/${ids.threePages}/trang/1?rong=2000`;
    const large = await ask(officer, path);
    expect((await sharp(Buffer.from(await large.arrayBuffer())).metadata()).width).toBe(2000);
    const head = await ask(officer, path, { method: "HEAD" });
    expect(head.body).toBeNull();
    expect(head.headers.get("Content-Length")).toBe(large.headers.get("Content-Length"));
    const etag = large.headers.get("ETag") ?? "";
    expect((await ask(officer, path, { headers: { "If-None-Match": etag } })).status).toBe(304);
    const smaller = await ask(officer, `/tep/${ids.threePages}/trang/1`, { headers: { "If-None-Match": etag } });
    expect(smaller.status).toBe(200);
  });

  it("is not found by strangers, nor by officers before the certificate is handed in", async () => {
    expect((await ask(stranger, `/tep/${ids.threePages}/trang/1`)).status).toBe(404);
    expect((await ask(officer, `/tep/${ids.draft}/trang/1`)).status).toBe(404);
    expect((await ask(owner, `/tep/${ids.draft}/trang/1`)).status).toBe(200);
  });

  it("is not found when there is no such page, width or picture", async () => {
    for (const rest of ["0", "4", "1e0", "01", "x", "1?rong=1201", "1?rong=", "1?rong=99999"]) {
      expect((await ask(owner, `/tep/${ids.threePages}/trang/${rest}`)).status, rest).toBe(404);
    }
    expect((await ask(owner, `/tep/${ids.broken}/trang/1`)).status).toBe(404);
    expect((await ask(owner, `/tep/${ids.manyPages}/trang/51`)).status).toBe(404);
    expect((await ask(owner, "/tep/1/trang/1")).status).toBe(404);
  });

  it("of a photographed certificate is the photo, narrower", async () => {
    const response = await ask(owner, `/tep/${ids.photo}/trang/1?rong=640`);
    expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width).toBe(640);
    expect((await ask(owner, `/tep/${ids.photo}/trang/2`)).status).toBe(404);
  });
});

describe("how much of a scan is shown", () => {
  const shownToOwner = (fileId: string | undefined) => scanPages(fileId, owner.id, false);

  it("is all its pages, of long ones the first fifty", async () => {
    expect(await shownToOwner(ids.threePages)).toEqual({ total: 3, shown: 3 });
    expect(await shownToOwner(ids.manyPages)).toEqual({ total: 120, shown: 50 });
    expect(await shownToOwner(ids.photo)).toEqual({ total: 1, shown: 1 });
  });

  it("is nothing of what cannot be drawn, may not be seen or is not there", async () => {
    expect(await shownToOwner(ids.broken)).toEqual({ total: 0, shown: 0 });
    expect(await shownToOwner(undefined)).toEqual({ total: 0, shown: 0 });
    expect(await scanPages(ids.threePages, stranger.id, false)).toEqual({ total: 0, shown: 0 });
  });
});
