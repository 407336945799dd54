import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { ProductGroup, ProductStatus } from "./product";

export interface Photo {
  fileId: string;
  width: number;
  height: number;
  /** What it shows, in its owner's words; empty where nobody said. */
  caption: string;
}

/** SQL of a photo whose file is `f`. */
export const photoJson =
  "json_build_object('fileId', f.id, 'width', f.width, 'height', f.height, 'caption', f.caption)";

/** A product as members of its enterprise see it. */
export interface MemberProduct {
  id: string;
  code: string;
  group: ProductGroup;
  name: string;
  description: string;
  price: number | null;
  unit: string;
  gtin: string | null;
  status: ProductStatus;
  registeredOn: Day | null;
  withdrawnOn: Day | null;
  version: number;
  photos: Photo[];
}

const photosColumn = `COALESCE((SELECT json_agg(${photoJson} ORDER BY ph.position, f.id)
  FROM product_photos ph JOIN files f ON f.id = ph.file_id WHERE ph.product_id = p.id), '[]') AS photos`;

/** A product of the enterprise, if the account is the enterprise's member. */
export async function findMemberProduct(
  enterpriseId: string,
  productId: string,
  accountId: string,
): Promise<MemberProduct | undefined> {
  return row<MemberProduct>(
    `SELECT p.id, p.code, p."group", p.name, p.description, p.price, p.unit, p.gtin, p.status,
        p.registered_on AS "registeredOn", p.withdrawn_on AS "withdrawnOn", p.version, ${photosColumn}
      FROM products p JOIN representatives m ON m.enterprise_id = p.enterprise_id AND m.account_id = $3
      WHERE p.id = $2 AND p.enterprise_id = $1`,
    [enterpriseId, productId, accountId],
  );
}

/** A product's photo with the content it is cut from. */
export interface SourcePhoto extends Omit<Photo, "caption"> {
  sha256: string;
}

/** The photos of a product, in their order; whose product it is, is decided before. */
export async function listSourcePhotos(productId: string): Promise<SourcePhoto[]> {
  return rows<SourcePhoto>(
    `SELECT f.id AS "fileId", f.sha256, f.width, f.height FROM product_photos ph JOIN files f ON f.id = ph.file_id
      WHERE ph.product_id = $1 ORDER BY ph.position, f.id LIMIT 20`,
    [productId],
  );
}

/** Whether a certificate that was verified covers the product on a day or later, so that its edits are proposed. */
export async function isUnderVerifiedCertificate(productId: string, today: Day): Promise<boolean> {
  const found = await row(
    `SELECT FROM certificate_products cp JOIN certificates c ON c.id = cp.certificate_id
      WHERE cp.product_id = $1 AND (cp.covers_to IS NULL OR cp.covers_to >= $2::date) AND c.status = 'verified' LIMIT 1`,
    [productId, today],
  );
  return found !== undefined;
}

export type ProductRow = Pick<
  MemberProduct,
  "code" | "name" | "group" | "description" | "price" | "unit" | "gtin" | "status"
>;

/** One page of an enterprise's products for its member, withdrawn ones last, and how many there are. */
export async function listMemberProducts(
  enterpriseId: string,
  accountId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: ProductRow[]; total: number }> {
  const found = await rows<ProductRow & { total: number }>(
    `SELECT p.code, p.name, p."group", p.description, p.price, p.unit, p.gtin, p.status, count(*) OVER () AS total
      FROM products p JOIN representatives m ON m.enterprise_id = p.enterprise_id AND m.account_id = $2
      WHERE p.enterprise_id = $1 ORDER BY p.status = 'withdrawn', p.name, p.id LIMIT $3 OFFSET $4`,
    [enterpriseId, accountId, page.limit, page.offset],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}

/** Stored photos by their ids, in the order asked for; one that is gone is left out. */
export const listPhotos = (fileIds: readonly string[]) =>
  rows<Photo>(
    `SELECT f.id AS "fileId", f.width, f.height, f.caption FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
      JOIN files f ON f.id = asked.id AND f.purpose = 'photo' AND f.width > 0 AND f.height > 0 ORDER BY asked.place`,
    [fileIds],
  );

/** The code of a product that has been registered, also when it was withdrawn since; undefined for a draft. */
export async function findRegisteredCode(code: string): Promise<{ code: string } | undefined> {
  return row("SELECT code FROM products WHERE code = $1 AND status <> 'draft'", [code]);
}

/** A photo's file, and whether anyone may see it or only those it concerns. */
export interface PhotoFile {
  sha256: string;
  mediaType: string;
  originalName: string;
  isPublic: boolean;
  isMember: boolean;
}

/** A stored photo, with the account's standing to it (null for anyone): one that is proposed, or was once shown, is not public. */
export async function findPhoto(fileId: string, accountId: string | null): Promise<PhotoFile | undefined> {
  return row<PhotoFile>(
    `SELECT f.sha256, f.media_type AS "mediaType", f.original_name AS "originalName",
        EXISTS (SELECT FROM product_photos ph JOIN products p ON p.id = ph.product_id
          WHERE ph.file_id = f.id AND p.status = 'registered') AS "isPublic",
        EXISTS (SELECT FROM memberships m WHERE m.enterprise_id = f.enterprise_id AND m.account_id = $2) AS "isMember"
      FROM files f WHERE f.id = $1 AND f.purpose = 'photo'`,
    [fileId, accountId],
  );
}
