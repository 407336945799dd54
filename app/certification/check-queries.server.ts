import { row, rows } from "~/platform/db/client.server";
import type { CheckableCertificate } from "./checked-certificate";

const checkable = `
  SELECT c.code, s.name_vi AS "schemeVi", s.name_en AS "schemeEn", s.issuer_vi AS "issuerVi", s.issuer_en AS "issuerEn",
    c.number, c.level, c.issued_on AS "issuedOn", c.valid_from AS "validFrom", c.valid_to AS "validTo",
    c.revoked_on AS "revokedOn", e.name AS "enterpriseName",
    (SELECT r.reason FROM revocations r WHERE r.certificate_id = c.id AND r.status = 'confirmed' LIMIT 1) AS "revocationReason",
    COALESCE((SELECT json_agg(json_build_object('name', p.name, 'from', cp.covers_from,
        'to', LEAST(cp.covers_to, p.withdrawn_on - 1)) ORDER BY p.name, cp.covers_from, p.id)
      FROM certificate_products cp JOIN products p ON p.id = cp.product_id
      WHERE cp.certificate_id = c.id AND p.status <> 'draft'), '[]'::json) AS products,
    (SELECT json_build_object('code', r.code, 'number', r.number, 'validFrom', r.valid_from, 'validTo', r.valid_to,
        'revokedOn', r.revoked_on)
      FROM certificates r WHERE r.supersedes_id = c.id AND r.status = 'verified' LIMIT 1) AS renewal
  FROM certificates c JOIN schemes s ON s.id = c.scheme_id JOIN enterprises e ON e.id = c.enterprise_id
  WHERE c.verified_at IS NOT NULL`;

/** A certificate as anyone may check it. One that was never verified is as unknown as one that does not exist. */
export const findCheckable = (code: string): Promise<CheckableCertificate | undefined> =>
  row<CheckableCertificate>(`${checkable} AND c.code = $1`, [code.trim().toLowerCase()]);

/** The most certificates that one number is answered with: a decision may recognise many products. */
export const mostFoundByNumber = 50;

/** The certificates of a scheme with a number, however it is spelt. */
export const listCheckableByNumber = (schemeId: string, number: string): Promise<CheckableCertificate[]> =>
  rows<CheckableCertificate>(
    `${checkable} AND c.scheme_id = $1 AND number_letters(c.number) = number_letters($2) AND number_letters($2) <> ''
      ORDER BY c.valid_from DESC, c.code LIMIT ${mostFoundByNumber}`,
    [schemeId, number],
  );

/** Every scheme, also those no longer in use: their certificates may still hold. */
export const listSchemesToCheck = () =>
  rows<{ id: string; nameVi: string; nameEn: string }>(
    `SELECT id, name_vi AS "nameVi", name_en AS "nameEn" FROM schemes ORDER BY position, name_vi LIMIT 200`,
  );

/** Whether a code is a certificate's that anyone may check. */
export const findCheckableCode = (code: string) =>
  row<{ code: string }>("SELECT code FROM certificates WHERE code = $1 AND verified_at IS NOT NULL", [
    code.trim().toLowerCase(),
  ]);
