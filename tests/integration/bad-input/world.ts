import type { Pool } from "pg";
import {
  buildAccount,
  buildCertificate,
  buildChecklistAnswer,
  buildCoverage,
  buildEnterprise,
  buildFile,
  buildImport,
  buildListing,
  buildMembership,
  buildProduct,
  buildProposedChange,
  buildReview,
  buildRevocation,
} from "../../../prisma/seed/builders";
import { insertRows } from "../../../prisma/seed/insert-rows";
import { signedIn, type Visitor, visitor } from "./visitor";

export type Person = "owner" | "stranger" | "officer" | "otherOfficer" | "administrator" | "digitalTeam";

export type Visitors = Readonly<Record<Person | "anyone", Visitor>>;

/** One enterprise with something in every state that a form of the portal starts from, and one foreign enterprise. */
export interface World {
  accounts: Readonly<Record<Person, string>>;
  enterpriseId: string;
  foreignId: string;
  productId: string;
  secondProductId: string;
  foreignProductId: string;
  draftCertificateId: string;
  /** Submitted, claimed by the officer. */
  submittedCertificateId: string;
  verifiedCertificateId: string;
  /** Proposed by the other officer, claimed by the officer. */
  revocationId: string;
  /** Of the first product, not yet taken by an officer. */
  changeId: string;
  /** Of a product that no other form touches, claimed by the officer. */
  claimedChangeId: string;
  /** Waiting, claimed by the officer. */
  listingId: string;
  claimedAnswerId: string;
  foreignListingUrl: string;
  /** Planned by a dry run, ready to start. */
  importId: string;
  /** Over, with a refused row. */
  finishedImportId: string;
  /** A row of each kind of reference data that the portal came with. */
  reference: Readonly<Record<"schemes" | "marketplaces" | "targets", string>>;
}

let made = 0;

/** Writes a new world into the portal's database; every one is apart from the others. */
export async function makeWorld(pool: Pool): Promise<World> {
  made += 1;
  const n = made * 100;
  const people = {
    owner: buildAccount(n),
    stranger: buildAccount(n + 1),
    officer: buildAccount(n + 2, { role: "officer" }),
    otherOfficer: buildAccount(n + 3, { role: "officer" }),
    administrator: buildAccount(n + 4, { role: "administrator" }),
    digitalTeam: buildAccount(n + 5, { role: "digital-team" }),
  };
  const [own, foreign] = [buildEnterprise(n), buildEnterprise(n + 1)];
  const products = [
    buildProduct(n, { enterpriseId: own.id }),
    buildProduct(n + 1, { enterpriseId: own.id }),
    buildProduct(n + 2, { enterpriseId: foreign.id }),
    buildProduct(n + 3, { enterpriseId: own.id }),
  ] as const;
  const enterpriseId = own.id;
  const certificates = [
    buildCertificate(n, { enterpriseId, status: "draft" }),
    buildCertificate(n + 1, { enterpriseId, status: "submitted" }),
    buildCertificate(n + 2, { enterpriseId, status: "verified" }),
    buildCertificate(n + 3, { enterpriseId, status: "verified" }),
  ] as const;
  const revocation = buildRevocation(n, {
    certificateId: certificates[3].id,
    proposedById: people.administrator.id,
    effectiveOn: certificates[3].validFrom,
  });
  const propose = (at: number, { id, name }: { id: string; name: string }) =>
    buildProposedChange(at, {
      ...{ subjectKind: "product", subjectId: id, enterpriseId, proposedById: people.owner.id },
      before: { name },
      after: { name: "Tên đề xuất" },
    });
  const changes = [propose(n, products[0]), propose(n + 1, products[3])] as const;
  const listings = [
    buildListing(n, { productId: products[0].id }),
    buildListing(n + 1, { productId: products[2].id }),
  ] as const;
  const claimed = { enterpriseId, status: "claimed", claimedById: people.officer.id, claimedAt: new Date() } as const;
  await insertRows(pool, "accounts", Object.values(people));
  await insertRows(pool, "enterprises", [own, foreign]);
  await pool.query("INSERT INTO account_areas SELECT $1::uuid, id FROM areas WHERE scheme = '2025'", [
    people.digitalTeam.id,
  ]);
  await insertRows(pool, "memberships", [
    buildMembership(people.owner.id, own.id),
    buildMembership(people.stranger.id, foreign.id),
  ]);
  await insertRows(pool, "products", products);
  await insertRows(pool, "certificates", certificates);
  await insertRows(
    pool,
    "certificate_products",
    certificates.map(({ id }, index) => buildCoverage(n + index, { certificateId: id, productId: products[0].id })),
  );
  await insertRows(pool, "revocations", [revocation]);
  await insertRows(pool, "listings", listings);
  await insertRows(pool, "proposed_changes", changes);
  const table = buildFile(n, { sha256: "0".repeat(64), purpose: "import", enterpriseId });
  const about = { uploaderId: people.owner.id, enterpriseId, fileId: table.id };
  const run = { policy: "skip", startedAt: new Date(), finishedAt: new Date() } as const;
  const imports = [
    buildImport(n, { ...about, status: "planned", willCreate: 1 }),
    buildImport(n + 1, { ...about, ...run, status: "finished", refused: 1 }),
  ] as const;
  await insertRows(pool, "files", [table]);
  await insertRows(pool, "imports", imports);
  const { rows: items } = await pool.query<{ id: string }>(
    "SELECT id FROM checklist_items WHERE kind = 'verified' LIMIT 1",
  );
  const answer = buildChecklistAnswer(n, { enterpriseId: foreign.id, itemId: items[0]?.id ?? "", status: "submitted" });
  await insertRows(pool, "checklist_answers", [answer]);
  await insertRows(pool, "reviews", [
    buildReview(n + 5, {
      ...{ subjectKind: "checklist-answer", subjectId: answer.id, ...claimed },
      enterpriseId: foreign.id,
    }),
    buildReview(n + 3, { subjectKind: "change", subjectId: changes[1].id, ...claimed }),
    buildReview(n + 4, { subjectKind: "change", subjectId: changes[0].id, enterpriseId }),
    buildReview(n, {
      ...{ subjectKind: "certificate", subjectId: certificates[1].id, schemeId: certificates[1].schemeId },
      ...claimed,
    }),
    buildReview(n + 1, { subjectKind: "listing", subjectId: listings[0].id, ...claimed }),
    buildReview(n + 2, { subjectKind: "revocation", subjectId: revocation.id, ...claimed }),
  ]);
  const idOf = ({ id }: { id: string }) => id;
  return {
    accounts: Object.fromEntries(
      Object.entries(people).map(([person, row]) => [person, idOf(row)]),
    ) as World["accounts"],
    enterpriseId,
    foreignId: foreign.id,
    productId: products[0].id,
    secondProductId: products[1].id,
    foreignProductId: products[2].id,
    draftCertificateId: certificates[0].id,
    submittedCertificateId: certificates[1].id,
    verifiedCertificateId: certificates[2].id,
    revocationId: revocation.id,
    changeId: changes[0].id,
    claimedChangeId: changes[1].id,
    listingId: listings[0].id,
    claimedAnswerId: answer.id,
    foreignListingUrl: listings[1].url,
    importId: imports[0].id,
    finishedImportId: imports[1].id,
    reference: {
      schemes: await someId(pool, "schemes"),
      marketplaces: await someId(pool, "marketplaces"),
      targets: await someId(pool, "targets"),
    },
  };
}

async function someId(pool: Pool, table: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY position DESC LIMIT 1`);
  if (!rows[0]) throw new Error(`There are no ${table}`);
  return rows[0].id;
}

const counted = [
  ["accounts", "enterprises", "memberships", "size_declarations", "products", "product_photos", "files"],
  [
    "certificates",
    "certificate_products",
    "revocations",
    "recognitions",
    "bulk_decisions",
    "bulk_decision_items",
    "reviews",
    "review_reasons",
    "listings",
    "evidence",
    "checklist_items",
    "assessments",
  ],
  ["api_keys", "one_time_tokens", "schemes", "marketplaces", "targets", "sme_populations", "mails", "journal"],
  ["mandates", "text_messages", "one_time_codes", "assisted_registrations"],
].flat();

/** How many rows every table holds and how often they were changed: the same before and after where nothing was written. */
export async function footprint(pool: Pool): Promise<Record<string, number>> {
  const parts = counted.map((table) => `SELECT '${table}' AS name, count(*)::int AS count FROM ${table}`);
  const { rows } = await pool.query<{ name: string; count: number }>(
    `${parts.join(" UNION ALL ")} UNION ALL SELECT 'journal head', seq::int FROM journal_head`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** Everyone of a world, signed in, and somebody who is not. */
export async function visitorsOf(portal: { origin: string; pool: Pool }, { accounts }: World): Promise<Visitors> {
  const named = Object.entries(accounts).map(async ([person, id]) => [person, await signedIn(portal, id)] as const);
  return { anyone: visitor(portal.origin), ...Object.fromEntries(await Promise.all(named)) } as Visitors;
}
