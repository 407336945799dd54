import { demoPassword } from "../../prisma/seed/demo/accounts";
import { demoTaxCode } from "../../prisma/seed/demo-numbers";
import { findDemoObjects } from "../portal/demo-objects";
import { signIn } from "../portal/sessions";
import { startPortal } from "../portal/start-portal";
import { expect, test, testServerVariable } from "./fixtures";

// This journey writes, so it has a demo of its own.
test("a digital team member registers with the owner present, who confirms by a code and signs in by phone", async ({
  arrive,
}) => {
  const portal = await startPortal("demo", JSON.parse(process.env[testServerVariable] ?? "{}"));
  try {
    const { accounts } = await findDemoObjects(portal.pool);
    const helper = await arrive(portal);
    await signIn(helper.page.context(), portal, accounts.digitalTeam);
    await helper.open("/ho-tro/moi");
    await helper.fill("assistance:ownerName", "Chủ cơ sở thử");
    await helper.fill("assistance:ownerPhone.label", "0990 000 077");
    await helper.fill("enterprises:fact.taxCode", demoTaxCode(9_177));
    await helper.page.locator('input[name="name"]').fill("Cơ sở đăng ký hộ (thử)");
    await helper.choose("enterprises:fact.legalForm", "llc-one");
    await helper.page.getByLabel(helper.t("enterprises:sector.agriculture-industry"), { exact: true }).check();
    await helper.fill("areas:field.label", "Cát Tiến");
    await helper.fill("enterprises:form.employees", "3");
    await helper.fill("enterprises:form.revenue", "600 triệu");
    await helper.press("assistance:start.submit");
    await helper.page.locator('input[name="name"]').fill("Nước mắm nhĩ (thử)");
    await helper.choose("products:fact.group", "food");
    await helper.press("assistance:product.submit");
    await helper.press("assistance:page.sendCode", { number: "0990 000 077" });
    const registered = "SELECT 1 FROM enterprises WHERE name = 'Cơ sở đăng ký hộ (thử)'";
    expect((await portal.pool.query(registered)).rowCount).toBe(0);

    const owner = await arrive(portal);
    await owner.open("/demo/tin-nhan");
    const words = await owner.page.getByRole("cell", { name: /\d{6}/ }).first().textContent();
    await helper.fill("accounts:code.label", /\d{6}/.exec(words ?? "")?.[0] ?? "");
    await helper.press("assistance:page.confirmCode");
    await helper.sees("assistance:done.xac-nhan");
    expect((await portal.pool.query(registered)).rowCount).toBe(1);

    await helper.press("assistance:page.printActivation");
    const code = await helper.page.locator("dd strong").textContent();
    await owner.open("/kich-hoat");
    await owner.fill("accounts:activation.label", code ?? "");
    await owner.fill("accounts:password.label", "nem chua tré rượu Bàu Đá");
    await owner.press("accounts:activation.submit");
    await expect(owner.page.getByText("Cơ sở đăng ký hộ (thử)").first()).toBeVisible();

    const phoneOwner = await arrive(portal);
    await phoneOwner.open("/dang-nhap");
    await phoneOwner.fill("accounts:contact.label", "0990 000 012");
    await phoneOwner.fill("accounts:password.label", demoPassword);
    await phoneOwner.press("accounts:signIn.submit");
    await expect(phoneOwner.page).toHaveURL(/\/ban-lam-viec$/);
  } finally {
    await portal.close();
  }
});
