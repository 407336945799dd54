import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import { formatDay } from "~/platform/format";
import { versionField } from "~/platform/http/fields";
import type { FormState } from "~/platform/http/page-form";
import type { Language } from "~/platform/i18n";
import { findChangeOf } from "~/reviews/change-queries.server";
import { isLive } from "~/reviews/proposed-change";
import { reasonState } from "~/reviews/reason";
import { type Version, versionsOf } from "~/reviews/version";
import { listSubjectEntries } from "~/reviews/version-queries.server";
import { certificateFacts, certificateFactsSchema } from "./certificate-change";
import type { CertificateView } from "./certificate-queries.server";
import { type Coverage, openScope, scopeChangeOf } from "./scope";

/** An earlier version of a certificate by its place in the journal. */
export const findCertificateVersion = async (certificateId: string, seq: number): Promise<Version | undefined> =>
  versionsOf(await listSubjectEntries("certificate", certificateId), certificateFacts).find(
    (version) => version.seq === seq,
  );

const listScope = (certificateId: string) =>
  rows<Coverage>(
    `SELECT product_id AS "productId", covers_from AS "from", covers_to AS "to" FROM certificate_products
      WHERE certificate_id = $1 ORDER BY product_id, covers_from`,
    [certificateId],
  );

export interface ProposalStart {
  changeId: string | undefined;
  defaults: Record<string, string | string[]>;
  /** The form with the officer's reasons at its fields, where the proposal was sent back. */
  returned: FormState | undefined;
  restored: { number: number; seq: number } | undefined;
  /** The products that can leave: covered now, with no last day set. */
  covered: string[];
}

/**
 * What the form of a proposal begins with: the certificate as it is verified, over it what is proposed already, over that
 * the facts of an earlier version that shall come back. The scope of an earlier version is history and stays that.
 */
export async function startOfProposal(
  certificate: CertificateView,
  asked: number | undefined,
  { today, language }: { today: Day; language: Language },
): Promise<ProposalStart> {
  const found = await findChangeOf("certificate", certificate.id);
  const live = found && isLive(found.status) ? found : undefined;
  const restored = asked === undefined ? undefined : await findCertificateVersion(certificate.id, asked);
  const { number, level, issuedOn, validFrom, validTo, version } = certificate;
  const proposed = live ? certificateFactsSchema.parse(live.after) : {};
  const old = certificateFactsSchema.catch({}).parse(restored?.facts ?? {});
  const claim = { number, level, issuedOn, validFrom, validTo, ...proposed, ...old };
  const scope = await listScope(certificate.id);
  const change = scopeChangeOf(scope, proposed.scope ?? scope);
  const dayText = (day: Day | null): string => (day === null ? "" : formatDay(day, language));
  const defaults = {
    version: String(version),
    changeVersion: live ? String(live.version) : "",
    number: claim.number,
    level: claim.level ?? "",
    issuedOn: dayText(claim.issuedOn),
    validFrom: dayText(claim.validFrom),
    validTo: dayText(claim.validTo),
    joining: [...change.joining],
    joinOn: dayText(change.joinOn),
    leaving: [...change.leaving],
    leaveOn: dayText(change.leaveOn),
    note: live?.note ?? "",
  };
  return {
    changeId: live?.id,
    defaults,
    returned:
      live?.status === "returned" && !restored
        ? reasonState(
            defaults,
            { note: live.decisionNote, reasons: live.reasons.map(atFormField) },
            formOrder,
            language,
          )
        : undefined,
    restored: restored && { number: restored.number, seq: restored.seq },
    covered: openScope(scope, today).flatMap(({ productId, to }) => (to === null ? [productId] : [])),
  };
}

// What an officer says of the scope or the scan stands at the first field of the form that is about it.
const formOrder = ["number", "level", "issuedOn", "validFrom", "validTo", "scan", "joining"];
const formFields: Readonly<Partial<Record<string, string>>> = { scope: "joining", scanId: "scan" };
const atFormField = <R extends { field: string }>(reason: R): R => ({
  ...reason,
  field: formFields[reason.field] ?? reason.field,
});

/** What an earlier version said, as the form of a certificate that is not verified takes it up; its scan stays where it is. */
export async function restoredClaim(certificateId: string, asked: string | null) {
  const seq = versionField.safeParse(asked ?? undefined).data;
  const version = seq === undefined ? undefined : await findCertificateVersion(certificateId, seq);
  if (!version) return undefined;
  const { scanId: _, scope, ...claim } = certificateFactsSchema.catch({}).parse(version.facts);
  return { ...claim, ...(scope && { products: scope.map(({ productId }) => productId) }) };
}
