import { randomUUID } from "node:crypto";
import type { Actor } from "~/accounts/session.server";
import { type NewBulkDecision, proposeBulkDecision } from "~/certification/propose-bulk-decision.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { wholeQueue } from "~/reviews/queue-filter";
import {
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildFile,
  buildProduct,
  buildReview,
  schemeId,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import type { CertificateRow, ReviewRow } from "../../prisma/seed/rows";
import { acting } from "./bench-stage";

/** The day of every decision in these tests. */
export const decisionDay = "2026-02-10";

let made = 0;

/** Numbers that no other row of these tests has. */
export function freshNumber(count = 1): number {
  const first = 10_000 + made;
  made += count;
  return first;
}

interface WaitingSpec {
  certificate?: Partial<Omit<CertificateRow, "schemeId" | "numberKey">>;
  review?: Partial<ReviewRow>;
  noScan?: true;
}

/** An enterprise with so many waiting certificates of OCOP that a decision of the day fits, each on a product of its own. */
export async function addFitting(
  count: number,
  spec: WaitingSpec = {},
): Promise<{ enterpriseId: string; ids: string[] }> {
  const from = freshNumber(count);
  const places = Array.from({ length: count }, (_, index) => from + index);
  const enterprise = buildEnterprise(from);
  const enterpriseId = enterprise.id;
  const products = places.map((n) => buildProduct(n, { enterpriseId }));
  const scans = places.map((n) =>
    buildFile(n, { sha256: n.toString(16).padStart(64, "0"), purpose: "scan", enterpriseId }),
  );
  const certificates = places.map((n, index) =>
    buildCertificate(n, {
      enterpriseId,
      status: "submitted",
      issuedOn: decisionDay,
      number: `${n}/QĐ-UBND`,
      scanId: spec.noScan ? null : (scans[index]?.id ?? null),
      ...spec.certificate,
    }),
  );
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", products);
  await insertRows(pool(), "files", scans);
  await insertRows(pool(), "certificates", certificates);
  await insertRows(
    pool(),
    "certificate_products",
    certificates.map(({ id }, index) =>
      buildCoverage(from + index, { certificateId: id, productId: products[index]?.id ?? "" }),
    ),
  );
  await insertRows(
    pool(),
    "reviews",
    certificates.map(({ id, number }, index) =>
      buildReview(from + index, {
        subjectKind: "certificate",
        subjectId: id,
        enterpriseId,
        label: number,
        schemeId: schemeId("ocop"),
        ...spec.review,
      }),
    ),
  );
  return { enterpriseId, ids: certificates.map(({ id }) => id) };
}

/** What an officer sends to decide on all waiting OCOP certificates by one decision. */
export function bulkInput(given: Partial<NewBulkDecision> = {}): NewBulkDecision {
  return {
    id: randomUUID(),
    document: {
      number: `${freshNumber()}/QĐ-UBND`,
      day: decisionDay,
      issuer: "UBND tỉnh (thử)",
      schemeId: schemeId("ocop"),
      awards: ["3-star"],
    },
    paper: {
      sha256: "f".repeat(64),
      mediaType: "application/pdf",
      sizeBytes: 9,
      originalName: "qd.pdf",
      width: null,
      height: null,
    },
    filter: wholeQueue,
    query: "",
    ...given,
  };
}

/** Puts the list together; answers its id. */
export async function proposed(officer: Actor, now: Date, given: Partial<NewBulkDecision> = {}): Promise<string> {
  const input = bulkInput(given);
  const done = await proposeBulkDecision(input, officer, acting(officer, now));
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
}

/** What became of each certificate of a bulk decision: its status and why. */
export async function fates(id: string): Promise<Record<string, string>> {
  const found = await rows<{ id: string; fate: string }>(
    `SELECT certificate_id AS id, concat_ws(' ', status, reason) AS fate FROM bulk_decision_items
      WHERE bulk_decision_id = $1 ORDER BY position`,
    [id],
  );
  return Object.fromEntries(found.map((one) => [one.id, one.fate]));
}

export const bulkStatus = async (id: string): Promise<string | undefined> =>
  (await row<{ status: string }>("SELECT status FROM bulk_decisions WHERE id = $1", [id]))?.status;
