import { randomUUID } from "node:crypto";
import type { RunningPortal } from "../portal/start-portal";
import { expect } from "./fixtures";
import type { Visitor } from "./visitor";

const newPassword = () => `mật khẩu ${randomUUID()}`;

/** The first administrator, by the link that the portal prints when it has none. */
export async function setUpAdministrator(administrator: Visitor, { said }: RunningPortal): Promise<void> {
  const [link = ""] = /http\S+\/thiet-lap\/\S+/.exec(said) ?? [];
  await administrator.open(link);
  await administrator.fill("accounts:name.label", "Quản trị viên (thử)");
  await administrator.fill("accounts:email.label", "quan-tri@lensan.example");
  await administrator.fill("accounts:password.label", newPassword());
  await administrator.press("accounts:setUp.submit");
  await expect(administrator.page).toHaveURL(/\/ban-lam-viec$/);
}

/** An officer, invited by the administrator and let in by the link of the mail. */
export async function inviteOfficer(
  administrator: Visitor,
  officer: Visitor,
  { mails }: RunningPortal,
  address = "can-bo@lensan.example",
): Promise<void> {
  await administrator.open("/quan-tri/loi-moi");
  await administrator.fill("accounts:contact.label", address);
  await administrator.page.getByLabel(administrator.t("accounts:role.officer"), { exact: true }).check();
  await administrator.press("accounts:invite.submit");
  const { links } = await mails.nextMailTo(address);
  await officer.open(links.find((link) => link.includes("/loi-moi/")) ?? "");
  await officer.fill("accounts:name.label", "Cán bộ (thử)");
  await officer.fill("accounts:password.label", newPassword());
  await officer.press("accounts:invitation.submit");
  await expect(officer.page).toHaveURL(/\/ban-lam-viec$/);
}

export async function issueApiKey(administrator: Visitor): Promise<string> {
  await administrator.open("/quan-tri/khoa-api");
  await administrator.fill("accounts:apiKey.partner", "Đối tác (thử)");
  await administrator.press("accounts:apiKey.submit");
  return ((await administrator.page.locator("code").first().textContent()) ?? "").trim();
}

/** Takes the one certificate that waits, and verifies it. */
export async function verifyCertificate(officer: Visitor, number: string): Promise<void> {
  await officer.open("/tham-dinh");
  await officer.pressOn(officer.page.getByRole("link", { name: new RegExp(number) }));
  await officer.press("reviews:desk.claim");
  await officer.press("certification:review.verify");
  await officer.sees("reviews:done.verify");
}

/** Takes the one listing that waits, and records that its page is there. */
export async function confirmListing(officer: Visitor): Promise<void> {
  await officer.open("/tham-dinh?loai=listing");
  await officer.pressOn(officer.page.locator('a[href^="/tham-dinh/tin-dang/"]').first());
  await officer.press("reviews:desk.claim");
  await officer.press("listings:field.live");
  await officer.sees("reviews:done.confirm-live");
}

/** One officer proposes that a certificate ends today; another takes the proposal and confirms it. */
export async function revokeCertificate(first: Visitor, second: Visitor, number: string): Promise<void> {
  await first.open("/so/chung-nhan");
  await first.pressOn(first.page.getByRole("link", { name: new RegExp(number) }).first());
  await first.follow("certification:revocation.propose");
  await first.choose("certification:revocation.reasonLabel", { value: "issuer-decision" });
  await first.fill("certification:revocation.explanation", "Cơ quan cấp đã thu hồi (thử).");
  await first.press("certification:revocation.send");
  await first.sees("certification:revocation.done.de-nghi");
  await second.open(new URL(first.page.url()).pathname);
  await second.press("reviews:desk.claim");
  await second.press("certification:revocation.confirm");
  await second.sees("reviews:done.confirm");
}
