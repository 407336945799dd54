import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import "~/messages";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { claimReview } from "~/reviews/claim-review.server";
import type { Reason } from "~/reviews/reason";
import { buildAccount, buildEnterprise } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { stableId } from "../../prisma/seed/stable-id";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, eventsOf } from "../../tests/integration/people";
import { answerChecklist, type ChecklistInput } from "./answer-checklist.server";
import { checklistProgress, listChecklist } from "./checklist-queries.server";
import { decideChecklistAnswer } from "./decide-checklist-answer.server";
import { type ChecklistItemForm, writeChecklistItem } from "./write-checklist-item.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const today = "2026-03-02";
const actor = (n: number, role: Actor["role"]): Actor => ({ accountId: buildAccount(n).id, role }) as Actor;
const owner = actor(1, "owner");
const stranger = actor(2, "owner");
const officer = actor(3, "officer");
const administrator = actor(4, "administrator");
const enterprises = [1, 2, 3, 4, 5, 6].map((n) => buildEnterprise(n));
const item = (code: string) => stableId(`checklist-item:${code}`);

beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [
    buildAccount(1),
    buildAccount(2),
    buildAccount(3, { role: "officer" }),
    buildAccount(4, { role: "administrator" }),
  ]);
  await insertRows(pool(), "enterprises", enterprises);
  await rows("INSERT INTO memberships (account_id, enterprise_id) SELECT $1, id FROM enterprises", [owner.accountId]);
});

let used = 0;
const freshEnterprise = (): string => {
  used += 1;
  return enterprises[used - 1]?.id ?? "";
};

const send = (input: Partial<ChecklistInput> & Pick<ChecklistInput, "enterpriseId">, by = owner) =>
  answerChecklist(
    { itemId: item("business-account"), action: "submit", version: 0, note: "Ngân hàng A (thử)", ...input },
    by,
    actingAt(now, by.accountId),
  );

const answerOf = (enterpriseId: string) =>
  row<{ id: string; status: string; version: number; decision_note: string }>(
    "SELECT id, status, version, decision_note FROM checklist_answers WHERE enterprise_id = $1",
    [enterpriseId],
  );
const openReviews = (subjectId: string | undefined) =>
  rows("SELECT status FROM reviews WHERE subject_id = $1 AND status IN ('waiting', 'claimed')", [subjectId]);

describe("an attested item", () => {
  test("is in place on the owner's word, can be taken back, and both are in the journal", async () => {
    const enterpriseId = freshEnterprise();
    const before = (await checklistProgress([enterpriseId], today)).get(enterpriseId);
    const attest = { enterpriseId, itemId: item("seller-duties"), note: "" };
    expect(await send({ ...attest, action: "attest" })).toEqual({ ok: true, value: "attested" });
    const after = (await checklistProgress([enterpriseId], today)).get(enterpriseId);
    expect(after?.done).toBe((before?.done ?? 0) + 1);
    expect(after?.of).toBe(before?.of);
    expect(await send({ ...attest, action: "attest" })).toEqual({ ok: true, value: "attested" });
    expect(await send({ ...attest, action: "withdraw", version: 1 })).toEqual({ ok: true, value: "withdrawn" });
    const { id = "" } = (await answerOf(enterpriseId)) ?? {};
    expect(await eventsOf(id)).toEqual(["checklist-answer.attested", "checklist-answer.withdrawn"]);
    expect((await checklistProgress([enterpriseId], today)).get(enterpriseId)).toEqual(before);
  });

  test("cannot be submitted, nor a verified one attested", async () => {
    const enterpriseId = freshEnterprise();
    expect(await send({ enterpriseId, itemId: item("seller-duties") })).toEqual({ ok: false, code: "notAllowed" });
    expect(await send({ enterpriseId, action: "attest" })).toEqual({ ok: false, code: "notAllowed" });
    expect(await send({ enterpriseId, itemId: item("assessed"), action: "attest" })).toEqual({
      ok: false,
      code: "notAllowed",
    });
  });
});

describe("a verified item", () => {
  const decide = (
    answerId: string,
    version: number,
    decision: "accept" | "return" | "waive",
    note = "",
    by = officer,
    reasons: readonly Reason[] = [],
  ) =>
    decideChecklistAnswer(
      { answerId, version, decision: { decision, note, reasons } },
      by,
      actingAt(now, by.accountId),
    );
  const claim = (id: string) =>
    claimReview({ kind: "checklist-answer", id }, officer, actingAt(now, officer.accountId));

  test("goes to an officer, comes back with a note, goes again and is accepted; the owner is told each time", async () => {
    const enterpriseId = freshEnterprise();
    expect(await send({ enterpriseId, note: "" })).toEqual({ ok: false, code: "note.required" });
    expect(await send({ enterpriseId })).toEqual({ ok: true, value: "submitted" });
    const { id = "" } = (await answerOf(enterpriseId)) ?? {};
    expect(await openReviews(id)).toHaveLength(1);

    expect(await decide(id, 1, "accept")).toMatchObject({ ok: false });
    await claim(id);
    expect(await decide(id, 1, "return", "Thiếu.")).toEqual({ ok: false, code: "reasons.required" });
    expect(await decide(id, 7, "accept")).toEqual({ ok: false, code: "stale" });
    const reasons = [{ field: "answer", reason: "incomplete", comment: "" }];
    const returned = await decide(id, 1, "return", "Thiếu tên chủ tài khoản.", officer, reasons);
    expect(returned).toEqual({ ok: true, value: true });
    const seen = (await listChecklist([enterpriseId], today)).find(({ code }) => code === "business-account");
    expect(seen?.reasons).toEqual([expect.objectContaining({ field: "answer", wordsVi: "Còn thiếu" })]);
    const [mail] = await rows<{ text: string }>("SELECT text FROM mails WHERE text LIKE '%Thiếu tên chủ tài khoản.%'");
    expect(mail?.text).toContain("Còn thiếu");
    expect(await answerOf(enterpriseId)).toMatchObject({
      status: "returned",
      decision_note: "Thiếu tên chủ tài khoản.",
    });
    expect(await openReviews(id)).toEqual([]);

    expect(await send({ enterpriseId, version: 2 })).toEqual({ ok: true, value: "submitted" });
    await claim(id);
    expect(await decide(id, 3, "accept")).toEqual({ ok: true, value: true });
    expect(await answerOf(enterpriseId)).toMatchObject({ status: "accepted", decision_note: "" });
    expect(await send({ enterpriseId, version: 4, action: "withdraw" })).toEqual({ ok: false, code: "notAllowed" });
    expect(
      (
        await rows<{ event: string }>("SELECT event FROM notices WHERE enterprise_id = $1 ORDER BY event", [
          enterpriseId,
        ])
      ).map(({ event }) => event),
    ).toEqual(["checklist-answer.accepted", "checklist-answer.returned"]);
    const entry = (await listChecklist([enterpriseId], today)).find(({ code }) => code === "business-account");
    expect(entry).toMatchObject({ isMet: true, status: "accepted" });
  });

  test("is waived with a reason only, and taken back leaves the queue", async () => {
    const enterpriseId = freshEnterprise();
    await send({ enterpriseId });
    const { id = "" } = (await answerOf(enterpriseId)) ?? {};
    expect(await send({ enterpriseId, action: "withdraw", version: 1 })).toEqual({ ok: true, value: "withdrawn" });
    expect(await openReviews(id)).toEqual([]);
    expect(await send({ enterpriseId, version: 2 })).toEqual({ ok: true, value: "submitted" });
    await claim(id);
    expect(await decide(id, 3, "waive")).toEqual({ ok: false, code: "note.whyWaived" });
    expect(await decide(id, 3, "waive", "Chỉ bán tại chỗ.")).toEqual({ ok: true, value: true });
    expect(await answerOf(enterpriseId)).toMatchObject({ status: "waived" });
  });

  test("belongs to its enterprise's members, and is decided by no one else than an officer", async () => {
    const enterpriseId = freshEnterprise();
    expect(await send({ enterpriseId }, stranger)).toEqual({ ok: false, code: "notFound" });
    expect(await send({ enterpriseId, itemId: randomUUID() })).toEqual({ ok: false, code: "notFound" });
    await send({ enterpriseId });
    expect(await send({ enterpriseId })).toEqual({ ok: true, value: "submitted" });
    expect(await send({ enterpriseId, version: 9 })).toEqual({ ok: false, code: "stale" });
    const { id = "" } = (await answerOf(enterpriseId)) ?? {};
    expect(await decide(id, 1, "accept", "", owner)).toEqual({ ok: false, code: "notFound" });
    await claim(id);
    await rows("INSERT INTO memberships (account_id, enterprise_id) VALUES ($1, $2)", [
      officer.accountId,
      enterpriseId,
    ]);
    expect(await decide(id, 1, "accept")).toEqual({ ok: false, code: "ownEnterprise" });
  });
});

describe("an administrator's item", () => {
  const form: ChecklistItemForm = {
    id: randomUUID(),
    version: 0,
    kind: "attested",
    code: "kho-lanh",
    nameVi: "Có kho lạnh",
    nameEn: "A cold store",
    guidanceVi: "",
    guidanceEn: "",
    position: 50,
    required: true,
    active: true,
  };
  const write = (id: string | undefined, given: Partial<ChecklistItemForm>, by = administrator) =>
    writeChecklistItem(
      { id: id ?? given.id ?? form.id, isNew: id === undefined },
      { ...form, ...given },
      by,
      actingAt(now, by.accountId),
    );

  test("is asked of every enterprise at once, and of none once it is switched off", async () => {
    const enterpriseId = enterprises[5]?.id ?? "";
    const before = (await checklistProgress([enterpriseId], today)).get(enterpriseId)?.of ?? 0;
    const added = await write(undefined, {});
    expect(added).toEqual({ ok: true, value: { id: form.id } });
    expect(await write(undefined, {})).toEqual(added);
    expect((await checklistProgress([enterpriseId], today)).get(enterpriseId)?.of).toBe(before + 1);
    expect(await write(form.id, { version: 1, active: false })).toEqual(added);
    expect((await checklistProgress([enterpriseId], today)).get(enterpriseId)?.of).toBe(before);
    expect(await write(form.id, { version: 1 })).toEqual({ ok: false, code: "stale" });
    expect(await eventsOf(form.id)).toEqual(["checklist-item.added", "checklist-item.changed"]);
  });

  test("needs a kind and a code of its own, and an administrator", async () => {
    expect(await write(undefined, { id: randomUUID() })).toEqual({ ok: false, code: "code.taken" });
    expect(await write(undefined, { kind: undefined })).toEqual({ ok: false, code: "kind.required" });
    expect(await write(undefined, { code: undefined })).toEqual({ ok: false, code: "code.required" });
    expect(await write(randomUUID(), {})).toEqual({ ok: false, code: "notFound" });
    expect(await write(undefined, {}, officer)).toEqual({ ok: false, code: "notFound" });
  });
});

test("the progress of a page of enterprises comes by one statement, each with its own numbers", async () => {
  const ids = enterprises.map(({ id }) => id);
  const all = await checklistProgress(ids, today);
  expect([...all.keys()].sort()).toEqual(ids.toSorted());
  const entries = await listChecklist(ids, today);
  for (const [id, { done, of, optionalDone, optionalOf }] of all) {
    const own = entries.filter(({ enterpriseId }) => enterpriseId === id);
    expect([done, of, optionalDone, optionalOf]).toEqual([
      own.filter(({ required, isMet }) => required && isMet).length,
      own.filter(({ required }) => required).length,
      own.filter(({ required, isMet }) => !required && isMet).length,
      own.filter(({ required }) => !required).length,
    ]);
  }
});
