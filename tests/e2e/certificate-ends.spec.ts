import { schemeId } from "../../prisma/seed/builders";
import { expect, test } from "./fixtures";
import { addProduct, owned, registerEnterprise, renewCertificate, signUpOwner, submitCertificate } from "./owner-steps";
import { inviteOfficer, revokeCertificate, setUpAdministrator, verifyCertificate } from "./staff-steps";

test("an owner renews a certificate, both pages lead to each other, and a revoked one keeps a tombstone that anyone can scan", async ({
  portal,
  arrive,
}) => {
  const [administrator, officer, second, owner, anyone] = [
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
  ];
  await setUpAdministrator(administrator, portal);
  await inviteOfficer(administrator, officer, portal);
  await inviteOfficer(administrator, second, portal, "can-bo-hai@lensan.example");
  await signUpOwner(owner, portal);
  const enterprise = await registerEnterprise(owner);
  await addProduct(owner, enterprise);
  const certificate = await submitCertificate(owner, enterprise);
  await verifyCertificate(officer, owned.certificate);

  // The renewal begins ten days after the old one ends: the owner is told which days are lost.
  const number = "THU-02/2029";
  await renewCertificate(owner, certificate, number, 10);
  await owner.sees("certification:renewal.gapTitle", { count: 10 });
  await owner.press("certification:action.submit");
  await officer.open("/tham-dinh?xem=tat-ca");
  await officer.pressOn(officer.page.getByRole("link", { name: new RegExp(number) }));
  await officer.sees("certification:renewal.gapTitle", { count: 10 });
  await officer.press("reviews:desk.claim");
  await officer.press("certification:review.verify");

  await owner.open(certificate);
  await owner.sees("certification:renewal.by");
  await owner.pressOn(owner.page.getByRole("link", { name: number, exact: true }));
  await owner.sees("certification:renewal.of");

  // Anyone checks the old one by its number, and is led to what renews it.
  await anyone.open("/kiem-tra");
  await anyone.choose("certification:field.schemeId", schemeId("ocop"));
  await anyone.fill("certification:field.number", owned.certificate.toLowerCase());
  await anyone.press("certification:check.submit");
  await anyone.sees("certification:check.standing.valid");
  const checked = new URL(anyone.page.url()).pathname;
  await expect(anyone.page.getByRole("link", { name: number, exact: true })).toBeVisible();

  await revokeCertificate(officer, second, owned.certificate);
  await anyone.open(checked);
  await anyone.sees("certification:check.standing.revoked");
  await anyone.sees("certification:revocation.reason.issuer-decision");
  await expect(anyone.page.getByText("Cơ quan cấp đã thu hồi (thử).")).toHaveCount(0);
  await owner.open(certificate);
  await expect(owner.page.getByText("Cơ quan cấp đã thu hồi (thử).")).toBeVisible();
  expect(anyone.watch.scripts, "scripts of public pages").toEqual([]);
});
