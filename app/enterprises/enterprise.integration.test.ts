import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import { parseForm } from "~/platform/http/form.server";
import { buildAccount, buildEnterprise } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { asActor } from "../../tests/integration/people";
import "~/messages";
import { declareSize } from "./declare-size.server";
import { editEnterprise } from "./edit-enterprise.server";
import { editEnterpriseSchema, registerEnterpriseSchema } from "./enterprise-form";
import { findMemberEnterprise, findPublicEnterprise } from "./enterprise-queries.server";
import { registerEnterprise } from "./register-enterprise.server";
import { listEnterprises } from "./register-queries.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const today = "2026-03-02";
const now = new Date("2026-03-02T03:00:00Z");
const catTien = "2025:21880";
const acting = (actor: Actor): Acting => ({ actorId: actor.accountId, requestId: "test", now });

let n = 0;
let owner: Actor;
let stranger: Actor;
beforeEach(async () => {
  n += 10;
  const accounts = [buildAccount(n), buildAccount(n + 1)] as const;
  await insertRows(pool(), "accounts", [...accounts]);
  owner = asActor(accounts[0]);
  stranger = asActor(accounts[1]);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const typed = (further: Record<string, string> = {}) => ({
  id: randomUUID(),
  taxCode: buildEnterprise(n).taxCode,
  name: "Cơ sở thử",
  legalForm: "household",
  sector: "agriculture-industry",
  area: "Cát Tiến",
  phone: "0912 345 678",
  website: "coso.example",
  year: "2025",
  employees: "4",
  revenue: "2,5 tỷ",
  ...further,
});

const parse = (further: Record<string, string> = {}) =>
  parseForm(formOf(typed(further)), registerEnterpriseSchema(today), "vi");

function registration(further: Record<string, string> = {}) {
  const { value } = parse(further);
  if (!value) throw new Error("the form of this test is valid");
  return { ...value, areaId: catTien };
}

async function registered(further: Record<string, string> = {}): Promise<string> {
  const done = await registerEnterprise(registration(further), owner, acting(owner));
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
}

const eventsOf = (id: string) =>
  rows<{ event: string; data: { before?: Record<string, unknown>; after?: Record<string, unknown> } }>(
    "SELECT event, data FROM journal WHERE subject_id = $1 ORDER BY seq",
    [id],
  );

describe("registering an enterprise", () => {
  it("keeps the facts, the size with its rule, the membership and two journal entries", async () => {
    const id = await registered();
    const found = await findMemberEnterprise(id, owner.accountId);
    expect(found).toMatchObject({
      taxCode: buildEnterprise(n).taxCode,
      taxCodeKind: "enterprise",
      phone: "+84912345678",
      website: "https://coso.example/",
      registeredOn: today,
      area: { name: "Cát Tiến" },
      size: {
        size: "micro",
        year: 2025,
        revenue: 2_500_000_000,
        bounds: [
          { figure: "employees", relation: "at-most", bound: 10 },
          { figure: "revenue", relation: "at-most", bound: 3_000_000_000 },
        ],
        unknown: ["capital"],
        effectiveOn: "2026-01-01",
      },
    });
    expect(found?.code).toMatch(/^[2-9a-hjkmnp-z]{8}$/);
    expect((await eventsOf(id)).map(({ event }) => event)).toEqual(["enterprise.registered", "size.declared"]);
  });

  it("is done once when the form is sent twice, also at the same moment", async () => {
    const input = registration();
    const [first, second] = await Promise.all([
      registerEnterprise(input, owner, acting(owner)),
      registerEnterprise(input, owner, acting(owner)),
    ]);
    expect([first, second]).toEqual([
      { ok: true, value: { id: input.id } },
      { ok: true, value: { id: input.id } },
    ]);
    expect(await rows("SELECT id FROM enterprises WHERE tax_code = $1", [input.taxCode.value])).toHaveLength(1);
    expect(await eventsOf(input.id)).toHaveLength(2);
  });

  it("refuses a tax code that is here already, and tells the owner of that enterprise so", async () => {
    await registered();
    expect(await registerEnterprise(registration(), stranger, acting(stranger))).toEqual({
      ok: false,
      code: "taxCode.taken",
    });
    expect(await registerEnterprise(registration(), owner, acting(owner))).toEqual({
      ok: false,
      code: "taxCode.yours",
    });
  });

  it("never hands an enterprise to someone who sends its id with another tax code", async () => {
    const id = await registered();
    const stolen = await registerEnterprise(
      registration({ id, taxCode: buildEnterprise(n + 1).taxCode }),
      stranger,
      acting(stranger),
    );
    expect(stolen.ok).toBe(false);
    expect(await findMemberEnterprise(id, stranger.accountId)).toBeUndefined();
  });

  it("needs revenue or capital where the employees alone do not decide, and then keeps nothing", async () => {
    const input = registration({ revenue: "" });
    expect(await registerEnterprise(input, owner, acting(owner))).toEqual({ ok: false, code: "size.figuresMissing" });
    expect(await row("SELECT FROM enterprises WHERE id = $1", [input.id])).toBeUndefined();
    expect(await eventsOf(input.id)).toEqual([]);
  });

  it("keeps the personal number of a household out of the journal, the public page and the search", async () => {
    const id = await registered({ taxCode: "052085000123" });
    expect(JSON.stringify(await eventsOf(id))).not.toContain("052085000123");
    const own = await findMemberEnterprise(id, owner.accountId);
    const open = await findPublicEnterprise(own?.code ?? "");
    expect(open).toMatchObject({ taxCode: null, address: "", name: "Cơ sở thử" });
    expect((await listEnterprises({ q: "052085000123" }, { limit: 25, offset: 0 })).total).toBe(0);
  });
});

describe("what is typed wrong is said at its field, and nothing typed is lost", () => {
  it.each([
    ["taxCode", "4199900016", "Mã số thuế sai chữ số kiểm tra. Hãy so lại từng chữ số với giấy đăng ký."],
    ["taxCode", "", "Hãy điền mã số thuế."],
    ["name", "x".repeat(10_000), "Tên quá dài, tối đa 300 ký tự."],
    ["legalForm", "duchy", "Hãy chọn loại hình."],
    ["name", "", "Hãy ghi tên cơ sở."],
    ["phone", "12345", "Đây không phải số di động hoặc máy bàn ở Việt Nam. Ví dụ 0912 345 678."],
    ["website", "javascript:alert(1)", "Địa chỉ trang web chưa đúng. Ví dụ coso.vn."],
    ["year", "1999", "Hãy chọn năm trong danh sách."],
    ["employees", "-3", "Số lao động là số nguyên, từ 0 trở lên."],
    ["revenue", "hai tỷ", "Chưa đọc được số tiền. Ví dụ 2,5 tỷ, 800 triệu hoặc 2.500.000.000."],
  ])("%s: %s", (field, value, message) => {
    const submitted = parse({ [field]: value });
    expect(submitted.value).toBeUndefined();
    const { values, errors } = submitted.state();
    expect(errors).toEqual({ [field]: [message] });
    expect(values[field]).toEqual([value]);
    expect(values.area).toEqual(["Cát Tiến"]);
  });
});

describe("editing an enterprise", () => {
  const edit = (further: Record<string, string> = {}) => {
    const { value } = parseForm(
      formOf({ ...typed(), name: "Tên mới", version: "1", ...further }),
      editEnterpriseSchema,
      "vi",
    );
    if (!value) throw new Error("the form of this test is valid");
    return { ...value, areaId: catTien };
  };

  it("answers one form that is sent twice at once as saved both times, and journals one change", async () => {
    const id = await registered();
    const send = () => editEnterprise(id, edit(), owner, acting(owner));
    const saved = { ok: true, value: null };
    expect(await Promise.all([send(), send()])).toEqual([saved, saved]);
    expect((await eventsOf(id)).filter(({ event }) => event === "enterprise.edited")).toHaveLength(1);
  });

  it("changes it once; a second window with the old version is refused and overwrites nothing", async () => {
    const id = await registered();
    expect(await editEnterprise(id, edit(), owner, acting(owner))).toEqual({ ok: true, value: null });
    expect(await editEnterprise(id, edit({ name: "Tên khác" }), owner, acting(owner))).toEqual({
      ok: false,
      code: "stale",
    });
    expect(await findMemberEnterprise(id, owner.accountId)).toMatchObject({ name: "Tên mới", version: 2 });
    const edits = (await eventsOf(id)).filter(({ event }) => event === "enterprise.edited");
    expect(edits).toHaveLength(1);
    expect([edits[0]?.data.before?.name, edits[0]?.data.after?.name]).toEqual(["Cơ sở thử", "Tên mới"]);
  });

  it("sizes the declared figures anew when the sector changes", async () => {
    const id = await registered({ revenue: "9 tỷ" });
    expect((await findMemberEnterprise(id, owner.accountId))?.size?.size).toBe("small");
    const later = { ...acting(owner), now: new Date(now.getTime() + 60_000) };
    await editEnterprise(id, edit({ sector: "trade-services" }), owner, later);
    expect((await findMemberEnterprise(id, owner.accountId))?.size).toMatchObject({
      size: "micro",
      sector: "trade-services",
      revenue: 9_000_000_000,
    });
  });

  it("is not found for anyone who is not a member, whatever their role", async () => {
    const id = await registered();
    for (const role of ["owner", "officer", "leader", "administrator"] as const) {
      expect(await editEnterprise(id, edit(), { ...stranger, role }, acting(stranger))).toEqual({
        ok: false,
        code: "notFound",
      });
    }
    expect((await findMemberEnterprise(id, owner.accountId))?.name).toBe("Cơ sở thử");
  });
});

describe("declaring a size", () => {
  const figures = { year: 2024, employees: 300, revenue: null, capital: null };

  it("replaces an older year's, never a newer one's, and a year declared again is corrected", async () => {
    const id = await registered();
    const sizeAfter = async (year: number, employees: number, minutes: number) => {
      const later = { ...acting(owner), now: new Date(now.getTime() + minutes * 60_000) };
      const input = { id: randomUUID(), year, employees, revenue: 1, capital: null };
      expect((await declareSize(id, input, owner, later)).ok).toBe(true);
      const { size } = (await findMemberEnterprise(id, owner.accountId)) ?? {};
      return [size?.size, size?.year, size?.effectiveOn];
    };
    expect(await sizeAfter(2024, 300, 1)).toEqual(["micro", 2025, "2026-01-01"]);
    expect(await sizeAfter(2025, 50, 2)).toEqual(["small", 2025, "2026-01-01"]);
    expect(await sizeAfter(2026, 150, 3)).toEqual(["medium", 2026, today]);
    expect(await sizeAfter(2025, 1, 4)).toEqual(["medium", 2026, today]);
  });

  it("is done once when sent twice, and never by a stranger", async () => {
    const id = await registered();
    const input = { id: randomUUID(), ...figures };
    expect(await declareSize(id, input, owner, acting(owner))).toEqual({ ok: true, value: "large" });
    expect(await declareSize(id, input, owner, acting(owner))).toEqual({ ok: true, value: "large" });
    expect(await declareSize(id, { ...input, id: randomUUID() }, stranger, acting(stranger))).toEqual({
      ok: false,
      code: "notFound",
    });
    expect(await rows("SELECT id FROM size_declarations WHERE enterprise_id = $1", [id])).toHaveLength(2);
  });
});
