import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Day } from "~/platform/day";
import { dateColumn } from "~/platform/db/columns.server";
import type { Acting, Transaction } from "~/platform/db/transaction.server";
import { type RecordPlace, type SaveRefusal, saveRecord } from "~/platform/db/versioned-record.server";
import { dayField, versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";
import { readHosts } from "./marketplace-hosts";

const hostLines = z
  .string()
  .max(15_000, { error: "listings:hosts.tooMany" })
  .default("")
  .transform((lines, context) => {
    const hosts = readHosts(lines);
    if (hosts.ok) return hosts.value;
    context.addIssue({ code: "custom", message: `listings:hosts.${hosts.code}` });
    return z.NEVER;
  });

const windowError = { error: "listings:marketplaces.windowRange" };

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: "listings:marketplaces.codeFormat" });

const fields = {
  id: z.uuid(),
  version: versionField,
  name: z.string().max(100, { error: "listings:marketplaces.tooLong" }),
  hosts: hostLines.refine((hosts) => hosts.length > 0, { error: "listings:hosts.required" }),
  shortLinkHosts: hostLines,
  windowDays: z.coerce.number(windowError).int(windowError).min(1, windowError).max(730, windowError),
  recognisedFrom: dayField,
  recognisedTo: dayField.optional(),
};

interface Related {
  hosts: string[];
  shortLinkHosts: string[];
  recognisedFrom: Day;
  recognisedTo?: Day | undefined;
}

function checkTogether(form: Related, context: z.RefinementCtx): void {
  const at = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (form.shortLinkHosts.some((host) => form.hosts.includes(host))) {
    at("shortLinkHosts", "listings:shortLinkHosts.sameAsHost");
  }
  if (form.recognisedTo !== undefined && form.recognisedTo < form.recognisedFrom) {
    at("recognisedTo", "listings:recognisedTo.beforeFrom");
  }
}

export const newMarketplaceFormSchema = z
  .object({ ...fields, code })
  .superRefine(checkTogether)
  .describe("listings:marketplaces");

/** Without a code: the forms of address that a marketplace has hang on it, so it never changes. */
export const marketplaceFormSchema = z.object(fields).superRefine(checkTogether).describe("listings:marketplaces");

export type MarketplaceForm = z.output<typeof marketplaceFormSchema> & { code?: string };
export type MarketplaceRefusal = SaveRefusal | "hosts.taken";

const columns = ({ name, hosts, shortLinkHosts, windowDays, recognisedFrom, recognisedTo }: MarketplaceForm) => ({
  name,
  hosts,
  shortLinkHosts,
  confirmationWindowDays: windowDays,
  recognisedFrom: dateColumn(recognisedFrom),
  recognisedTo: recognisedTo === undefined ? null : dateColumn(recognisedTo),
});

/** Whether another marketplace answers at one of the hosts; a host of two marketplaces would make listings ambiguous. */
async function areTaken(tx: Transaction, id: string, { hosts, shortLinkHosts }: MarketplaceForm): Promise<boolean> {
  const wanted = [...hosts, ...shortLinkHosts];
  const taken = await tx.prisma.marketplace.count({
    where: { id: { not: id }, OR: [{ hosts: { hasSome: wanted } }, { shortLinkHosts: { hasSome: hosts } }] },
  });
  return taken > 0;
}

/** Adds a marketplace or changes one; figures follow at once because they are counted from it. */
export async function writeMarketplace(
  { id, isNew }: RecordPlace,
  form: MarketplaceForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, MarketplaceRefusal>> {
  if (!may(actor.role, "marketplace.administer")) return refuse("notFound");
  const { code = "", version: formVersion } = form;
  const after = columns(form);
  return saveRecord(acting, async (tx) => {
    const { prisma } = tx;
    // Two administrators at once must see each other's hosts.
    await prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('marketplaces'))`;
    if (await areTaken(tx, id, form)) return refuse("hosts.taken" as const);
    return accept({
      subject: { kind: "marketplace", id },
      isNew,
      added: { code },
      after,
      find: () => prisma.marketplace.findUnique({ where: { id } }),
      create: async () =>
        prisma.marketplace.create({ data: { id, code, ...after, position: await prisma.marketplace.count() } }),
      update: (version) =>
        prisma.marketplace.updateMany({ where: { id, version: formVersion }, data: { ...after, version } }),
    });
  });
}
