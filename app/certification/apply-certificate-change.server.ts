import { dateColumn } from "~/platform/db/columns.server";
import { isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { ApplicableChange, ChangeKind } from "~/reviews/decide-change.server";
import {
  type CertificateFact,
  type CertificateFacts,
  certificateFacts,
  certificateFactsSchema,
} from "./certificate-change";
import { scopeOf } from "./certificate-scope.server";
import { numberKey } from "./number-key";
import { isNumberTaken } from "./number-taken.server";
import { type Coverage, earlierSpans, scopeSteps, sortedScope } from "./scope";

async function apply(tx: Transaction, change: ApplicableChange): Promise<Result<true, "stale" | "number.taken">> {
  const { subjectId: id, enterpriseId, baseVersion, before, changeId, proposedById } = change;
  const { scope, ...facts } = certificateFactsSchema.parse(change.after);
  if (facts.number !== undefined && (await isTakenBy(tx, id, facts.number))) return refuse("number.taken");
  if (facts.validFrom !== undefined || facts.validTo !== undefined) await correctPeriod(tx, id, facts);
  const { count } = await tx.prisma.certificate.updateMany({
    where: { id, enterpriseId, version: baseVersion, status: "verified" },
    data: { ...columnsOf(facts), version: { increment: 1 } },
  });
  if (count === 0) return refuse("stale");
  const old = certificateFactsSchema.parse(before);
  const current = await scopeOf(tx, id);
  const earlier = old.validFrom && facts.validFrom ? earlierSpans(current, old.validFrom, facts.validFrom) : [];
  const wanted = sortedScope([...(scope ?? current), ...earlier]);
  if (!(await writeScope(tx, id, current, wanted))) return refuse("stale");
  const isScopeChanged = scope !== undefined || earlier.length > 0;
  tx.record({
    event: "certificate.changed",
    subject: { kind: "certificate", id },
    enterpriseId,
    data: {
      before: { ...before, ...(isScopeChanged && { scope: current }) },
      after: { ...change.after, ...(isScopeChanged && { scope: wanted }) },
      changeId,
      proposedById,
    },
  });
  return accept(true);
}

/**
 * Lays the days that were held true until now beside the corrected ones, so that figures as known before do not change.
 * Comes before the certificate itself is written: otherwise the database does it, with the time of its own clock.
 */
async function correctPeriod(tx: Transaction, certificateId: string, facts: CertificateFacts): Promise<void> {
  const known = await tx.prisma.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { validFrom: true, validTo: true },
  });
  const { validFrom, validTo } = { ...known, ...columnsOf(facts) };
  await tx.prisma.certificatePeriod.updateMany({
    where: { certificateId, supersededAt: null },
    data: { supersededAt: tx.now },
  });
  await tx.prisma.certificatePeriod.create({ data: { certificateId, validFrom, validTo, recordedAt: tx.now } });
}

async function isTakenBy(tx: Transaction, id: string, number: string): Promise<boolean> {
  const found = await tx.prisma.certificate.findUniqueOrThrow({
    where: { id },
    select: { id: true, enterpriseId: true, schemeId: true, supersedesId: true },
  });
  return isNumberTaken(tx, { ...found, numberKey: numberKey(number) });
}

function columnsOf({ number, level, issuedOn, validFrom, validTo, scanId }: CertificateFacts) {
  return {
    ...(number !== undefined && { number, numberKey: numberKey(number) }),
    ...(level !== undefined && { level }),
    ...(issuedOn !== undefined && { issuedOn: dateColumn(issuedOn) }),
    ...(validFrom !== undefined && { validFrom: dateColumn(validFrom) }),
    ...(validTo !== undefined && { validTo: validTo === null ? null : dateColumn(validTo) }),
    ...(scanId !== undefined && { scanId }),
  };
}

/** Begins and ends spans, each with the time at which it is recorded; nothing is deleted. False when one was ended meanwhile. */
async function writeScope(
  tx: Transaction,
  certificateId: string,
  before: readonly Coverage[],
  after: readonly Coverage[],
): Promise<boolean> {
  const { joined, ended } = scopeSteps(before, after);
  for (const { productId, from, to } of ended) {
    if (to === null) continue;
    const { count } = await tx.prisma.certificateProduct.updateMany({
      where: { certificateId, productId, coversFrom: dateColumn(from), coversTo: null },
      data: { coversTo: dateColumn(to), endRecordedAt: tx.now },
    });
    if (count === 0) return false;
  }
  await tx.prisma.certificateProduct.createMany({
    data: joined.map(({ productId, from, to }) => ({
      certificateId,
      productId,
      coversFrom: dateColumn(from),
      coversTo: to === null ? null : dateColumn(to),
      recordedAt: tx.now,
      endRecordedAt: to === null ? null : tx.now,
    })),
  });
  return true;
}

const labels = { scope: "products", scanId: "scan" } as const;

const isFact = (field: string): field is CertificateFact => certificateFacts.some((known) => known === field);

/** What the certificates bring to the engine of proposed changes. */
export const certificateChanges: ChangeKind = {
  apply,
  path: (enterpriseId, certificateId) => `/quan-ly/${enterpriseId}/chung-nhan/${certificateId}`,
  fieldWords: (t, field) => {
    if (!isFact(field)) return field;
    return t(`certification:field.${field === "scope" || field === "scanId" ? labels[field] : field}`);
  },
  refusalOf: (error) => (isUniqueViolation(error, "certificates_number_once") ? "number.taken" : undefined),
};
