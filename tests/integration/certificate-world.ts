import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildFile,
  buildMembership,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { asActor } from "./people";

/** One enterprise with its owner, a product and a scan, and three officers who are strangers to it. */
export interface CertificateWorld {
  n: number;
  owner: Actor;
  officers: readonly [Actor, Actor, Actor];
  enterpriseId: string;
  productId: string;
  scanId: string;
}

let made = 0;

export async function makeCertificateWorld(): Promise<CertificateWorld> {
  made += 1;
  const n = made * 50;
  const accounts = [buildAccount(n), ...[1, 2, 3].map((place) => buildAccount(n + place, { role: "officer" }))];
  const enterprise = buildEnterprise(n);
  const product = buildProduct(n, { enterpriseId: enterprise.id });
  const scan = buildFile(n, { sha256: n.toString(16).padStart(64, "0"), purpose: "scan", enterpriseId: enterprise.id });
  await insertRows(pool(), "accounts", accounts);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", [product]);
  await insertRows(pool(), "files", [scan]);
  const [owner, ...officers] = accounts.map(asActor) as [Actor, Actor, Actor, Actor];
  await insertRows(pool(), "memberships", [buildMembership(owner.accountId, enterprise.id)]);
  return { n, owner, officers, enterpriseId: enterprise.id, productId: product.id, scanId: scan.id };
}

let certificates = 0;

/** A certificate of the world on its product, verified unless said otherwise; answers its id. */
export async function addCertificateTo(
  { n, enterpriseId, productId, scanId }: CertificateWorld,
  given: Partial<Parameters<typeof buildCertificate>[1]> = {},
  scheme?: string,
): Promise<string> {
  certificates += 1;
  const at = n * 1000 + certificates;
  const certificate = buildCertificate(at, { scanId, ...given, enterpriseId }, scheme);
  await insertRows(pool(), "certificates", [certificate]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(at, { certificateId: certificate.id, productId, coversFrom: certificate.validFrom }),
  ]);
  return certificate.id;
}

export const actingAs = ({ accountId }: Actor, now: Date): Acting => ({ actorId: accountId, requestId: "test", now });

export const certificateRow = (id: string) =>
  row<{ status: string; revokedOn: string | null; version: number; code: string | null; supersedesId: string | null }>(
    `SELECT status, revoked_on AS "revokedOn", version, code, supersedes_id AS "supersedesId" FROM certificates WHERE id = $1`,
    [id],
  );

export const noticesOf = ({ accountId }: Actor) =>
  rows<{ event: string; subject: string; text: string; path: string }>(
    "SELECT event, subject, text, path FROM notices WHERE account_id = $1 ORDER BY created_at, id",
    [accountId],
  );
