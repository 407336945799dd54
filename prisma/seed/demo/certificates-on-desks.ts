import { addDays, addMonths, compareDays, type Day } from "~/platform/day";
import { instantOn } from "../builders";
import { randomFrom } from "../random";
import type { CertificateRow } from "../rows";
import { addCertificate, type Paper } from "./certificates";
import { type DemoEnterprise, type DemoProduct, hoursAgo, type Ledger, note, workdayAfter } from "./ledger";
import { addReasons, claim, decide, officerFor, openReview } from "./reviews";

type DeskState =
  | "waiting"
  | "claimed"
  | "returned"
  | "refused"
  | "draft"
  | "recalled"
  | "withdrawn"
  | "expiring"
  | "not-yet-valid"
  | "none";

// The owner whose account is printed meets the first few of these.
const deskStates: readonly DeskState[] = [
  ...["returned", "expiring", "draft", "waiting", "not-yet-valid", "waiting", "claimed", "refused"],
  ...["waiting", "withdrawn", "expiring", "waiting", "none", "returned", "waiting", "recalled", "draft", "waiting"],
] as DeskState[];
const waitingHours = [2, 5, 9, 26, 31, 50, 74, 98, 146, 200, 290, 410, 580, 860];

/** What lies on people's desks on the demo's day: every state a certificate can be in, of every age. */
export function addCertificatesOnDesks(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  const products = enterprises
    .flatMap((enterprise) => enterprise.products)
    .filter(({ row, index }) => row.status === "registered" && index % 5 === 4);
  for (const [place, product] of products.entries()) {
    const state = deskStates[place % deskStates.length] ?? "none";
    if (state !== "none") addOnDesk(ledger, product, state, place);
  }
}

function addOnDesk(ledger: Ledger, product: DemoProduct, state: Exclude<DeskState, "none">, place: number): void {
  const { enterprise } = product;
  const random = randomFrom(20_000 + place);
  const officer = officerFor(enterprise, place);
  const waited = waitingHours[place % waitingHours.length] ?? 2;
  const submittedAt = hoursAgo(ledger, waited + (state === "waiting" || state === "claimed" ? 0 : 90));
  const decidedAt = hoursAgo(ledger, waited + 1.5);
  const paper = {
    enterprise,
    products: [product],
    scheme: enterprise.theme.schemes[0] ?? "ocop",
    issuedOn: addDays(ledger.today, -random.between(50, 120)),
    random,
  };
  switch (state) {
    case "waiting":
    case "claimed": {
      const certificate = addCertificate(ledger, paper, { status: "submitted", submittedAt });
      const review = openReview(ledger, enterprise, "certificate", certificate.id, submittedAt);
      if (state === "claimed") claim(ledger, review, officer);
      return;
    }
    case "returned":
    case "refused": {
      const certificate = addCertificate(ledger, paper, { status: state, submittedAt });
      const review = decide(
        ledger,
        enterprise,
        certificate.id,
        officer,
        submittedAt,
        decidedAt,
        state === "returned" ? "return" : "refuse",
      );
      addReasons(ledger, review, place);
      return;
    }
    case "draft":
      addCertificate(ledger, paper, { status: "draft", submittedAt: null, createdAt: hoursAgo(ledger, waited + 3) });
      return;
    case "recalled":
    case "withdrawn": {
      const isRecalled = state === "recalled";
      const certificate = addCertificate(ledger, paper, { status: isRecalled ? "draft" : "withdrawn", submittedAt });
      openReview(ledger, enterprise, "certificate", certificate.id, submittedAt, { status: "cancelled" });
      const about = { enterpriseId: enterprise.row.id };
      note(ledger, hoursAgo(ledger, waited + 1), enterprise.owner.id, "certificate.recalled", certificate.id, about);
      if (isRecalled) return;
      note(ledger, hoursAgo(ledger, waited), enterprise.owner.id, "certificate.withdrawn", certificate.id, about);
      return;
    }
    case "expiring":
    case "not-yet-valid":
      addVerifiedAroundToday(ledger, paper, state, place);
  }
}

function addVerifiedAroundToday(
  ledger: Ledger,
  given: Paper,
  state: "expiring" | "not-yet-valid",
  place: number,
): void {
  const { random, products } = given;
  const validFrom =
    state === "expiring"
      ? addDays(addMonths(ledger.today, -12), random.between(4, 27))
      : addDays(ledger.today, random.between(8, 45));
  const issuedOn = state === "expiring" ? validFrom : addDays(ledger.today, -random.between(12, 25));
  // Twelve months: the only kind of term whose beginning is surely later than the product's registration.
  addVerified(ledger, { ...given, scheme: "high-quality-goods", issuedOn }, validFrom, place);
  for (const product of products) product.certified = state === "expiring";
}

/** A certificate that an officer verified a few days after it was issued. */
export function addVerified(ledger: Ledger, paper: Paper, validFrom: Day, place: number): CertificateRow {
  const { enterprise, products, issuedOn } = paper;
  // A certificate older than the enterprise's registration here is submitted once both are registered.
  const registeredOn = products[0]?.row.registeredOn ?? issuedOn;
  const submittedAt = workdayAfter(instantOn(compareDays(registeredOn, issuedOn) < 0 ? issuedOn : registeredOn), 2, 10);
  const decidedAt = workdayAfter(submittedAt, 5, 15);
  const course = { status: "verified" as const, submittedAt, decidedAt };
  const certificate = addCertificate(ledger, { ...paper, validFrom }, course);
  decide(ledger, enterprise, certificate.id, officerFor(enterprise, place), submittedAt, decidedAt, "verify");
  return certificate;
}
