import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { pool, row } from "~/platform/db/client.server";
import { buildAccount, instantOn } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, asActor, eventsOf } from "../../tests/integration/people";
import { type SchemeForm, writeScheme } from "./write-scheme.server";

portalDatabase();
const [first, second, officer] = [
  buildAccount(1, { role: "administrator" }),
  buildAccount(2, { role: "administrator" }),
  buildAccount(3, { role: "officer" }),
];
beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [first, second, officer]);
});

const form: SchemeForm = {
  id: randomUUID(),
  version: 0,
  code: "huu-co-tinh",
  nameVi: "Hữu cơ của tỉnh",
  nameEn: "Organic of the province",
  issuerVi: "Sở",
  issuerEn: "Department",
  validityMonths: 24,
  levels: ["A", "B"],
  numberExample: "",
  counts: true,
  active: true,
};
const write = (given: Partial<SchemeForm>, isNew: boolean, by = first) =>
  writeScheme(
    { id: given.id ?? form.id, isNew },
    { ...form, ...given },
    asActor(by),
    actingAt(instantOn("2026-05-04"), by.id),
  );
const saved = { ok: true, value: { id: form.id } };
const stale = { ok: false, code: "stale" };

describe("a scheme", () => {
  test("is added once by a form that is sent twice at once, and journalled once", async () => {
    expect(await Promise.all([write({}, true), write({}, true)])).toEqual([saved, saved]);
    expect(await eventsOf(form.id)).toEqual(["scheme.added"]);
    expect(await write({ nameVi: "Khác" }, true)).toEqual(stale);
  });

  test("is changed once by a form that is sent twice at once, and both are answered as saved", async () => {
    const change = { version: 1, nameVi: "Hữu cơ Gia Lai", validityMonths: 36 };
    expect(await Promise.all([write(change, false), write(change, false)])).toEqual([saved, saved]);
    expect(await write(change, false)).toEqual(saved);
    expect(await eventsOf(form.id)).toEqual(["scheme.added", "scheme.changed"]);
    const stored = "SELECT version, name_vi AS name FROM schemes WHERE id = $1";
    expect(await row(stored, [form.id])).toEqual({ version: 2, name: "Hữu cơ Gia Lai" });
  });

  test("is stale to a form with other contents, and to the same contents from somebody else", async () => {
    expect(await write({ version: 1, nameVi: "Tên khác" }, false)).toEqual(stale);
    expect(await write({ version: 1, nameVi: "Hữu cơ Gia Lai", validityMonths: 36 }, false, second)).toEqual(stale);
    expect(await write({ version: 2, nameVi: "Hữu cơ mới" }, false, second)).toEqual(saved);
    expect(await write({ version: 1, nameVi: "Hữu cơ Gia Lai", validityMonths: 36 }, false)).toEqual(stale);
    const before = "SELECT data->'before' AS before FROM journal WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1";
    expect(await row(before, [form.id])).toMatchObject({ before: { nameVi: "Hữu cơ Gia Lai", validityMonths: 36 } });
  });

  test("has a code of its own, and is written by administrators alone", async () => {
    expect(await write({ id: randomUUID() }, true)).toEqual({ ok: false, code: "code.taken" });
    expect(await write({ id: randomUUID(), code: "khac" }, false)).toEqual({ ok: false, code: "notFound" });
    expect(await write({ code: "khac" }, true, officer)).toEqual({ ok: false, code: "notFound" });
  });
});
