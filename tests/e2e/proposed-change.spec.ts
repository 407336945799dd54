import { formatMoney } from "~/platform/format";
import { expect, test } from "./fixtures";
import { addProduct, owned, registerEnterprise, signUpOwner, submitCertificate } from "./owner-steps";
import { inviteOfficer, setUpAdministrator, verifyCertificate } from "./staff-steps";
import type { Visitor } from "./visitor";

const renamed = `${owned.product} hảo hạng`;

test("an edit of a verified product is public only when an officer has accepted it, and an earlier version comes back the same way", async ({
  portal,
  arrive,
}) => {
  const [administrator, officer, owner, anyone] = [
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
  ];
  await setUpAdministrator(administrator, portal);
  await inviteOfficer(administrator, officer, portal);
  await signUpOwner(owner, portal);
  const enterprise = await registerEnterprise(owner);
  const product = await addProduct(owner, enterprise);
  await submitCertificate(owner, enterprise);
  await verifyCertificate(officer, owned.certificate);

  await owner.open(product);
  const page =
    (await owner.page.getByRole("link", { name: owner.t("desk:ownProduct.openPublic") }).getAttribute("href")) ?? "";
  const seesPublic = async (name: string) => {
    await anyone.open(page);
    await expect(anyone.page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(anyone.page.getByRole("main")).toContainText(formatMoney(90_000, anyone.language));
  };

  await owner.open(`${product}/sua`);
  await owner.fill("products:fact.name", renamed);
  await owner.fill("products:fact.price", "90.000");
  await owner.fill("reviews:propose.note", "Nhãn mới (thử)");
  await owner.press("reviews:propose.submit");
  await owner.sees("desk:ownProduct.done.sua-va-de-xuat");
  await expect(owner.page.getByRole("row", { name: /hảo hạng/ })).toBeVisible();
  await seesPublic(owned.product);

  await takeChange(officer, owned.product);
  await expect(officer.page.locator("ins")).toHaveText(/hảo hạng/);
  await officer.press("desk:change.apply");
  await officer.sees("reviews:done.apply");
  await seesPublic(renamed);

  await owner.open(`${product}/lich-su`);
  await owner.pressOn(owner.page.getByRole("link", { name: new RegExp(owner.t("desk:history.restore")) }).last());
  await expect(owner.field("products:fact.name")).toHaveValue(owned.product);
  await owner.press("reviews:propose.submit");
  await owner.sees("desk:ownProduct.done.de-xuat");
  await takeChange(officer, renamed);
  await officer.page.locator("select[name='at.name.reason']").selectOption("other");
  await officer.fill("reviews:desk.note", "Giữ tên mới (thử).");
  await officer.press("certification:review.return");
  await officer.sees("reviews:done.return");
  await seesPublic(renamed);

  await owner.open(`${product}/sua`);
  await owner.sees("reviews:propose.returned");
  await owner.open(product);
  await owner.press("desk:change.withdraw");
  await owner.sees("reviews:change.status.withdrawn");
  await officer.open("/tham-dinh?loai=change");
  await expect(officer.page.locator('a[href^="/tham-dinh/de-xuat/"]')).toHaveCount(0);
});

/** Opens the one proposal that waits, which the queue calls as its subject was called, and takes it, without going on to a next. */
async function takeChange(officer: Visitor, label: string): Promise<void> {
  await officer.open("/tham-dinh?loai=change");
  await officer.pressOn(officer.page.getByRole("link", { name: label, exact: true }));
  await officer.press("reviews:desk.claim");
  const next = officer.page.getByLabel(officer.t("reviews:desk.next"), { exact: true });
  if (await next.isVisible()) await next.uncheck();
}
