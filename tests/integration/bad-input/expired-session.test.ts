import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import "~/messages";
import { draftableForm } from "~/accounts/draft";
import { hashOfPassword } from "~/accounts/password.server";
import { translateCode } from "~/platform/i18n";
import { pdf } from "../../fixtures/files";
import { type RunningPortal, startPortal } from "../../portal/start-portal";
import "../database";
import { addCertificate, addProduct, type PortalForm, typedForms } from "./forms";
import { type Answer, type Fields, pairsOf, signedIn, typedIn, type Visitor, visitor } from "./visitor";
import { footprint, makeWorld, type Person, type World } from "./world";

let portal: RunningPortal;
let world: World;
beforeAll(async () => {
  portal = await startPortal("live", inject("testServer"));
  world = await makeWorld(portal.pool);
}, 180_000);
afterAll(() => portal?.close());

type SignedForm = PortalForm & { by: Person };
const forms = typedForms.filter((form): form is SignedForm => form.by !== "anyone");
/** How a page says that it shows what was typed: a long form until that is sent or discarded, any other once. */
const isLong = (path: string) => draftableForm(path) !== undefined;
const kept = (path: string) => translateCode("vi", isLong(path) ? "accounts:draft.found" : "accounts:heldForm");

/** Somebody whose session ran out while the form was open. */
async function tooLate(accountId: string): Promise<Visitor> {
  const late = await signedIn(portal, accountId);
  await portal.pool.query(
    "UPDATE sessions SET created_at = now() - interval '8 days', expires_at = now() - interval '1 minute' WHERE account_id = $1",
    [accountId],
  );
  return late;
}

const send = (who: Visitor, form: PortalForm, fields: Fields, path = form.path(world)): Promise<Answer> =>
  form.carriesFiles
    ? who.upload(path, fields, [{ name: "scan", fileName: "giay.pdf", content: pdf() }])
    : who.post(path, fields);

const shown = ({ page }: Answer): string[][] => pairsOf(page.values);

describe.each(forms)("the form for $title, sent after the session ran out", (form) => {
  test("leads to signing in and back, with all that was typed, for the same account only and not for ever", async () => {
    const accountId = world.accounts[form.by];
    const bare = form.path(world);
    const path = `${bare}${bare.includes("?") ? "&" : "?"}loc=khong-co`;
    const words = kept(bare);
    const fields = form.fields(world);
    const before = await footprint(portal.pool);
    const refused = await send(await tooLate(accountId), form, fields, path);
    expect(refused).toMatchObject({ status: 302, location: `/dang-nhap?${new URLSearchParams({ tiep: path })}` });
    expect(await footprint(portal.pool)).toEqual(before);

    const others = Object.entries(world.accounts).filter(([, id]) => id !== accountId);
    for (const [, id] of others) expect((await (await signedIn(portal, id)).get(path)).text).not.toContain(words);

    const back = await signedIn(portal, accountId);
    const page = await back.get(path);
    expect(page.status).toBe(200);
    expect(isLong(bare) ? page.text : page.page.summary).toContain(words);
    expect(shown(page)).toEqual(expect.arrayContaining(typedIn(fields)));
    if (isLong(bare))
      expect(await back.post(`${bare}?bo-ban-tam=1`, {})).toMatchObject({ status: 303, location: bare });
    expect((await back.get(path)).text).not.toContain(words);
  });
});

test("who signs in with their password is back in the form, and what comes back can be sent as it is", async () => {
  const password = "mot mat khau rat dai va la";
  const accountId = world.accounts.owner;
  await portal.pool.query("UPDATE accounts SET password_hash = $2 WHERE id = $1", [
    accountId,
    await hashOfPassword(password),
  ]);
  const { rows } = await portal.pool.query<{ email: string }>("SELECT email FROM accounts WHERE id = $1", [accountId]);
  const fields = addCertificate.fields(world);
  const refused = await send(await tooLate(accountId), addCertificate, fields);

  const signIn = await visitor(portal.origin).post(refused.location, { contact: rows[0]?.email ?? "", password });
  expect(signIn).toMatchObject({ status: 303, location: addCertificate.path(world) });
  const again = visitor(portal.origin, (signIn.headers.get("set-cookie") ?? "").split(";")[0]);
  const page = await again.get(signIn.location);
  expect(page.page.values.products).toEqual([world.productId, world.secondProductId]);

  const returned = Object.fromEntries(
    Object.entries(page.page.values).filter(([name]) => name in fields || name === "validTo"),
  );
  expect((await send(again, addCertificate, returned)).status).toBe(302);
  const stored = await portal.pool.query(
    "SELECT count(*)::int AS count FROM certificate_products WHERE certificate_id = $1",
    [fields.id],
  );
  expect(stored.rows).toEqual([{ count: 2 }]);
});

test("a password is never kept, whatever its field is called after", async () => {
  const secret = "bi mat khong duoc giu";
  const late = await tooLate(world.accounts.owner);
  await late.post("/tai-khoan", { viec: "mat-khau", passwordCurrent: secret, password: secret });
  const { rows } = await portal.pool.query<{ fields: string }>("SELECT fields::text AS fields FROM form_drafts");
  for (const { fields } of rows) expect(fields).not.toContain(secret);
  expect((await (await signedIn(portal, world.accounts.owner)).get("/tai-khoan")).text).not.toContain(secret);
});

test("who signed out, or never signed in, leaves nothing behind", async () => {
  await portal.pool.query("DELETE FROM form_drafts");
  const fields = addProduct.fields(world);
  const out = await signedIn(portal, world.accounts.owner);
  await out.post("/dang-xuat", {});
  for (const who of [out, visitor(portal.origin), visitor(portal.origin, "phien=khong-co")]) {
    expect((await send(who, addProduct, fields)).status).toBe(302);
  }
  expect((await portal.pool.query("SELECT FROM form_drafts")).rowCount).toBe(0);
});

test("what was typed in a foreign enterprise's form is not shown by it", async () => {
  const path = `/quan-ly/${world.foreignId}/san-pham/moi`;
  const late = await tooLate(world.accounts.owner);
  expect((await late.post(path, addProduct.fields(world))).status).toBe(302);
  expect((await (await signedIn(portal, world.accounts.owner)).get(path)).status).toBe(404);
});
