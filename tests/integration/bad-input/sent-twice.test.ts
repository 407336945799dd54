import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import "~/messages";
import { translateCode } from "~/platform/i18n";
import { jpeg } from "../../fixtures/files";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { creatingForms, decideCertificate, decisionForms, issueApiKey, type PortalForm, signUp } from "./forms";
import type { Answer, Fields } from "./visitor";
import { footprint, makeWorld, type Visitors, visitorsOf, type World } from "./world";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
}, 180_000);
afterAll(() => portal?.close());

async function start(): Promise<{ world: World; visitors: Visitors }> {
  const world = await makeWorld(portal.pool);
  return { world, visitors: await visitorsOf(portal, world) };
}

/** What a form's sending added, table by table; the journal's own rows aside. */
async function added(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await footprint(portal.pool);
  await work();
  const after = await footprint(portal.pool);
  const differences = Object.keys(after).map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)] as const);
  return Object.fromEntries(differences.filter(([table, count]) => count !== 0 && !table.startsWith("journal")));
}

const send = ({ visitors, world }: { visitors: Visitors; world: World }, form: PortalForm, fields: Fields) =>
  form.carriesFiles
    ? visitors[form.by].upload(form.path(world), fields, form.file ? [form.file] : [])
    : visitors[form.by].post(form.path(world), fields);

describe.each(creatingForms)("the form for $title, sent twice at once and once more", (form) => {
  test("makes one thing, and says so each time", async () => {
    const there = await start();
    const fields = form.fields(there.world);
    const answers: Answer[] = [];
    const made = await added(async () => {
      answers.push(...(await Promise.all([send(there, form, fields), send(there, form, fields)])));
      answers.push(await send(there, form, fields));
    });
    for (const table of form.creates ?? []) expect(made[table], table).toBe(1);
    const refused = answers.filter(({ status }) => status >= 400);
    // A key is shown once: whoever sends the form again must learn that it cannot be shown any more.
    expect(refused).toHaveLength(form === issueApiKey ? 2 : 0);
    for (const { page } of refused)
      expect(page.summary).toEqual([translateCode("vi", "accounts:apiKey.alreadyIssued")]);
    const [first] = answers.filter(({ status }) => status < 400);
    for (const { status, location } of answers.filter((answer) => !refused.includes(answer))) {
      expect({ status, location }).toEqual({ status: first?.status, location: first?.location });
    }
  });
});

test("signing up twice at once sends one address no more than one mail for each time it was asked", async () => {
  const there = await start();
  const fields = signUp.fields(there.world);
  const made = await added(() => Promise.all([1, 2].map(() => send(there, signUp, fields))));
  expect(made.accounts).toBe(1);
  expect(made.mails).toBeLessThanOrEqual(2);
});

test("a photo sent twice at once is there once", async () => {
  const { world, visitors } = await start();
  const path = `/quan-ly/${world.enterpriseId}/san-pham/${world.secondProductId}/anh`;
  const files = [{ name: "photos", fileName: "a.jpg", content: await jpeg() }];
  const made = await added(() => Promise.all([1, 2, 3].map(() => visitors.owner.upload(path, {}, files))));
  expect(made).toEqual({ product_photos: 1, files: 1 });
});

describe("of two officers", () => {
  const words = (code: string) => translateCode("vi", code);

  test("who claim a certificate at once, one holds it", async () => {
    const { world, visitors } = await start();
    await portal.pool.query(
      "UPDATE reviews SET status = 'waiting', claimed_by_id = NULL, claimed_at = NULL WHERE subject_id = $1",
      [world.submittedCertificateId],
    );
    const path = decideCertificate.path(world);
    const claim = { action: "claim", version: "1" };
    const answers = await Promise.all([visitors.officer.post(path, claim), visitors.otherOfficer.post(path, claim)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    const { rows } = await portal.pool.query(
      "SELECT count(*)::int AS count FROM journal WHERE event = 'review.claimed' AND enterprise_id = $1",
      [world.enterpriseId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test.each(decisionForms)(
    "only who holds it decides, and what the other typed is shown again: $title",
    async (form) => {
      const there = await start();
      const { visitors, world } = there;
      const fields = form.fields(world);
      const before = await footprint(portal.pool);
      const other = form.carriesFiles
        ? await visitors.otherOfficer.upload(form.path(world), fields, [])
        : await visitors.otherOfficer.post(form.path(world), fields);
      expect(other.status).toBe(409);
      expect(other.page.summary).toEqual([words("platform:refusal.alreadyClaimed")]);
      for (const name of form.texts) expect(other.page.values[name], name).toEqual([fields[name]]);
      expect(await footprint(portal.pool)).toEqual(before);
      expect((await send(there, form, fields)).status).toBe(302);
    },
  );

  test("and of two windows of one officer, only the first decides", async () => {
    const there = await start();
    const { world } = there;
    const fields = decideCertificate.fields(world);
    const answers = await Promise.all([
      send(there, decideCertificate, { ...fields, action: "refuse" }),
      send(there, decideCertificate, { ...fields, action: "return" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    const { rows } = await portal.pool.query(
      "SELECT event FROM journal WHERE subject_id = $1 AND event IN ('certificate.returned', 'certificate.refused')",
      [world.submittedCertificateId],
    );
    expect(rows).toHaveLength(1);
  });

  test("a decision on what has changed meanwhile is refused, and every reason typed is still there", async () => {
    const there = await start();
    const { world } = there;
    await portal.pool.query("UPDATE certificates SET version = 2 WHERE id = $1", [world.submittedCertificateId]);
    const before = await footprint(portal.pool);
    const { version: _, action: __, ...typed } = decideCertificate.fields(world);
    const answer = await send(there, decideCertificate, decideCertificate.fields(world));
    expect(answer.status).toBe(409);
    expect(answer.page.summary).toEqual([words("platform:refusal.stale")]);
    for (const [name, value] of Object.entries(typed)) expect(answer.page.values[name], name).toEqual([value]);
    expect(await footprint(portal.pool)).toEqual(before);
  });
});
