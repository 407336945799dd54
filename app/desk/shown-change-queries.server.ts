import { rows } from "~/platform/db/client.server";

/** The names of products by their ids. */
export const listProductNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const found = await rows<{ id: string; name: string }>("SELECT id, name FROM products WHERE id = ANY($1::uuid[])", [
    ids,
  ]);
  return new Map(found.map(({ id, name }) => [id, name]));
};

export interface NamedScan {
  id: string;
  mediaType: string;
  name: string;
}

export const listScans = async (ids: readonly string[]): Promise<Map<string, NamedScan>> => {
  const found = await rows<NamedScan>(
    `SELECT id, media_type AS "mediaType", original_name AS name FROM files WHERE id = ANY($1::uuid[]) AND purpose = 'scan'`,
    [ids],
  );
  return new Map(found.map((scan) => [scan.id, scan]));
};

export const listSchemeNames = async (ids: readonly string[]): Promise<Map<string, { vi: string; en: string }>> => {
  const found = await rows<{ id: string; vi: string; en: string }>(
    "SELECT id, name_vi AS vi, name_en AS en FROM schemes WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return new Map(found.map(({ id, vi, en }) => [id, { vi, en }]));
};
