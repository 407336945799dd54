import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { cancelReview, openReview } from "~/reviews/open-review.server";
import { type CertificateAction, type CertificateStatus, nextCertificateStatus } from "./certificate";
import { type Missing, missingForSubmission } from "./check-certificate";
import { weighSuspicions } from "./suspicion-queries.server";

type OwnerAction = Extract<CertificateAction, "submit" | "recall" | "withdraw">;
export type OwnerRefusal = "notFound" | "stale" | "notAllowed" | `missing.${Missing}`;

const events = {
  submit: "certificate.submitted",
  recall: "certificate.recalled",
  withdraw: "certificate.withdrawn",
} as const satisfies Record<OwnerAction, string>;

interface Found {
  status: string;
  version: number;
  number: string;
  schemeId: string;
  scanId: string | null;
  products: { product: { status: string } }[];
}

function checkSubmission(found: Found): Result<true, OwnerRefusal> {
  const missing = missingForSubmission({
    hasScan: found.scanId !== null,
    products: found.products.map(({ product }) => product),
  })[0];
  return missing ? refuse(`missing.${missing}`) : accept(true);
}

async function moveReview(
  tx: Transaction,
  action: OwnerAction,
  id: string,
  { enterpriseId, number, schemeId }: Found & { enterpriseId: string },
): Promise<void> {
  if (action === "submit") {
    const [weighed] = await weighSuspicions(tx, [id], dayOf(tx.now));
    const risk = weighed?.risk ?? 0;
    await openReview(tx, { kind: "certificate", id, enterpriseId }, { label: number, schemeId, risk });
    tx.enqueue({ task: "weigh-certificate", payload: { certificateId: id } });
  }
  if (action === "recall") await cancelReview(tx, { kind: "certificate", id });
}

/** The owner's steps: hand a certificate in, take it back before it is decided, or give it up. */
export async function moveCertificate(
  {
    certificateId,
    enterpriseId,
    action,
    version,
  }: { certificateId: string; enterpriseId: string; action: OwnerAction; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, OwnerRefusal>> {
  return inTransaction(acting, async (tx) => {
    if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
    const found = await tx.prisma.certificate.findFirst({
      where: { id: certificateId, enterpriseId },
      select: {
        status: true,
        version: true,
        number: true,
        schemeId: true,
        scanId: true,
        products: { where: { coversTo: null }, select: { product: { select: { status: true } } } },
      },
    });
    if (!found) return refuse("notFound");
    if (found.version !== version) return refuse("stale");
    const next = nextCertificateStatus(found.status as CertificateStatus, action, "owner");
    if (!next.ok) return refuse("notAllowed");
    if (action === "submit") {
      const ready = checkSubmission(found);
      if (!ready.ok) return ready;
    }
    const { count } = await tx.prisma.certificate.updateMany({
      where: { id: certificateId, version, status: found.status },
      data: {
        status: next.value,
        version: { increment: 1 },
        ...(action === "submit" ? { submittedAt: tx.now } : {}),
      },
    });
    if (count === 0) return refuse("stale");
    await moveReview(tx, action, certificateId, { ...found, enterpriseId });
    tx.record({
      event: events[action],
      subject: { kind: "certificate", id: certificateId },
      enterpriseId,
      data: { before: { status: found.status }, after: { status: next.value } },
    });
    return accept(true);
  });
}
