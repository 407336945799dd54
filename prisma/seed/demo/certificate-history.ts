import type { CertificateStatus } from "~/certification/certificate";
import { addDays, dayOf } from "~/platform/day";
import { instantOn } from "../builders";
import { randomFrom } from "../random";
import type { AccountRow, CertificateRow } from "../rows";
import { addCertificate, type Paper } from "./certificates";
import { type DemoEnterprise, isPast, type Ledger, next, note, workdayAfter } from "./ledger";
import { addReasons, decide, officerFor, openReview } from "./reviews";
import { addConfirmedRevocation } from "./revocations";

/** The past of every enterprise: first certificates, renewals, those that ran out and those that were taken away. */
export function addCertificateHistory(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  for (const [index, enterprise] of enterprises.entries()) {
    const random = randomFrom(9000 + index);
    const products = enterprise.products.filter(
      ({ row, index: place }) => row.registeredOn !== null && place % 5 !== 4,
    );
    const [first = "ocop", second = "trademark"] = enterprise.theme.schemes;
    if (index % 4 === 1) {
      addChain(ledger, { enterprise, products, scheme: second, random }, index);
      addChain(ledger, { enterprise, products: products.slice(0, 1), scheme: first, random }, index + 500);
    } else {
      for (const product of products) {
        addChain(ledger, { enterprise, products: [product], scheme: first, random }, product.index);
        if (product.index % 9 === 2) {
          addChain(ledger, { enterprise, products: [product], scheme: second, random }, product.index + 700);
        }
      }
    }
    // A certificate of the site counts for no target, and the portal shows it all the same.
    if (index % 8 === 3) addChain(ledger, { enterprise, products, scheme: "haccp", random }, index + 900);
  }
}

function addChain(ledger: Ledger, given: Omit<Paper, "issuedOn">, place: number): void {
  const { random, products, enterprise } = given;
  const registered = products
    .map(({ row }) => row.registeredOn ?? "")
    .sort()
    .at(-1);
  if (registered === undefined) return;
  let issuedOn = addDays(registered, -random.between(5, 200));
  let submittedAt = instantOn(addDays(registered, random.between(1, 14)), 8 + random.next() * 9);
  const isRevoked = place % 37 === 11;
  for (let round = 0; ; round += 1) {
    const decidedAt = workdayAfter(submittedAt, random.between(1, 9), 8 + random.next() * 8);
    if (!isPast(ledger, dayOf(submittedAt)) || issuedOn >= ledger.today) return;
    if (products.every(({ row }) => row.withdrawnOn !== null && row.withdrawnOn < issuedOn)) return;
    const isDecided = isPast(ledger, dayOf(decidedAt));
    const revokedOn = addDays(issuedOn, 420);
    const isGone =
      isDecided && isRevoked && round === 0 && isPast(ledger, addDays(revokedOn, 2)) && revokedOn > dayOf(decidedAt);
    const status: CertificateStatus = isGone ? "revoked" : isDecided ? "verified" : "submitted";
    const certificate = addCertificate(ledger, { ...given, issuedOn }, { status, submittedAt, decidedAt, revokedOn });
    const officer = officerFor(enterprise, place);
    if (!isDecided) {
      openReview(ledger, enterprise, "certificate", certificate.id, submittedAt);
      return;
    }
    if (place % 12 === 7 && round === 0) addEarlierReturn(ledger, enterprise, certificate, officer, submittedAt);
    decide(ledger, enterprise, certificate.id, officer, submittedAt, decidedAt, "verify");
    for (const product of products) product.certified = true;
    if (isGone) addConfirmedRevocation(ledger, enterprise, certificate, place);
    if (isGone || certificate.validTo === null || random.chance(0.13)) return;
    issuedOn = addDays(certificate.validTo, -random.between(-12, 25));
    submittedAt = instantOn(addDays(issuedOn, random.between(2, 9)), 8 + random.next() * 9);
  }
}

function addEarlierReturn(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  certificate: CertificateRow,
  officer: AccountRow,
  submittedAt: Date,
): void {
  const firstSubmittedAt = new Date(submittedAt.getTime() - 45 * 60_000);
  const returnedAt = new Date(submittedAt.getTime() - 20 * 60_000);
  note(ledger, firstSubmittedAt, enterprise.owner.id, "certificate.submitted", certificate.id, {
    enterpriseId: enterprise.row.id,
    after: { number: certificate.number },
  });
  const review = decide(ledger, enterprise, certificate.id, officer, firstSubmittedAt, returnedAt, "return");
  addReasons(ledger, review, next(ledger, "reviews"));
}
