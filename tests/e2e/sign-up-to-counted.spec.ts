import { expect, test } from "./fixtures";
import {
  addListing,
  addProduct,
  lookAround,
  owned,
  registerEnterprise,
  signUpOwner,
  submitCertificate,
} from "./owner-steps";
import {
  confirmListing,
  inviteOfficer,
  issueApiKey,
  revokeCertificate,
  setUpAdministrator,
  verifyCertificate,
} from "./staff-steps";
import type { Visitor } from "./visitor";

test("one product goes from sign-up to counted, and a revoked certificate takes it out again", async ({
  portal,
  arrive,
  javaScriptEnabled,
}) => {
  const [administrator, officer, second, owner, anyone] = [
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
    await arrive(portal),
  ];

  const feed = async (key: string) => {
    const answer = await fetch(`${portal.origin}/feeds/v1/listings.csv`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };

  await setUpAdministrator(administrator, portal);
  const key = await issueApiKey(administrator);
  await inviteOfficer(administrator, officer, portal);
  await inviteOfficer(administrator, second, portal, "can-bo-hai@lensan.example");
  await expectNoFigure(anyone);
  expect(await feed(key)).not.toContain(owned.product);

  await signUpOwner(owner, portal);
  const enterprise = await registerEnterprise(owner);
  const product = await addProduct(owner, enterprise);
  await submitCertificate(owner, enterprise);
  if (javaScriptEnabled !== false) {
    expect(owner.fieldsSent, "fields from the first visit to a submitted certificate").toBeGreaterThan(15);
    expect(owner.fieldsSent, "fields from the first visit to a submitted certificate").toBeLessThan(40);
  }
  await lookAround(owner, enterprise);
  await verifyCertificate(officer, owned.certificate);
  await expectListed(anyone, 0);

  await addListing(owner, product);
  await confirmListing(officer);
  await expectListed(anyone, 1);
  await owner.open(product);
  await owner.sees("desk:own.outlook.counted");
  expect(await feed(key)).toContain(owned.product);

  await revokeCertificate(officer, second, owned.certificate);
  await expectNoFigure(anyone);
  expect(await feed(key)).not.toContain(owned.product);
  expect(anyone.watch.scripts, "scripts of public pages").toEqual([]);
});

async function expectNoFigure(anyone: Visitor): Promise<void> {
  await anyone.open("/");
  await anyone.sees("targets:target.nothing");
  await expect(anyone.page.getByText(anyone.t("targets:ofProducts", { counted: 1, of: 1 }))).toHaveCount(0);
}

async function expectListed(anyone: Visitor, counted: number): Promise<void> {
  await anyone.open("/");
  await anyone.sees("targets:ofProducts", { counted, of: 1 });
}
