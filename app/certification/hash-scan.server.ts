import { row, rows } from "~/platform/db/client.server";
import { derivedPhoto } from "~/platform/files/derived-photo.server";
import { pdfPagePicture } from "~/platform/files/pdf-pages.server";
import { pictureHash } from "~/platform/files/picture-hash.server";

interface Scan {
  id: string;
  sha256: string;
  mediaType: string;
}

const unhashed = `SELECT f.id, f.sha256, f.media_type AS "mediaType" FROM files f`;

/** Reckons what a stored scan looks like, if that is not known yet: a PDF by its first page. */
export async function hashScan(fileId: string): Promise<void> {
  const scan = await row<Scan>(`${unhashed} WHERE f.id = $1 AND f.picture_hash IS NULL`, [fileId]);
  if (scan) await reckon(scan);
}

async function reckon({ id, sha256, mediaType }: Scan): Promise<void> {
  const picture = await (mediaType === "application/pdf"
    ? pdfPagePicture(sha256, 1, 1200)
    : derivedPhoto(sha256, 1200));
  const hash = picture === undefined ? undefined : await pictureHash(picture);
  if (hash !== undefined) await rows("UPDATE files SET picture_hash = $2 WHERE id = $1", [id, String(hash)]);
}

/** Reckons what came in by other ways than a submission, so many at a time; answers how many it tried. */
export async function hashEarlierScans(limit: number): Promise<number> {
  const scans = await rows<Scan>(
    `${unhashed} WHERE f.picture_hash IS NULL AND f.purpose = 'scan'
        AND EXISTS (SELECT FROM certificates c WHERE c.scan_id = f.id AND c.submitted_at IS NOT NULL)
      ORDER BY f.created_at DESC LIMIT $1`,
    [limit],
  );
  for (const scan of scans) await reckon(scan);
  return scans.length;
}
