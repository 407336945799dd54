import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Day, dayOf } from "~/platform/day";
import { dateColumn, dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { CertificateStatus } from "./certificate";
import type { CertificateForm } from "./certificate-form";
import { claimErrors, validToOf } from "./check-certificate";
import { numberKey } from "./number-key";
import { isNumberTaken } from "./number-taken.server";
import { checkRenewal, type RenewalRefusal } from "./renewal";
import { sortedScope } from "./scope";
import { storeScan } from "./store-scan.server";

export type WriteRefusal =
  | "notFound"
  | "stale"
  | "schemeId.unknown"
  | "number.taken"
  | "products.foreign"
  | "renewal.otherScheme"
  | RenewalRefusal
  | `level.${string}`
  | `issuedOn.${string}`
  | `validFrom.${string}`
  | `validTo.${string}`;

interface Facts {
  schemeId: string;
  number: string;
  numberKey: string;
  level: string | null;
  issuedOn: Date;
  validFrom: Date;
  validTo: Date | null;
}

/** Checks a form against its scheme: the columns to write, or the first thing that is wrong, named by its field. */
async function factsOf(tx: Transaction, form: CertificateForm, today: Day): Promise<Result<Facts, WriteRefusal>> {
  const scheme = await tx.prisma.scheme.findFirst({
    where: { id: form.schemeId, active: true },
    select: { validityMonths: true, levels: true },
  });
  if (!scheme) return refuse("schemeId.unknown");
  const level = form.level ?? null;
  const validTo = validToOf(form.validTo, form.validFrom, scheme);
  const [problem] = claimErrors(form, scheme, today);
  if (problem) return refuse(`${problem.field}.${problem.code}` as WriteRefusal);
  return accept({
    schemeId: form.schemeId,
    number: form.number,
    numberKey: numberKey(form.number),
    level,
    issuedOn: dateColumn(form.issuedOn),
    validFrom: dateColumn(form.validFrom),
    validTo: validTo === null ? null : dateColumn(validTo),
  });
}

async function areOwn(tx: Transaction, enterpriseId: string, products: readonly string[]): Promise<boolean> {
  const unique = [...new Set(products)];
  const count = await tx.prisma.product.count({
    where: { id: { in: unique }, enterpriseId, status: { not: "withdrawn" } },
  });
  return count === unique.length;
}

/** What a certificate says, as the journal keeps it: days and not columns. */
function journalled({ number, level, schemeId, ...days }: Facts, scanId: string | null, products: readonly string[]) {
  const validFrom = dayColumn(days.validFrom);
  return {
    schemeId,
    number,
    level,
    issuedOn: dayColumn(days.issuedOn),
    validFrom,
    validTo: days.validTo && dayColumn(days.validTo),
    scanId,
    scope: sortedScope([...new Set(products)].map((productId) => ({ productId, from: validFrom, to: null }))),
  };
}

/** Whether a certificate of the enterprise can be renewed by one of this scheme. */
async function canRenew(
  tx: Transaction,
  certificateId: string,
  enterpriseId: string,
  schemeId: string,
): Promise<Result<true, WriteRefusal>> {
  const renewed = await tx.prisma.certificate.findFirst({
    where: { id: certificateId, enterpriseId },
    select: {
      status: true,
      schemeId: true,
      renewals: { where: { status: { notIn: ["refused", "withdrawn", "revoked"] } }, select: { status: true } },
    },
  });
  if (!renewed) return refuse("notFound");
  if (renewed.schemeId !== schemeId) return refuse("renewal.otherScheme");
  const status = renewed.status as CertificateStatus;
  const [renewal = null] = renewed.renewals;
  return checkRenewal({ status, renewal: renewal && { status: renewal.status as CertificateStatus } });
}

/** A number that is taken is a refusal; a form that met its own twin is answered again, now that the twin is there. */
async function asRefusal<T>(write: () => Promise<Result<T, WriteRefusal>>): Promise<Result<T, WriteRefusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, "certificates_number_once")) return refuse("number.taken");
    if (isUniqueViolation(error, "certificates_one_renewal")) return refuse("renewal.alreadyRenewed");
    if (isUniqueViolation(error)) return write();
    throw error;
  }
}

interface Input {
  enterpriseId: string;
  form: CertificateForm;
  scan: PreparedFile | undefined;
  /** The certificate that the added one renews. */
  renews?: string;
}

/**
 * Adds a certificate as a draft. The id comes with the form, so that the same form sent twice adds one certificate: the
 * second time it is answered like the first.
 */
export async function addCertificate(
  { enterpriseId, form, scan, renews }: Input,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ certificateId: string }, WriteRefusal>> {
  return asRefusal(() =>
    inTransaction(acting, async (tx) => {
      if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const known = await tx.prisma.certificate.findUnique({ where: { id: form.id }, select: { enterpriseId: true } });
      if (known) return known.enterpriseId === enterpriseId ? accept({ certificateId: form.id }) : refuse("notFound");
      const facts = await factsOf(tx, form, dayOf(tx.now));
      if (!facts.ok) return facts;
      if (!(await areOwn(tx, enterpriseId, form.products))) return refuse("products.foreign");
      const supersedesId = renews ?? null;
      if (renews !== undefined) {
        const renewable = await canRenew(tx, renews, enterpriseId, form.schemeId);
        if (!renewable.ok) return renewable;
      }
      const place = { id: form.id, enterpriseId, supersedesId };
      if (await isNumberTaken(tx, { ...facts.value, ...place })) return refuse("number.taken");
      const scanId = scan ? await storeScan(tx, scan, enterpriseId, actor) : null;
      await tx.prisma.certificate.create({ data: { ...place, ...facts.value, scanId, createdAt: tx.now } });
      await tx.prisma.certificateProduct.createMany({
        data: [...new Set(form.products)].map((productId) => ({
          certificateId: form.id,
          productId,
          coversFrom: facts.value.validFrom,
          recordedAt: tx.now,
        })),
      });
      tx.record({
        event: "certificate.added",
        subject: { kind: "certificate", id: form.id },
        enterpriseId,
        data: { after: { ...journalled(facts.value, scanId, form.products), supersedesId } },
      });
      return accept({ certificateId: form.id });
    }),
  );
}

/** Changes a draft or a returned certificate; guarded by the version that the form was made from. */
export async function editCertificate(
  { enterpriseId, form, scan }: Input,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ certificateId: string }, WriteRefusal>> {
  return asRefusal(() =>
    inTransaction(acting, async (tx) => {
      if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const before = await tx.prisma.certificate.findFirst({
        where: { id: form.id, enterpriseId },
        include: { products: { select: { productId: true } } },
      });
      if (!before) return refuse("notFound");
      const facts = await factsOf(tx, form, dayOf(tx.now));
      if (!facts.ok) return facts;
      if (!(await areOwn(tx, enterpriseId, form.products))) return refuse("products.foreign");
      const { supersedesId } = before;
      if (supersedesId !== null && before.schemeId !== form.schemeId) return refuse("renewal.otherScheme");
      if (await isNumberTaken(tx, { ...facts.value, id: form.id, enterpriseId, supersedesId })) {
        return refuse("number.taken");
      }
      const scanId = scan ? await storeScan(tx, scan, enterpriseId, actor) : before.scanId;
      const { count } = await tx.prisma.certificate.updateMany({
        where: { id: form.id, version: form.version ?? 0, status: { in: ["draft", "returned"] } },
        data: { ...facts.value, scanId, version: { increment: 1 } },
      });
      if (count === 0) return refuse("stale");
      // Nothing of an unverified scope ever counted, so it is replaced and not ended with a day.
      await tx.prisma.certificateProduct.deleteMany({ where: { certificateId: form.id } });
      await tx.prisma.certificateProduct.createMany({
        data: [...new Set(form.products)].map((productId) => ({
          certificateId: form.id,
          productId,
          coversFrom: facts.value.validFrom,
          recordedAt: tx.now,
        })),
      });
      tx.record({
        event: "certificate.changed",
        subject: { kind: "certificate", id: form.id },
        enterpriseId,
        data: {
          before: journalled(
            before,
            before.scanId,
            before.products.map(({ productId }) => productId),
          ),
          after: journalled(facts.value, scanId, form.products),
        },
      });
      return accept({ certificateId: form.id });
    }),
  );
}
