import "../../tests/integration/own-portal";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "~/accounts/access";
import { pool, row, rows } from "~/platform/db/client.server";
import { buildAccount, buildEnterprise, buildMembership, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { assessmentFormSchema } from "./assessment-form";
import { listAssessments } from "./assessment-queries.server";
import { recordAssessment } from "./record-assessment.server";

const officer = buildAccount(1, { role: "officer", name: "Cán bộ (demo)" });
const memberOfficer = buildAccount(2, { role: "officer" });
const leader = buildAccount(3, { role: "leader" });
const enterprise = buildEnterprise(1);
const typed = { schemeVersion: "v2025", level: "3", assessedOn: "20/02/2026", source: "Phiếu DBI số 12" };

const record = (over: Record<string, string> = {}, who = officer, enterpriseId = enterprise.id) =>
  recordAssessment(
    { enterpriseId, form: assessmentFormSchema.parse({ id: crypto.randomUUID(), ...typed, ...over }) },
    { accountId: who.id, sessionId: who.id, role: who.role as Role, name: who.name, email: who.email, language: "vi" },
    { actorId: who.id, requestId: "test", now: instantOn("2026-03-01") },
  );

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [officer, memberOfficer, leader]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(memberOfficer.id, enterprise.id)]);
});

test("an officer records a result once, however often the form arrives, and it is journalled as public", async () => {
  const id = crypto.randomUUID();
  const version = async () => (await row<{ v: number }>("SELECT public_version AS v FROM journal_head"))?.v ?? 0;
  const before = await version();
  const answers = await Promise.all([record({ id }), record({ id })]);
  expect([...answers, await record({ id })]).toEqual(
    Array.from({ length: 3 }, () => ({ ok: true, value: { assessmentId: id } })),
  );
  expect(await version()).toBe(before + 1);
  expect(await rows("SELECT event, data FROM journal WHERE subject_id = $1", [id])).toEqual([
    {
      event: "assessment.verified",
      data: { after: { schemeVersion: "v2025", level: 3, source: "Phiếu DBI số 12", assessedOn: "2026-02-20" } },
    },
  ]);
});

test("results are listed newest first, each with who verified it", async () => {
  await record({ schemeVersion: "v2021", level: "0", assessedOn: "13/12/2021" });
  const listed = await listAssessments(enterprise.id);
  expect(listed.map(({ level, assessedOn, verifiedByName }) => [level, assessedOn, verifiedByName])).toEqual([
    [3, "2026-02-20", "Cán bộ (demo)"],
    [0, "2021-12-13", "Cán bộ (demo)"],
  ]);
});

test("what may not be recorded is refused and leaves no trace", async () => {
  const before = await rows("SELECT id FROM assessments");
  const known = before[0]?.id as string;
  expect(await record({ assessedOn: "02/03/2026" })).toEqual({ ok: false, code: "assessedOn.future" });
  expect(await record({ assessedOn: "29/06/2025" })).toEqual({ ok: false, code: "assessedOn.beforeVersion" });
  expect(await record({}, memberOfficer)).toEqual({ ok: false, code: "ownEnterprise" });
  expect(await record({}, leader)).toEqual({ ok: false, code: "notFound" });
  expect(await record({}, officer, crypto.randomUUID())).toEqual({ ok: false, code: "notFound" });
  const other = buildEnterprise(2);
  await insertRows(pool(), "enterprises", [other]);
  expect(await record({ id: known }, officer, other.id)).toEqual({ ok: false, code: "notFound" });
  expect(await rows("SELECT id FROM assessments")).toEqual(before);
});

test.each([
  ["level", { level: "6" }],
  ["level", { level: "" }],
  ["schemeVersion", { schemeVersion: "v1999" }],
  ["assessedOn", { assessedOn: "31/02/2026" }],
  ["source", { source: "a".repeat(10_000) }],
])("what is wrong is said at the field: %s", (field, over) => {
  const parsed = assessmentFormSchema.safeParse({ id: crypto.randomUUID(), ...typed, ...over });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
