import { type ReminderDays, reminderDue } from "~/certification/reminder";
import { addDays, addMonths, type Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { buildNotice, instantOn } from "../builders";
import { randomFrom } from "../random";
import type { CertificateRow } from "../rows";
import { addCertificate, type Paper } from "./certificates";
import { addVerified } from "./certificates-on-desks";
import { type DemoEnterprise, type DemoProduct, hoursAgo, type Ledger, next } from "./ledger";
import { officerFor, openReview } from "./reviews";
import { addProposedRevocation } from "./revocations";

const scheme = "high-quality-goods";
// Told yesterday morning, when so many days were left.
const daysLeft: readonly ReminderDays[] = [90, 30, 7];
const daysLate = 4;
const daysToRevocation = 20;

/**
 * How certificates end and go on: three of the printed owner's about to end, with the reminders in the inboxes; the
 * renewal of one of them in review, a few days too late; a revocation to come that waits for a second officer; and a
 * certificate with the scan and the number of somebody else's.
 */
export function addCertificateEnds(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  const [first] = enterprises;
  if (!first) return;
  const certified = (of: readonly DemoEnterprise[]) =>
    of.flatMap(({ products }) => products).filter(({ row, certified }) => row.status === "registered" && certified);
  const own = certified(enterprises.filter(({ owner }) => owner === first.owner));
  const others = certified(enterprises.filter(({ owner, row }) => owner !== first.owner && row.closedOn === null));
  const ending = daysLeft.map((days, place) => addEnding(ledger, own[place % own.length], days, place));
  const [product, twin] = others;
  if (own[1] && ending[1]) addLateRenewal(ledger, own[1], ending[1]);
  if (product) addRevocationToCome(ledger, product);
  if (own[0] && twin && ending[0]) addTwin(ledger, twin, ending[0]);
}

const paperOf = (product: DemoProduct, place: number): Omit<Paper, "issuedOn"> => ({
  enterprise: product.enterprise,
  products: [product],
  scheme,
  random: randomFrom(31_000 + place),
});

function addEnding(
  ledger: Ledger,
  product: DemoProduct | undefined,
  days: ReminderDays,
  place: number,
): CertificateRow | undefined {
  if (!product) return undefined;
  const told = addDays(ledger.today, -1);
  const validFrom = addMonths(addDays(told, days + 1), -12);
  const certificate = addVerified(ledger, { ...paperOf(product, place), issuedOn: validFrom }, validFrom, place);
  const { validTo } = certificate;
  const daysBefore = validTo === null ? null : reminderDue(validTo, told);
  if (validTo === null || daysBefore === null) return certificate;
  const remindedAt = instantOn(told, 7);
  ledger.tables.certificate_reminders.push({ certificateId: certificate.id, validTo, daysBefore, remindedAt });
  tell(ledger, product.enterprise, certificate, validTo, remindedAt, place);
  return certificate;
}

function tell(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  { id, number }: CertificateRow,
  validTo: Day,
  createdAt: Date,
  place: number,
): void {
  const day = formatDay(validTo, "vi");
  const readers = [
    { reader: enterprise.owner, path: `/quan-ly/${enterprise.row.id}/chung-nhan/${id}` },
    { reader: officerFor(enterprise, place), path: `/tham-dinh/chung-nhan/${id}` },
  ];
  for (const { reader, path } of readers) {
    ledger.tables.notices.push(
      buildNotice(next(ledger, "notices"), {
        accountId: reader.id,
        event: "certificate.expiring",
        enterpriseId: enterprise.row.id,
        subject: `Giấy chứng nhận ${number} hết hiệu lực sau ngày ${day}`,
        text: `Giấy chứng nhận ${number} có hiệu lực đến hết ngày ${day} (demo).`,
        path,
        createdAt,
        toldAt: createdAt,
      }),
    );
  }
}

function addLateRenewal(ledger: Ledger, product: DemoProduct, renewed: CertificateRow): void {
  if (renewed.validTo === null) return;
  const submittedAt = hoursAgo(ledger, 20);
  const paper = {
    ...paperOf(product, 10),
    issuedOn: addDays(ledger.today, -6),
    validFrom: addDays(renewed.validTo, 1 + daysLate),
    supersedesId: renewed.id,
  };
  const certificate = addCertificate(ledger, paper, { status: "submitted", submittedAt });
  openReview(ledger, product.enterprise, "certificate", certificate.id, submittedAt, labelOf(certificate));
}

function addRevocationToCome(ledger: Ledger, product: DemoProduct): void {
  const validFrom = addMonths(addDays(ledger.today, 200), -12);
  const certificate = addVerified(ledger, { ...paperOf(product, 20), issuedOn: validFrom }, validFrom, 1);
  addProposedRevocation(ledger, product.enterprise, certificate, addDays(ledger.today, daysToRevocation));
}

function addTwin(ledger: Ledger, product: DemoProduct, original: CertificateRow): void {
  const submittedAt = hoursAgo(ledger, 28);
  const paper = { ...paperOf(product, 30), issuedOn: original.issuedOn, number: original.number };
  const certificate = addCertificate(ledger, paper, { status: "submitted", submittedAt });
  const scan = ledger.tables.files.find(({ id }) => id === original.scanId);
  const own = ledger.tables.files.find(({ id }) => id === certificate.scanId);
  // A sheet that no other certificate shares.
  if (scan && own) Object.assign(scan, { sha256: own.sha256, mediaType: own.mediaType, sizeBytes: own.sizeBytes });
  openReview(ledger, product.enterprise, "certificate", certificate.id, submittedAt, {
    ...labelOf(certificate),
    risk: 5,
  });
}

const labelOf = ({ number, schemeId }: CertificateRow) => ({ label: number, schemeId });
