import { expect, test } from "vitest";
import "~/messages";
import { pool, row, rows } from "~/platform/db/client.server";
import { buildAccount } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt, requestWith } from "../../tests/integration/people";
import { findVisitor, openSession } from "./session.server";
import { sweepAccounts } from "./sweep-accounts.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const person = buildAccount(1);

test("the nightly sweep removes what can no longer be used, and nothing else", async () => {
  await insertRows(pool(), "accounts", [person]);
  const gone = new Request("http://localhost/");
  await openSession(gone, person.id, actingAt(now));
  const young = await openSession(gone, person.id, actingAt(later(31)));
  await rows(
    `INSERT INTO one_time_tokens (id, purpose, token_hash, email, created_at, expires_at, used_at) VALUES
      (gen_random_uuid(), 'invitation', 'old', 'old', $1, $3, NULL),
      (gen_random_uuid(), 'invitation', 'used', 'used', $1, $2, $1),
      (gen_random_uuid(), 'invitation', 'open', 'open', $1, $2, NULL)`,
    [now, later(40), new Date(now.getTime() + 1)],
  );
  await rows(
    `INSERT INTO form_drafts (account_id, path, fields, saved_at) VALUES
      ($1, '/old', '{}', $2), ($1, '/young', '{}', $3)`,
    [person.id, now, later(31)],
  );

  await insertRows(pool(), "accounts", [
    { ...buildAccount(2), emailConfirmedAt: null, createdAt: now },
    { ...buildAccount(3), emailConfirmedAt: null, createdAt: later(2) },
    { ...buildAccount(4), emailConfirmedAt: null, createdAt: now, role: "officer" },
  ]);
  await rows(
    `INSERT INTO notices (id, account_id, event, subject, text, path, created_at) VALUES
      (gen_random_uuid(), $1, 'x.y', 'old', '', '/', $2::timestamptz - interval '12 months'),
      (gen_random_uuid(), $1, 'x.y', 'young', '', '/', $2::timestamptz - interval '11 months')`,
    [person.id, later(31)],
  );

  expect(await sweepAccounts(later(31))).toEqual({ sessions: 1, links: 2, drafts: 1, notices: 1, unconfirmed: 1 });
  expect(await rows("SELECT subject FROM notices")).toEqual([{ subject: "young" }]);
  expect(await row("SELECT 1 FROM accounts WHERE id = $1", [buildAccount(2).id])).toBeUndefined();
  expect((await findVisitor(requestWith(young), later(31))).state).toBe("signed-in");
  expect(await rows("SELECT email FROM one_time_tokens")).toEqual([{ email: "open" }]);
  expect(await rows("SELECT path FROM form_drafts")).toEqual([{ path: "/young" }]);
  expect(await row("SELECT count(*) AS breaks FROM journal_breaks()")).toEqual({ breaks: 0 });
  expect(await sweepAccounts(later(31))).toEqual({ sessions: 0, links: 0, drafts: 0, notices: 0, unconfirmed: 0 });
});
