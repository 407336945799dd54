import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import "~/messages";
import { reviewPath } from "~/reviews/queue-address";
import { type ReviewSubject, reviewSubjects } from "~/reviews/review";
import routes from "~/routes";
import { demoApiKey } from "../../prisma/seed/demo/api-key";
import { type DemoObjects, findDemoObjects, people } from "../portal/demo-objects";
import { fillPath, mappedRoutes } from "../portal/mapped-routes";
import { insertSession, sessionCookie } from "../portal/sessions";
import { type RunningPortal, startPortal } from "../portal/start-portal";
import "./database";

const marker = "CHI-NOI-BO-7F3A";
const layouts = /-layout\.tsx$/;
const paths = mappedRoutes(routes)
  .filter(({ file }) => !layouts.test(file))
  .map(({ path }) => path);
/** Everyone but the office. */
const outsiders = people.filter((person) => !["officer", "leader", "administrator"].includes(person));

let portal: RunningPortal;
let objects: DemoObjects;
let subjects: Record<ReviewSubject, string>;

/** What an officer sends to turn a case of each kind down. */
const refusals: Record<ReviewSubject, Record<string, string>> = {
  certificate: { action: "return", "at.number.reason": "other" },
  listing: {
    ...{ action: "not-live", "at.page.reason": "other", observedOn: "2026-01-05", observedTime: "09:00" },
    id: crypto.randomUUID(),
  },
  change: { action: "return", "at.name.reason": "other" },
  revocation: { action: "reject", "at.grounds.reason": "other" },
  "checklist-answer": { action: "return", "at.answer.reason": "other" },
};

const versions: Record<ReviewSubject, string> = {
  certificate: "SELECT version FROM certificates WHERE id = $1",
  listing: "SELECT 0 AS version WHERE $1::uuid IS NOT NULL",
  change: "SELECT version FROM proposed_changes WHERE id = $1",
  revocation: "SELECT version FROM revocations WHERE id = $1",
  "checklist-answer": "SELECT version FROM checklist_answers WHERE id = $1",
};

async function waiting(pool: Pool, kind: ReviewSubject): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.subject_id AS id FROM reviews r WHERE r.subject_kind = $1 AND r.status = 'waiting'
        AND r.barred_id IS DISTINCT FROM $2
        AND NOT EXISTS (SELECT FROM parties p WHERE p.enterprise_id = r.enterprise_id AND p.account_id = $2)
      ORDER BY r.opened_at, r.id LIMIT 1`,
    [kind, objects.accounts.officer],
  );
  if (!rows[0]) throw new Error(`No ${kind} waits`);
  return rows[0].id;
}

async function ask(path: string, cookie: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const answer = await fetch(portal.origin + path, {
    ...init,
    redirect: "manual",
    headers: { Origin: portal.origin, ...(cookie && { Cookie: cookie }), ...init.headers },
  });
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString("utf8") };
}

const cookieOf = async (accountId: string) => sessionCookie(await insertSession(portal.pool, accountId));

beforeAll(async () => {
  portal = await startPortal("demo", inject("testServer"));
  objects = await findDemoObjects(portal.pool);
  const { officer } = objects.accounts;
  const found = reviewSubjects.map(async (kind) => [kind, await waiting(portal.pool, kind)] as const);
  subjects = Object.fromEntries(await Promise.all(found)) as typeof subjects;
  // On everything that was ever reviewed lies a note.
  await portal.pool.query(
    `INSERT INTO internal_notes (id, subject_kind, subject_id, author_id, text, created_at)
      SELECT gen_random_uuid(), s.subject_kind, s.subject_id, $1, $2, now()
      FROM (SELECT DISTINCT subject_kind, subject_id FROM reviews) s`,
    [officer, marker],
  );
}, 180_000);
afterAll(() => portal?.close());

describe("what officers note among themselves", () => {
  test.each(reviewSubjects)("is read by officers on the page of a %s", async (kind) => {
    const page = await ask(reviewPath(kind, subjects[kind]), await cookieOf(objects.accounts.officer));
    expect(page.status).toBe(200);
    expect(page.text).toContain(marker);
  });

  test.each(reviewSubjects)(
    "goes into no mail, notice, message or journal entry when a %s is turned down",
    async (kind) => {
      const path = reviewPath(kind, subjects[kind]);
      const cookie = await cookieOf(objects.accounts.officer);
      const { rows } = await portal.pool.query<{ version: number }>(versions[kind], [subjects[kind]]);
      const version = String(rows[0]?.version);
      const post = (fields: Record<string, string>) =>
        ask(path, cookie, { method: "POST", body: new URLSearchParams({ version, ...fields }) });
      expect((await post({ action: "claim" })).status).toBe(302);
      expect((await post(refusals[kind])).status).toBe(302);
      const decided = await portal.pool.query(
        "SELECT 1 FROM reviews WHERE subject_id = $1 AND status = 'decided' AND decided_at > now() - interval '10 minutes'",
        [subjects[kind]],
      );
      expect(decided.rows).toHaveLength(1);
      for (const table of ["mails", "notices", "text_messages", "journal"]) {
        const told = await portal.pool.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [marker]);
        expect(told.rows, table).toEqual([]);
      }
    },
  );

  test.each(outsiders)("is on no page, feed or exported list that %s can open", async (person) => {
    const cookie = person === "anonymous" ? "" : await cookieOf(objects.accounts[person]);
    const asked = [
      ...paths.map((path) => fillPath(path, objects.parameters)),
      // Lists as plain text, so that what is in them can be read here.
      ...paths.filter((path) => path.endsWith("/xuat")).map((path) => `${fillPath(path, objects.parameters)}?dang=csv`),
      ...reviewSubjects.map((kind) => reviewPath(kind, subjects[kind])),
      ...reviewSubjects.map((kind) => `/tham-dinh/ghi-chu/${kind}/${subjects[kind]}`),
    ].filter((path) => path !== "/dang-xuat");
    const headers = { Authorization: `Bearer lensan_${demoApiKey.prefix}_${demoApiKey.secret}` };
    let opened = 0;
    for (const path of asked) {
      const { status, text } = await ask(path, cookie, path.startsWith("/feeds/") ? { headers } : {});
      if (status === 200) opened += 1;
      if (path.startsWith("/feeds/")) expect(status, path).toBe(200);
      expect(text.includes(marker), path).toBe(false);
    }
    expect(opened).toBeGreaterThan(10);
  });
});
