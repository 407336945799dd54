import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool } from "~/platform/db/client.server";
import { parseForm } from "~/platform/http/form.server";
import { buildAccount, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import "~/messages";
import { enterSmePopulation, smePopulationFormSchema } from "./enter-sme-population.server";
import { listTargets, populationOn, readTargets } from "./target-queries.server";
import { type TargetForm, targetFormSchema, writeTarget } from "./write-target.server";

portalDatabase();
const account = buildAccount(1, { role: "administrator" });
const acting = { actorId: account.id, requestId: "test", now: instantOn("2026-05-04") };
const administrator = { accountId: account.id, role: "administrator" } as Actor;
const officer = { accountId: account.id, role: "officer" } as Actor;

const typed = {
  id: crypto.randomUUID(),
  version: "0",
  code: "listing-share-2028",
  nameVi: "Sản phẩm lên sàn đến năm 2028",
  nameEn: "Products on marketplaces by 2028",
  indicator: "listing-share",
  share: "62,5",
  deadline: "31/12/2028",
  baselineOn: "31/12/2025",
  baseline: "50",
  legalBasisVi: "Nghị quyết (thử)",
  legalBasisEn: "Resolution (test)",
  active: "on",
};

function parse(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return parseForm(form, targetFormSchema, "vi");
}

function read(fields: Record<string, string>): TargetForm {
  const { value, state } = parse(fields);
  if (!value) throw new Error(JSON.stringify(state().errors));
  return value;
}

const journal = async (kind: string) =>
  (await pool().query("SELECT event, subject_id, data FROM journal WHERE subject_kind = $1 ORDER BY seq", [kind])).rows;

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [account]);
});

test("a target is added, changed under its version and journalled with what it was before", async () => {
  const { id } = typed;
  expect(await writeTarget({ id, isNew: true }, read(typed), administrator, acting)).toEqual({
    ok: true,
    value: { id },
  });
  const stored = (await listTargets()).find((target) => target.id === id);
  expect(stored).toMatchObject({
    basisPoints: 6250,
    deadline: "2028-12-31",
    baselineOn: "2025-12-31",
    baselineBasisPoints: 5000,
    thresholdLevel: null,
    active: true,
    version: 1,
  });

  const { active: _on, ...switchedOff } = typed;
  const changed = await writeTarget(
    { id, isNew: false },
    read({ ...switchedOff, version: "1", share: "65" }),
    administrator,
    acting,
  );
  expect(changed.ok).toBe(true);
  expect((await readTargets()).targets.map(({ code }) => code)).not.toContain("listing-share-2028");
  const entries = await journal("target");
  expect(entries.map(({ event }) => event)).toEqual(["target.added", "target.changed"]);
  expect(entries[1].data).toMatchObject({ before: { basisPoints: 6250 }, after: { basisPoints: 6500, active: false } });

  expect(await writeTarget({ id, isNew: false }, read({ ...typed, version: "1" }), administrator, acting)).toEqual({
    ok: false,
    code: "stale",
  });
  expect(await journal("target")).toHaveLength(2);
});

test("a code stands for one target only, and only an administrator writes", async () => {
  const added = { id: crypto.randomUUID(), isNew: true };
  const taken = { ...typed, code: "sme-share-2030" };
  expect(await writeTarget(added, read(taken), administrator, acting)).toEqual({ ok: false, code: "code.taken" });
  expect(await writeTarget(added, read({ ...typed, code: "other" }), officer, acting)).toEqual({
    ok: false,
    code: "notFound",
  });
  expect(await writeTarget({ id: account.id, isNew: false }, read(typed), administrator, acting)).toEqual({
    ok: false,
    code: "notFound",
  });
});

test("a form says at its field what is wrong with it", () => {
  const errors = (fields: Partial<typeof typed & { thresholdLevel: string }>) =>
    Object.keys(parse({ ...typed, ...fields }).state().errors);
  expect(errors({ share: "0" })).toEqual(["share"]);
  expect(errors({ share: "101" })).toEqual(["share"]);
  expect(errors({ deadline: "31/12/2025" })).toEqual(["deadline"]);
  expect(errors({ deadline: "31/02/2028" })).toEqual(["deadline"]);
  expect(errors({ code: "Chỉ tiêu" })).toEqual(["code"]);
  expect(errors({ nameVi: "x".repeat(301) })).toEqual(["nameVi"]);
  expect(errors({ thresholdLevel: "6" })).toEqual(["thresholdLevel"]);
});

test("only an SME target keeps a level", () => {
  expect(read({ ...typed, thresholdLevel: "3" }).thresholdLevel).toBe(3);
});

test("the official number of a year is entered with its source, replaced by a later entry, and both stay in the journal", async () => {
  const enter = (count: string, source: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ year: "2025", count, source })) form.set(name, value);
    const { value } = parseForm(form, smePopulationFormSchema, "vi");
    if (!value) throw new Error("the form was refused");
    return enterSmePopulation(value, administrator, acting);
  };
  expect(await enter("12.345", "Niên giám thống kê (thử)")).toEqual({ ok: true, value: { year: 2025 } });
  await enter("12400", "Niên giám sửa đổi (thử)");
  const { populations } = await readTargets();
  expect(populations).toEqual([{ year: 2025, count: 12400, source: "Niên giám sửa đổi (thử)" }]);
  expect((await journal("sme-population")).map(({ event, data }) => [event, data.before?.count])).toEqual([
    ["sme-population.entered", undefined],
    ["sme-population.changed", 12345],
  ]);
  expect(populationOn(populations, "2026-05-04")?.year).toBe(2025);
  expect(populationOn(populations, "2024-12-31")).toBeNull();
  expect((await enterSmePopulation({ year: 2026, count: 1, source: "x" }, officer, acting)).ok).toBe(false);
});
