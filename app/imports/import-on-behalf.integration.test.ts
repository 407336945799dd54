import "../../tests/integration/own-portal";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { actOnBehalf } from "~/enterprises/act-on-behalf.server";
import { listOpenMandates } from "~/enterprises/mandate-queries.server";
import { ownListingImport } from "~/listings/import-listings.server";
import { pool, rows } from "~/platform/db/client.server";
import { productImport } from "~/products/import-products.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { actingAs, actorOf, fatesOf, planned, retried, started } from "../../tests/integration/import-steps";
import { changeImport } from "./change-import.server";
import { provideImportKinds } from "./kinds.server";

beforeAll(async () => {
  provideImportKinds([productImport, ownListingImport]);
  await seedReference(pool());
});

test("what an officer imports on behalf of an enterprise says so in every journal entry, from the upload to the last row", async () => {
  const account = buildAccount(1, { role: "officer" });
  const enterprise = buildEnterprise(1);
  const verified = buildProduct(1, { enterpriseId: enterprise.id, name: "Nem chua" });
  const certificate = buildCertificate(1, { enterpriseId: enterprise.id });
  await insertRows(pool(), "accounts", [account]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", [verified]);
  await insertRows(pool(), "certificates", [certificate]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(1, { certificateId: certificate.id, productId: verified.id }),
  ]);
  const officer = actorOf(account);
  const asked = { id: randomUUID(), enterpriseId: enterprise.id, reason: "Chủ cơ sở nhờ nhập giúp." };
  expect(await actOnBehalf(asked, officer, actingAs(officer))).toMatchObject({ ok: true });
  const [mandate] = await listOpenMandates(officer.accountId);

  const products = await planned({
    kind: productImport,
    actor: officer,
    enterpriseId: enterprise.id,
    facts: { register: "on" },
    content: [
      "Mã trên cổng;Tên sản phẩm;Nhóm sản phẩm;Giá bán",
      `${verified.code};Nem chua Chợ Huyện;;95.000`,
      ";Tré;Thực phẩm;60.000",
      ";Bún;Không rõ;1",
    ].join("\n"),
  });
  await started(products, officer);
  await retried(products, officer);
  const listings = await planned({
    kind: ownListingImport,
    actor: officer,
    enterpriseId: enterprise.id,
    content: `Mã trên cổng;Link\n${verified.code};https://shopee.vn/product/123/9`,
  });
  await started(listings, officer);
  expect(await fatesOf(listings)).toEqual(["2 created"]);

  const entries = await rows<{ event: string; actor: string; mandate: string | null }>(
    `SELECT event, actor_id AS actor, data->'onBehalf'->>'mandateId' AS mandate FROM journal
      WHERE enterprise_id = $1 AND event NOT LIKE 'mandate.%' ORDER BY seq`,
    [enterprise.id],
  );
  const marked = { actor: officer.accountId, mandate: mandate?.id };
  expect(entries.filter((entry) => entry.actor !== marked.actor || entry.mandate !== marked.mandate)).toEqual([]);
  expect([...new Set(entries.map(({ event }) => event))].toSorted()).toEqual([
    "change.proposed",
    "import.finished",
    "import.mapped",
    "import.retried",
    "import.started",
    "import.uploaded",
    "listing.added",
    "product.added",
    "product.edited",
    "product.registered",
  ]);

  await pool().query("UPDATE mandates SET ended_at = now() WHERE id = $1", [mandate?.id]);
  expect(await changeImport({ importId: products, action: "retry" }, officer, actingAs(officer))).toEqual({
    ok: false,
    code: "notFound",
  });
});
