import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { pool, row } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { buildAccount } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt } from "../../tests/integration/people";
import { checkJournal, entriesPerPage, type JournalFilter, journalWords, readJournal } from "./journal-queries.server";

portalDatabase();

const none: JournalFilter = {
  event: "",
  subjectKind: "",
  subjectId: "",
  actor: "",
  enterprise: "",
  from: undefined,
  to: undefined,
};
const actor = buildAccount(1, { name: "Trần Thị Hoà", email: "hoa@journal.example" });
const seqs = ({ entries }: Awaited<ReturnType<typeof readJournal>>): number[] => entries.map(({ seq }) => seq);

async function note(event: `${string}.${string}`, kind: string, id: string, at: string, actorId: string | null = null) {
  await inTransaction(actingAt(new Date(at), actorId), async (tx) => {
    tx.record({ event, subject: { kind, id }, data: { after: { n: id } } });
    return accept(null);
  });
}

test("the journal is read newest first in pages that neither skip nor repeat, in both directions", async () => {
  await insertRows(pool(), "accounts", [actor]);
  const total = entriesPerPage * 2 + 5;
  for (let n = 1; n <= total; n += 1) await note("thing.made", "thing", `t-${n}`, "2026-03-02T03:00:00Z");
  const first = await readJournal(none, {});
  const second = await readJournal(none, { before: seqs(first).at(-1) ?? 0 });
  const third = await readJournal(none, { before: seqs(second).at(-1) ?? 0 });
  expect([...seqs(first), ...seqs(second), ...seqs(third)]).toEqual(Array.from({ length: total }, (_, n) => total - n));
  expect([first, second, third].map(({ hasOlder, hasNewer }) => [hasOlder, hasNewer])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
  const back = await readJournal(none, { after: seqs(third)[0] ?? 0 });
  expect(seqs(back)).toEqual(seqs(second));
  expect([back.hasOlder, back.hasNewer]).toEqual([true, true]);
});

test("each filter finds its entries: event, kind, id, actor without diacritics, and whole days of Việt Nam", async () => {
  const id = randomUUID();
  await note("other.done", "other", id, "2026-05-01T16:59:59Z", actor.id);
  await note("other.done", "other", "else", "2026-05-01T17:00:00Z");
  const found = async (filter: Partial<JournalFilter>) =>
    (await readJournal({ ...none, ...filter }, {})).entries.map(({ subjectId }) => subjectId);
  expect(await found({ event: "other.done" })).toEqual(["else", id]);
  expect(await found({ subjectKind: "other", subjectId: id.slice(0, 8) })).toEqual([id]);
  expect(await found({ actor: "tran thi hoa" })).toEqual([id]);
  expect(await found({ from: "2026-05-01", to: "2026-05-01" })).toEqual([id]);
  expect(await found({ from: "2026-05-02" })).toEqual(["else"]);
  expect(await found({ subjectId: "%" })).toEqual([]);
  expect(await found({ enterprise: "không có cơ sở nào" })).toEqual([]);
  expect(await journalWords()).toEqual({ events: ["other.done", "thing.made"], subjectKinds: ["other", "thing"] });
});

test("the check of the chain finds an entry that was changed behind the portal's back", async () => {
  const head = await row<{ seq: number }>("SELECT seq FROM journal_head");
  expect(await checkJournal()).toEqual({ entries: head?.seq, breaks: [] });
  const client = await pool().connect();
  try {
    await client.query("ALTER TABLE journal DISABLE TRIGGER journal_is_append_only");
    await client.query(`UPDATE journal SET data = '{"after":{"n":"forged"}}' WHERE seq = 7`);
    await client.query("ALTER TABLE journal ENABLE TRIGGER journal_is_append_only");
  } finally {
    client.release();
  }
  expect((await checkJournal()).breaks).toEqual([7]);
  await expect(pool().query("UPDATE journal SET event = 'x.y' WHERE seq = 8")).rejects.toThrow("append-only");
});
