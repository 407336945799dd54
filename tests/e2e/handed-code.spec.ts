import { findDemoObjects } from "../portal/demo-objects";
import { signIn } from "../portal/sessions";
import { startPortal } from "../portal/start-portal";
import { expect, test, testServerVariable } from "./fixtures";

// This journey writes, so it has a demo of its own.
test("an officer hands over a printed set-up code, with which an owner chooses a password and signs in by phone", async ({
  arrive,
}) => {
  const portal = await startPortal("demo", JSON.parse(process.env[testServerVariable] ?? "{}"));
  try {
    const { accounts, parameters } = await findDemoObjects(portal.pool);
    const officer = await arrive(portal);
    await signIn(officer.page.context(), portal, accounts.officer);
    await officer.open(`/so/co-so/${parameters[":enterpriseId"]}`);
    await officer.follow("enterprises:ownerAccount.record");
    await officer.fill("enterprises:ownerAccount.name", "Chủ cơ sở nhận phiếu");
    await officer.fill("accounts:contact.label", "0990 000 088");
    await officer.fill("enterprises:ownerAccount.ground", "Đã đối chiếu căn cước với giấy đăng ký.");
    await officer.press("enterprises:ownerAccount.submit");
    const first = (await officer.page.locator("dd strong").textContent()) ?? "";
    await officer.follow("accounts:activation.sheetBack");
    const row = officer.page.getByRole("row", { name: /0990 000 088/ });
    await officer.pressOn(row.getByRole("button"));
    const code = (await officer.page.locator("dd strong").textContent()) ?? "";
    await officer.page.emulateMedia({ media: "print" });
    await expect(officer.page.getByText(code)).toBeVisible();
    await expect(officer.page.getByText(officer.t("accounts:activation.sheetOnce"))).toBeHidden();

    const owner = await arrive(portal);
    await owner.open("/kich-hoat");
    await owner.fill("accounts:activation.label", first);
    await owner.fill("accounts:password.label", "nem chua tré rượu Bàu Đá");
    await owner.press("accounts:activation.submit");
    await owner.sees("accounts:activation.replaced");
    await owner.fill("accounts:activation.label", code.toLowerCase().replaceAll("-", " "));
    await owner.fill("accounts:password.label", "nem chua tré rượu Bàu Đá");
    await owner.press("accounts:activation.submit");
    await expect(owner.page).toHaveURL(/\/ban-lam-viec/);

    const later = await arrive(portal);
    await later.open("/dang-nhap");
    await later.fill("accounts:contact.label", "0990 000 088");
    await later.fill("accounts:password.label", "nem chua tré rượu Bàu Đá");
    await later.press("accounts:signIn.submit");
    await expect(later.page).toHaveURL(/\/ban-lam-viec/);
  } finally {
    await portal.close();
  }
});
