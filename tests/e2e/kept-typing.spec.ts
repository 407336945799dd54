import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { signIn } from "../portal/sessions";
import type { RunningPortal } from "../portal/start-portal";
import { expect, test } from "./fixtures";
import type { Visitor } from "./visitor";

const account = buildAccount(1, { role: "owner" });
const enterprise = buildEnterprise(1);
const form = `/quan-ly/${enterprise.id}/san-pham/moi`;

async function ownerOf(portal: RunningPortal, arrive: (portal: RunningPortal) => Promise<Visitor>): Promise<Visitor> {
  await insertRows(portal.pool, "accounts", [account]);
  await insertRows(portal.pool, "enterprises", [enterprise]);
  await insertRows(portal.pool, "memberships", [buildMembership(account.id, enterprise.id)]);
  const owner = await arrive(portal);
  await signIn(owner.page.context(), portal, account.id);
  return owner;
}

const says = (owner: Visitor, key: Parameters<Visitor["t"]>[0]) =>
  expect(owner.page.locator("[data-draft-status]")).toContainText(owner.t(key, { at: "" }).replace(/[.\s]+$/, ""));

test("what was typed survives a closed tab, a lost connection and a session that ran out", async ({
  portal,
  arrive,
}) => {
  const owner = await ownerOf(portal, arrive);
  const { page } = owner;
  await owner.open(form);
  await owner.fill("products:fact.name", "Nem chua Chợ Huyện");
  await says(owner, "accounts:draft.saved");
  // Closed before the pause after typing is over.
  await owner.fill("products:fact.unit", "hộp 500 g");
  await page.goto("about:blank");

  await owner.open(form);
  await owner.sees("accounts:draft.found");
  await expect(owner.field("products:fact.name")).toHaveValue("Nem chua Chợ Huyện");
  await expect(owner.field("products:fact.unit")).toHaveValue("hộp 500 g");

  await page.context().setOffline(true);
  await owner.fill("products:fact.price", "85.000");
  await says(owner, "accounts:draft.offline");
  await page.context().setOffline(false);
  await says(owner, "accounts:draft.saved");

  await portal.pool.query("UPDATE sessions SET ended_at = now()");
  await owner.fill("products:fact.description", "Lên men tự nhiên");
  await says(owner, "accounts:draft.signedOut");
  expect(owner.watch.problems.splice(0)).toEqual([`401 for ${portal.origin}/ban-tam?cho=${encodeURIComponent(form)}`]);
  await signIn(page.context(), portal, account.id);
  await owner.open(form);
  await says(owner, "accounts:draft.saved");
  await expect(owner.field("products:fact.description")).toHaveValue("Lên men tự nhiên");

  await owner.open("/ban-lam-viec");
  await owner.follow("accounts:draft.form.addProduct");
  await owner.choose("products:fact.group", "food");
  await owner.press("products:add.register");
  await expect(page).toHaveURL(/\?da=them$/);
  expect((await portal.pool.query("SELECT FROM form_drafts")).rowCount).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const { rows } = await portal.pool.query("SELECT name, price, unit, description FROM products");
  expect(rows).toEqual([
    { name: "Nem chua Chợ Huyện", price: "85000", unit: "hộp 500 g", description: "Lên men tự nhiên" },
  ]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a button saves what was typed for later, another discards it", async ({ portal, arrive }) => {
    const owner = await ownerOf(portal, arrive);
    await owner.open(form);
    await owner.fill("products:fact.name", "Rượu Bàu Đá");
    await owner.press("accounts:draft.save");
    await owner.sees("accounts:draft.found");
    await expect(owner.field("products:fact.name")).toHaveValue("Rượu Bàu Đá");
    await owner.press("accounts:draft.discard");
    await expect(owner.field("products:fact.name")).toHaveValue("");
  });
});
