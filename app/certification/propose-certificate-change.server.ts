import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { asOneProposal, lockLiveChange, type ProposeRefusal, proposeChange } from "~/reviews/propose-change.server";
import { diffOf } from "~/reviews/proposed-change";
import { dropChange } from "~/reviews/withdraw-change.server";
import { certificateFactsSchema, type ProposeCertificateForm } from "./certificate-change";
import { scopeOf } from "./certificate-scope.server";
import { claimErrors, validToOf } from "./check-certificate";
import { numberKey } from "./number-key";
import { isNumberTaken } from "./number-taken.server";
import { changeScope, type ScopeRefusal } from "./scope";
import { storeScan } from "./store-scan.server";

type Refusal =
  | "notFound"
  | "notAllowed"
  | "number.taken"
  | "joining.foreign"
  | `level.${string}`
  | `issuedOn.${string}`
  | `validFrom.${string}`
  | `validTo.${string}`
  | ScopeRefusal
  | ProposeRefusal;
type Proposed = Result<"proposed" | "dropped", Refusal>;

interface Input {
  enterpriseId: string;
  certificateId: string;
  form: ProposeCertificateForm;
  scan: PreparedFile | undefined;
  /** A scan of an earlier version that comes back. */
  earlierScanId?: string | undefined;
}

/**
 * Proposes corrections of a verified certificate and changes of its scope; what is verified stays counted as it is until
 * an officer decides. The scheme is not corrected: a document of another scheme is another certificate.
 */
export async function proposeCertificateChange(input: Input, actor: Actor, acting: Acting): Promise<Proposed> {
  return asOneProposal(() => inTransaction(acting, (tx) => propose(tx, input, actor)));
}

async function findVerified(tx: Transaction, { certificateId, enterpriseId }: Input) {
  return tx.prisma.certificate.findFirst({
    where: { id: certificateId, enterpriseId },
    include: { scheme: { select: { validityMonths: true, levels: true } } },
  });
}

async function propose(tx: Transaction, input: Input, actor: Actor): Promise<Proposed> {
  const { enterpriseId, certificateId, form } = input;
  if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
  const live = await lockLiveChange(tx, { kind: "certificate", id: certificateId });
  const found = await findVerified(tx, input);
  if (!found) return refuse("notFound");
  if (found.status !== "verified") return refuse("notAllowed");
  if (found.version !== form.version) return refuse("stale");
  const [problem] = claimErrors(form, found.scheme, dayOf(tx.now));
  if (problem) return refuse(`${problem.field}.${problem.code}` as Refusal);
  if (await isNumberTaken(tx, { ...found, numberKey: numberKey(form.number) })) return refuse("number.taken");
  const validTo = validToOf(form.validTo, form.validFrom, found.scheme);
  const before = {
    number: found.number,
    level: found.level,
    issuedOn: dayColumn(found.issuedOn),
    validFrom: dayColumn(found.validFrom),
    validTo: found.validTo && dayColumn(found.validTo),
    scanId: found.scanId,
    scope: await scopeOf(tx, certificateId),
  };
  if (!(await areOwnAndRegistered(tx, enterpriseId, form.joining))) return refuse("joining.foreign");
  const asked = { ...form, joinOn: form.joinOn ?? null, leaveOn: form.leaveOn ?? null };
  const scope = changeScope(before.scope, asked, { validFrom: form.validFrom, validTo });
  if (!scope.ok) return scope;
  const { number, issuedOn, validFrom, note } = form;
  const claimed = { number, level: form.level ?? null, issuedOn, validFrom, validTo };
  const after = { ...claimed, scanId: await scanOf(tx, input, live?.id, before.scanId, actor), scope: scope.value };
  const replaces = form.changeVersion ?? null;
  if (diffOf(before, after).length === 0 && live) {
    if (live.version !== replaces) return refuse("stale");
    await dropChange(tx, { kind: "certificate", id: certificateId, enterpriseId });
    return accept("dropped");
  }
  const proposed = await proposeChange(
    tx,
    {
      kind: "certificate",
      id: certificateId,
      enterpriseId,
      version: found.version,
      label: found.number,
      schemeId: found.schemeId,
    },
    { before, after, note, replaces },
    actor.accountId,
  );
  return proposed.ok ? accept("proposed") : proposed;
}

async function areOwnAndRegistered(
  tx: Transaction,
  enterpriseId: string,
  products: readonly string[],
): Promise<boolean> {
  const unique = [...new Set(products)];
  const count = await tx.prisma.product.count({ where: { id: { in: unique }, enterpriseId, status: "registered" } });
  return count === unique.length;
}

/** The scan that came with the form; else the one that comes back; else the one proposed already; else today's. */
async function scanOf(
  tx: Transaction,
  { scan, enterpriseId, earlierScanId }: Input,
  liveId: string | undefined,
  current: string | null,
  actor: Actor,
): Promise<string | null> {
  if (scan) return storeScan(tx, scan, enterpriseId, actor);
  if (earlierScanId) {
    const where = { id: earlierScanId, enterpriseId, purpose: "scan" };
    if (await tx.prisma.storedFile.findFirst({ where, select: { id: true } })) return earlierScanId;
  }
  if (!liveId) return current;
  const live = await tx.prisma.proposedChange.findUniqueOrThrow({ where: { id: liveId }, select: { after: true } });
  return certificateFactsSchema.parse(live.after).scanId ?? current;
}
