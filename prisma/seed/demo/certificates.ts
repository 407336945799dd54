import { type CertificateStatus, defaultValidTo } from "~/certification/certificate";
import { sortedScope } from "~/certification/scope";
import { addDays, type Day } from "~/platform/day";
import { buildCertificate, buildCoverage, buildFile, instantOn } from "../builders";
import type { Random } from "../random";
import { schemes } from "../reference/schemes";
import type { CertificateRow } from "../rows";
import { type DemoEnterprise, type DemoProduct, hoursAgo, type Ledger, next, note } from "./ledger";

export interface Paper {
  enterprise: DemoEnterprise;
  products: readonly DemoProduct[];
  scheme: string;
  issuedOn: Day;
  validFrom?: Day;
  /** What the certificate renews, or a number that another has too. */
  supersedesId?: string;
  number?: string;
  /** What it says of its level, where that is not left to chance. */
  level?: string | null;
  withoutScan?: true;
  /** The signed decision that verifies it. */
  recognitionId?: string;
  random: Random;
}

export interface Course {
  status: CertificateStatus;
  submittedAt: Date | null;
  decidedAt?: Date;
  revokedOn?: Day;
  createdAt?: Date;
}

/** A certificate with its scan and the products it covers, and its way up to the submission. */
export function addCertificate(ledger: Ledger, paper: Paper, course: Course): CertificateRow {
  const { enterprise, products, scheme: code, issuedOn, random } = paper;
  const scheme = schemes.find((each) => each.code === code);
  if (scheme === undefined) throw new RangeError(`No scheme ${code}`);
  const n = next(ledger, "certificates");
  const createdAt = course.createdAt ?? new Date((course.submittedAt ?? hoursAgo(ledger, 30)).getTime() - 3_600_000);
  const validFrom = paper.validFrom ?? issuedOn;
  const { levels } = scheme;
  const isScanned = !paper.withoutScan && !(course.status === "draft" && n % 3 === 0);
  const isVerified = course.status === "verified" || course.status === "revoked";
  const row = buildCertificate(
    n,
    {
      enterpriseId: enterprise.row.id,
      supersedesId: paper.supersedesId ?? null,
      number: paper.number ?? numberLike(scheme.numberExample, n),
      level: paper.level === undefined ? levelOf(levels, code, random) : paper.level,
      issuedOn,
      validFrom,
      validTo: defaultValidTo(validFrom, scheme),
      scanId: isScanned ? addScan(ledger, enterprise, n, createdAt, isVerified) : null,
      recognitionId: paper.recognitionId ?? null,
      status: course.status,
      submittedAt: course.submittedAt,
      verifiedAt: isVerified ? (course.decidedAt ?? null) : null,
      revokedOn: course.status === "revoked" ? (course.revokedOn ?? null) : null,
      revocationRecordedAt:
        course.status === "revoked" && course.revokedOn ? instantOn(addDays(course.revokedOn, 2), 14) : null,
      revocationReason: course.status === "revoked" ? "Không còn đáp ứng điều kiện chứng nhận (demo)" : null,
      createdAt,
    },
    code,
  );
  ledger.tables.certificates.push(row);
  for (const product of products) {
    ledger.tables.certificate_products.push(
      buildCoverage(next(ledger, "certificate_products"), {
        certificateId: row.id,
        productId: product.row.id,
        coversFrom: validFrom,
        recordedAt: createdAt,
      }),
    );
  }
  const about = { enterpriseId: enterprise.row.id };
  note(ledger, createdAt, enterprise.owner.id, "certificate.added", row.id, { ...about, after: saidOf(row, products) });
  if (row.submittedAt !== null) {
    const after = { status: "submitted" };
    note(ledger, row.submittedAt, enterprise.owner.id, "certificate.submitted", row.id, { ...about, after });
  }
  return row;
}

/** What a certificate says, as the portal journals it. */
function saidOf(row: CertificateRow, products: readonly DemoProduct[]): object {
  const { schemeId, number, level, issuedOn, validFrom, validTo, scanId } = row;
  const scope = sortedScope(products.map((product) => ({ productId: product.row.id, from: validFrom, to: null })));
  return { schemeId, number, level, issuedOn, validFrom, validTo, scanId, scope };
}

// Most OCOP products have three stars and very few have five; VietGAP's kinds follow the product, here always crops.
function levelOf(levels: readonly string[], scheme: string, random: Random): string | null {
  if (levels.length === 0) return null;
  const [first = "", second = first, third = second] = levels;
  if (scheme === "vietgap") return first;
  const drawn = random.next();
  return drawn < 0.78 ? first : drawn < 0.96 ? second : third;
}

/** A number written like the scheme's own, marked as a demo's. */
const numberLike = (example: string, n: number): string =>
  `DEMO-${(example || "1234").replace(/\d+/, String(n).padStart(4, "0"))}`;

function addScan(
  ledger: Ledger,
  { row, owner }: DemoEnterprise,
  n: number,
  createdAt: Date,
  isVerified: boolean,
): string | null {
  const { scans } = ledger.pictures;
  const sheet = scans[n % scans.length]?.[n % 4 === 0 ? 1 : 0];
  // What officers compare must not look like everything else; what is long verified shares a few sheets.
  const { ownScans } = ledger.pictures;
  const used = new Set(ledger.tables.files.map(({ sha256 }) => sha256));
  const own = ownScans.find(({ sha256 }) => !used.has(sha256)) ?? ownScans[n % ownScans.length];
  const picture = isVerified ? sheet : own;
  if (picture === undefined) return null;
  const { extension, ...stored } = picture;
  const file = buildFile(next(ledger, "files"), {
    ...stored,
    purpose: "scan",
    originalName: `giay-chung-nhan-${n}.${extension}`,
    enterpriseId: row.id,
    uploadedById: owner.id,
    createdAt,
  });
  ledger.tables.files.push(file);
  return file.id;
}
