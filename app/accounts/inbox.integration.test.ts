import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import "~/messages";
import { pool, row, rows } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { countQueries } from "../../tests/integration/count-queries";
import { portalDatabase } from "../../tests/integration/database";
import { actingAt } from "../../tests/integration/people";
import { countUnread, listNotices } from "./inbox-queries.server";
import { accountsToTell, membersOfEach, type NewNotice, notify, notifyAll } from "./notify.server";
import { readAllNotices, readNotice } from "./read-notices.server";
import { sendDigests } from "./send-digests.server";
import type { Actor } from "./session.server";

portalDatabase();

const now = new Date("2026-03-02T03:00:00Z");
const morning = new Date("2026-03-03T00:00:00Z");
const confirmed = { emailConfirmedAt: now };
const [each, daily, unreachable, english] = [
  { ...buildAccount(1), ...confirmed },
  { ...buildAccount(2), ...confirmed },
  { ...buildAccount(3), emailConfirmedAt: null },
  { ...buildAccount(4), ...confirmed, language: "en" as const },
];
const byPhone = { ...buildAccount(5), emailConfirmedAt: null };
const people = [each, daily, unreachable, english, byPhone];
const enterprise = buildEnterprise(1);
const actorOf = ({ id }: { id: string }) => ({ accountId: id }) as Actor;

beforeEach(async () => {
  await rows("DELETE FROM notices");
  await rows("DELETE FROM mails");
  await rows("DELETE FROM text_messages");
  if (await row("SELECT 1 FROM accounts")) return;
  await seedReference(pool());
  await insertRows(pool(), "accounts", people);
  await rows("UPDATE accounts SET notice_delivery = 'daily' WHERE id = ANY($1)", [[daily.id, english.id]]);
  await rows("UPDATE accounts SET phone = '+84901234567', phone_confirmed_at = now() WHERE id = $1", [byPhone.id]);
  await insertRows(pool(), "enterprises", [enterprise]);
});

const tell = (notice: Partial<NewNotice> = {}, at = now) =>
  inTransaction(actingAt(at), async (tx) => {
    const readers = await accountsToTell(
      tx,
      people.map(({ id }) => id),
    );
    await notify(tx, readers, {
      event: "certificate.verified",
      enterpriseId: enterprise.id,
      path: "/ban-lam-viec",
      words: (_t, { language }) => ({
        subject: language === "vi" ? "Đã xác nhận" : "Verified",
        paragraphs: ["Một.", "Hai."],
        action: "Mở",
      }),
      ...notice,
    });
    return accept(null);
  });

const mails = () =>
  rows<{ to: string; subject: string }>(`SELECT recipient AS "to", subject FROM mails ORDER BY recipient`);
const mailTo = ({ email }: { email: string | null }) =>
  row<{ subject: string; text: string; html: string; language: string }>(
    "SELECT subject, text, html, language FROM mails WHERE recipient = $1",
    [email],
  );

const texts = () => rows<{ to: string; text: string }>(`SELECT recipient AS "to", text FROM text_messages`);

describe("telling", () => {
  test("writes to every inbox, and mails only those who want each notice and can be reached", async () => {
    await tell();
    const told = await rows<{ id: string; told: boolean; subject: string }>(
      `SELECT account_id AS id, told_at IS NOT NULL AS told, subject FROM notices`,
    );
    expect(new Map(told.map(({ id, ...rest }) => [id, rest]))).toEqual(
      new Map([
        [each.id, { told: true, subject: "Đã xác nhận" }],
        [daily.id, { told: false, subject: "Đã xác nhận" }],
        [unreachable.id, { told: false, subject: "Đã xác nhận" }],
        [english.id, { told: false, subject: "Verified" }],
        [byPhone.id, { told: true, subject: "Đã xác nhận" }],
      ]),
    );
    expect(await mails()).toEqual([{ to: each.email, subject: "Đã xác nhận" }]);
    expect(await texts()).toEqual([
      { to: "+84901234567", text: expect.stringMatching(/^Lên Sàn: Đã xác nhận\. Xem tại http\S+\/hop-thu$/) },
    ]);
  });

  test("with a key reaches nobody twice, in the inbox or by mail, also when several processes tell at once", async () => {
    await Promise.all([1, 2, 3].map(() => tell({ onceKey: "expiry:1:30" })));
    await tell({ onceKey: "expiry:1:30" });
    expect(await row("SELECT count(*) AS count FROM notices")).toEqual({ count: 5 });
    expect([await mails(), await texts()].map(({ length }) => length)).toEqual([1, 1]);
    await tell({ onceKey: "expiry:1:7" });
    expect(await mails()).toHaveLength(2);
  });

  test("queues a job for each mail", async () => {
    await tell();
    const { rows: jobs } = await pool().query(
      "SELECT 1 FROM graphile_worker.jobs j JOIN mails m ON j.key = 'mail:' || m.id",
    );
    expect(jobs).toHaveLength(1);
  });
});

describe("telling of many things at once", () => {
  const tellMany = (keys: readonly string[]) =>
    inTransaction(actingAt(now), async (tx) => {
      const members = await membersOfEach(tx, [enterprise.id, other.id, enterprise.id]);
      await notifyAll(
        tx,
        keys.flatMap((onceKey) =>
          [...members].map(([enterpriseId, readers]) => ({
            readers,
            notice: {
              event: "x.y",
              enterpriseId,
              path: "/ban-lam-viec",
              onceKey: onceKey + enterpriseId,
              words: () => ({ subject: onceKey, paragraphs: [], action: "Mở" }),
            },
          })),
        ),
      );
      return accept(null);
    });
  const other = buildEnterprise(2);

  test("reaches the members of each enterprise, by as many statements as one thing", async () => {
    await insertRows(pool(), "enterprises", [other]);
    await insertRows(pool(), "memberships", [
      buildMembership(each.id, enterprise.id),
      buildMembership(unreachable.id, enterprise.id),
      buildMembership(each.id, other.id),
      buildMembership(byPhone.id, other.id),
    ]);
    const ofOne = await countQueries(() => tellMany(["one"]));
    expect(await countQueries(() => tellMany(Array.from({ length: 50 }, (_, at) => `many ${at}`)))).toBe(ofOne);
    const told = await rows(
      `SELECT account_id AS "accountId", enterprise_id AS "enterpriseId", count(*) AS count FROM notices
        GROUP BY account_id, enterprise_id ORDER BY account_id, enterprise_id`,
    );
    expect(told).toEqual([
      { accountId: each.id, enterpriseId: enterprise.id, count: 51 },
      { accountId: each.id, enterpriseId: other.id, count: 51 },
      { accountId: byPhone.id, enterpriseId: other.id, count: 51 },
    ]);
    expect([await mails(), await texts()].map(({ length }) => length)).toEqual([102, 51]);
  });

  test("tells again only what was not told, of several with keys", async () => {
    await tellMany(["one"]);
    await tellMany(["one", "two", "two"]);
    expect((await mails()).map(({ subject }) => subject).sort()).toEqual(["one", "one", "two", "two"]);
    expect(await texts()).toHaveLength(2);
  });
});

describe("the inbox", () => {
  test("shows the unread first, of each the newest first, and nobody else's", async () => {
    for (const minute of [1, 2, 3]) await tell({}, new Date(now.getTime() + minute * 60_000));
    const [newest] = (await listNotices(each.id, { limit: 10, offset: 0 })).notices;
    await readNotice(String(newest?.id), actorOf(each), actingAt(now));
    const { notices, total, unread } = await listNotices(each.id, { limit: 10, offset: 0 });
    expect(notices.map(({ isRead, createdAt }) => [isRead, (createdAt.getTime() - now.getTime()) / 60_000])).toEqual([
      [false, 2],
      [false, 1],
      [true, 3],
    ]);
    expect({ total, unread, enterprise: newest?.enterprise }).toEqual({
      total: 3,
      unread: 2,
      enterprise: enterprise.name,
    });
    expect(await listNotices(each.id, { limit: 10, offset: 100 })).toMatchObject({ notices: [], total: 3 });
    expect([await countUnread(each.id), await countUnread(daily.id)]).toEqual([2, 3]);
  });

  test("opens a notice of one's own only, and keeps when it was first read", async () => {
    await tell();
    const [notice] = (await listNotices(each.id, { limit: 1, offset: 0 })).notices;
    const id = String(notice?.id);
    expect(await readNotice(id, actorOf(daily), actingAt(now))).toBeUndefined();
    expect(await readNotice(randomUUID(), actorOf(each), actingAt(now))).toBeUndefined();
    expect(await readNotice(id, actorOf(each), actingAt(now))).toBe("/ban-lam-viec");
    expect(await readNotice(id, actorOf(each), actingAt(morning))).toBe("/ban-lam-viec");
    expect(await row("SELECT read_at AS at FROM notices WHERE id = $1", [id])).toEqual({ at: now });
  });

  test("marked as read at once keeps unread what came after the page was drawn", async () => {
    await tell();
    await tell({}, morning);
    await readAllNotices(now, actorOf(each), actingAt(morning));
    expect([await countUnread(each.id), await countUnread(daily.id)]).toEqual([1, 2]);
  });
});

describe("the daily mail", () => {
  test("tells each account once of all that waits, by enterprise, in its language, however many processes send", async () => {
    await tell();
    await tell({ path: "/hop-thu" });
    await inTransaction(actingAt(now), async (tx) => {
      const readers = await accountsToTell(tx, [daily.id]);
      const words = () => ({ subject: "Chung & riêng <b>", paragraphs: [], action: "Mở" });
      await notify(tx, readers, { event: "x.y", path: "/ban-lam-viec", words });
      return accept(null);
    });
    await rows("DELETE FROM mails");
    const sent = await Promise.all([1, 2, 3, 4].map(() => sendDigests(morning, morning)));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await sendDigests(morning, morning)).toBe(0);
    expect((await mails()).map(({ to }) => to).sort()).toEqual([daily.email, english.email].sort());

    const inVietnamese = await mailTo(daily);
    expect(inVietnamese).toMatchObject({ language: "vi", subject: "Lên Sàn: 3 tin mới" });
    expect(inVietnamese?.text).toContain(`${enterprise.name}\n- Đã xác nhận\n  http`);
    expect(inVietnamese?.text).toMatch(/Chung\n- Chung & riêng <b>\n {2}http\S+\/ban-lam-viec/);
    expect(inVietnamese?.html).toContain("Chung &amp; riêng &lt;b&gt;");
    expect(await mailTo(english)).toMatchObject({ language: "en", subject: "Lên Sàn: 2 new notices" });
    expect(
      await row("SELECT count(*) AS count FROM notices WHERE told_at IS NULL AND account_id <> $1", [unreachable.id]),
    ).toEqual({ count: 0 });
  });

  test("says nothing of what was read meanwhile, nor of what came after its hour", async () => {
    await tell();
    await readAllNotices(morning, actorOf(daily), actingAt(now));
    await tell({}, new Date(morning.getTime() + 1));
    expect(await sendDigests(morning, morning)).toBe(1);
    expect(await mailTo(daily)).toBeUndefined();
    expect(await mailTo(english)).toMatchObject({ subject: "Lên Sàn: 1 new notice" });
  });

  test("is one short message for who has no e-mail", async () => {
    await rows("UPDATE accounts SET notice_delivery = 'daily' WHERE id = $1", [byPhone.id]);
    await tell();
    await tell();
    expect(await texts()).toEqual([]);
    await sendDigests(morning, morning);
    expect((await texts()).map(({ text }) => text)).toEqual([expect.stringContaining("Lên Sàn: 2 tin mới.")]);
    await rows("UPDATE accounts SET notice_delivery = 'each' WHERE id = $1", [byPhone.id]);
  });

  test("names 50 and counts the rest", async () => {
    for (let n = 0; n < 52; n += 1) await tell();
    expect(await sendDigests(morning, morning)).toBe(2);
    const text = (await mailTo(english))?.text ?? "";
    expect(text.match(/- Verified/g)).toHaveLength(50);
    expect(text).toContain("And 2 more in the inbox.");
  });
});
