import { randomUUID } from "node:crypto";
import type { Pool } from "pg";

export const people = ["anonymous", "member", "stranger", "officer", "leader", "administrator", "digitalTeam"] as const;
export type Person = (typeof people)[number];

export interface DemoObjects {
  accounts: Record<Exclude<Person, "anonymous">, string>;
  /** What stands for a parameter of a route, by "<route> :<name>" or ":<name>" alone. */
  parameters: Record<string, string>;
  /** The same, of another enterprise's. */
  foreign: Record<string, string>;
}

const accounts = {
  member: "owner@demo.lensan.example",
  stranger: "new-owner@demo.lensan.example",
  officer: "officer2@demo.lensan.example",
  leader: "leader@demo.lensan.example",
  administrator: "admin@demo.lensan.example",
  digitalTeam: "digital-team@demo.lensan.example",
};

async function one(pool: Pool, sql: string, ...values: unknown[]): Promise<string> {
  const { rows } = await pool.query<{ value: string }>(sql, values);
  if (rows[0] === undefined) throw new Error(`The demo holds nothing for: ${sql}`);
  return rows[0].value;
}

/** Things of the demo that exist, so that a 404 tells of access and of nothing else. */
export async function findDemoObjects(pool: Pool): Promise<DemoObjects> {
  const ids = await Promise.all(
    Object.entries(accounts).map(async ([person, email]) => [
      person,
      await one(pool, "SELECT id AS value FROM accounts WHERE email = $1", email),
    ]),
  );
  const { member } = Object.fromEntries(ids) as DemoObjects["accounts"];
  // One enterprise with a verified, scanned certificate on a registered, photographed and listed product.
  const certificateId = await one(
    pool,
    `SELECT c.id AS value FROM certificates c JOIN certificate_products cp ON cp.certificate_id = c.id
      JOIN products p ON p.id = cp.product_id JOIN listings l ON l.product_id = p.id AND l.removed_at IS NULL
      JOIN product_photos ph ON ph.product_id = p.id
      WHERE c.status = 'verified' AND c.scan_id IS NOT NULL AND p.status = 'registered' ORDER BY c.id LIMIT 1`,
  );
  const productId = await one(
    pool,
    `SELECT p.id AS value FROM products p JOIN certificate_products cp ON cp.product_id = p.id
      JOIN listings l ON l.product_id = p.id AND l.removed_at IS NULL JOIN product_photos ph ON ph.product_id = p.id
      WHERE cp.certificate_id = $1 AND p.status = 'registered' ORDER BY p.id LIMIT 1`,
    certificateId,
  );
  const enterpriseId = await one(pool, "SELECT enterprise_id AS value FROM products WHERE id = $1", productId);
  await pool.query("INSERT INTO memberships (account_id, enterprise_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    member,
    enterpriseId,
  ]);
  // A certificate that is still open to its owner, of the same enterprise.
  const draftId = await one(
    pool,
    `INSERT INTO certificates (id, enterprise_id, scheme_id, number, number_key, issued_on, valid_from)
      SELECT gen_random_uuid(), enterprise_id, scheme_id, 'NHAP-1', 'NHAP-1', issued_on, valid_from
      FROM certificates WHERE id = $1 RETURNING id AS value`,
    certificateId,
  );
  // What the same enterprise proposes to change: an open proposal of its product.
  const changeId = await one(
    pool,
    `INSERT INTO proposed_changes (id, subject_kind, subject_id, enterprise_id, base_version, label, before, after, proposed_by_id, proposed_at)
      SELECT gen_random_uuid(), 'product', p.id, p.enterprise_id, p.version, p.name, jsonb_build_object('name', p.name),
        jsonb_build_object('name', p.name || ' mới'), $2, now() FROM products p WHERE p.id = $1 RETURNING id AS value`,
    productId,
    member,
  );
  await pool.query(
    `INSERT INTO reviews (id, subject_kind, subject_id, enterprise_id, label)
      SELECT gen_random_uuid(), 'change', id, enterprise_id, label FROM proposed_changes WHERE id = $1`,
    [changeId],
  );
  const other = "SELECT id AS value FROM";
  const parameters = {
    ":enterpriseId": enterpriseId,
    ":productId": productId,
    ":revocationId": await one(
      pool,
      "SELECT r.id AS value FROM revocations r WHERE r.status = 'proposed' ORDER BY r.proposed_at, r.id LIMIT 1",
    ),
    "/kiem-tra/:code :code": await one(pool, "SELECT code AS value FROM certificates WHERE id = $1", certificateId),
    "/kiem-tra/:code/qr.svg :code": await one(
      pool,
      "SELECT code AS value FROM certificates WHERE id = $1",
      certificateId,
    ),
    ":certificateId": certificateId,
    "/quan-ly/:enterpriseId/chung-nhan/:certificateId/sua :certificateId": draftId,
    ":bulkDecisionId": await one(pool, "SELECT id AS value FROM bulk_decisions ORDER BY created_at LIMIT 1"),
    ":changeId": changeId,
    ":listingId": await one(
      pool,
      `${other} listings WHERE product_id = $1 AND removed_at IS NULL ORDER BY id LIMIT 1`,
      productId,
    ),
    "/nhap-lieu/moi/:kind :kind": "san-pham",
    "/nhap-lieu/mau/:kind/:format :kind": "san-pham",
    ":format": "xlsx",
    ":importId": await one(pool, `${other} imports WHERE status = 'finished' AND uploader_id = $1 LIMIT 1`, member),
    "/nhap-lieu/:importId/cot :importId": await one(
      pool,
      `${other} imports WHERE status = 'uploaded' AND uploader_id = $1 LIMIT 1`,
      member,
    ),
    ":accountId": await one(pool, `${other} accounts WHERE email = 'officer@demo.lensan.example'`),
    ":schemeId": await one(pool, `${other} schemes ORDER BY position LIMIT 1`),
    ":marketplaceId": await one(pool, `${other} marketplaces ORDER BY position LIMIT 1`),
    ":targetId": await one(pool, `${other} targets ORDER BY deadline LIMIT 1`),
    ":target": await one(pool, "SELECT code AS value FROM targets ORDER BY deadline LIMIT 1"),
    ":itemId": await one(pool, `${other} checklist_items WHERE kind = 'verified' ORDER BY position LIMIT 1`),
    ":answerId": await one(
      pool,
      `INSERT INTO checklist_answers (id, enterprise_id, item_id, status, note, answered_at)
        SELECT gen_random_uuid(), $1, id, 'submitted', 'x', now() FROM checklist_items WHERE kind = 'verified'
        ORDER BY position DESC LIMIT 1
        ON CONFLICT (enterprise_id, item_id) DO UPDATE SET note = 'x' RETURNING id AS value`,
      enterpriseId,
    ),
    ":reasonId": await one(pool, `${other} reasons ORDER BY position LIMIT 1`),
    ":reviewId": await one(pool, `${other} reviews ORDER BY id LIMIT 1`),
    ":recheckId": await one(
      pool,
      `SELECT c.id AS value FROM rechecks c JOIN reviews r ON r.id = c.review_id
        WHERE c.judged_at IS NULL AND r.decided_by_id <> (SELECT id FROM accounts WHERE email = '${accounts.officer}')
        ORDER BY c.id LIMIT 1`,
    ),
    ":kind": "certificate",
    ":subjectId": await one(
      pool,
      "SELECT subject_id AS value FROM reviews WHERE subject_kind = 'certificate' ORDER BY id LIMIT 1",
    ),
    ":mailId": await one(
      pool,
      `INSERT INTO mails (id, kind, recipient, language, subject, text, html, status, sent_at)
        VALUES (gen_random_uuid(), 'confirm-email', 'x@lensan.example', 'vi', 'x', 'x', '<p>x</p>', 'sent', now())
        RETURNING id AS value`,
    ),
    "/anh/:fileId/:width :fileId": await one(
      pool,
      "SELECT file_id AS value FROM product_photos WHERE product_id = $1 LIMIT 1",
      productId,
    ),
    ":photoId": await one(pool, "SELECT file_id AS value FROM product_photos WHERE product_id = $1 LIMIT 1", productId),
    ":size": "vuong-800",
    ":fileId": await one(pool, "SELECT scan_id AS value FROM certificates WHERE id = $1", certificateId),
    ":width": "320",
    ":page": "1",
    "/co-so/:code :code": await one(pool, "SELECT code AS value FROM enterprises WHERE id = $1", enterpriseId),
    ":code": await one(pool, "SELECT code AS value FROM products WHERE id = $1", productId),
    ":token": "khong-co-ma-nay",
    ":codeId": randomUUID(),
    ":assistedId": await one(pool, "SELECT id AS value FROM assisted_registrations ORDER BY id LIMIT 1"),
  };
  const foreign = {
    ":productId": await one(pool, `${other} products WHERE enterprise_id <> $1 ORDER BY id LIMIT 1`, enterpriseId),
    ":certificateId": await one(
      pool,
      `${other} certificates WHERE enterprise_id <> $1 ORDER BY id LIMIT 1`,
      enterpriseId,
    ),
  };
  return { accounts: Object.fromEntries(ids) as DemoObjects["accounts"], parameters, foreign };
}
