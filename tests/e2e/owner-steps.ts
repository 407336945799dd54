import { addDays, dayOf, parseDayInput } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { schemeId } from "../../prisma/seed/builders";
import { demoTaxCode } from "../../prisma/seed/demo-numbers";
import { jpeg, pdf } from "../fixtures/files";
import type { RunningPortal } from "../portal/start-portal";
import { expect } from "./fixtures";
import type { Visitor } from "./visitor";

export const owned = {
  enterprise: "Cơ sở nem Chợ Huyện (thử)",
  product: "Nem chua Chợ Huyện (thử)",
  certificate: "THU-01/2026",
} as const;

/** A new owner, who opens the link of the confirming mail. */
export async function signUpOwner(owner: Visitor, { mails }: RunningPortal): Promise<void> {
  const address = "chu-co-so@lensan.example";
  await owner.open("/dang-ky");
  await owner.fill("accounts:name.label", "Chủ cơ sở (thử)");
  await owner.fill("accounts:contact.label", address);
  const password = "nem chua tré rượu Bàu Đá";
  await owner.fill("accounts:password.label", password);
  await owner.press("accounts:signUp.submit");
  await owner.sees("accounts:sent.title");
  const { links } = await mails.nextMailTo(address);
  await owner.open(links.find((link) => link.includes("/xac-nhan-email/")) ?? "");
  await owner.fill("accounts:password.label", password);
  await owner.press("accounts:confirm.submit");
  await expect(owner.page).toHaveURL(/\/ban-lam-viec$/);
}

/** Registers the enterprise; answers its desk's path. */
export async function registerEnterprise(owner: Visitor): Promise<string> {
  await owner.open("/quan-ly/co-so-moi");
  await owner.fill("enterprises:fact.taxCode", demoTaxCode(1));
  await owner.fill("enterprises:fact.name", owned.enterprise);
  await owner.choose("enterprises:fact.legalForm", "llc-one");
  await owner.page.getByLabel(owner.t("enterprises:sector.agriculture-industry"), { exact: true }).check();
  // The name of a commune that the merger of 2025 ended, without diacritics.
  await owner.fill("areas:field.label", "quy nhon nam");
  await owner.fill("enterprises:form.employees", "8");
  await owner.fill("enterprises:form.revenue", "2.000.000.000");
  await owner.press("enterprises:register.submit");
  await expect(owner.page).toHaveURL(/\/quan-ly\/[0-9a-f-]{36}\?da=dang-ky$/);
  return new URL(owner.page.url()).pathname;
}

/** Registers the product with a photo; answers its desk's path. */
export async function addProduct(owner: Visitor, enterprise: string): Promise<string> {
  await owner.open(`${enterprise}/san-pham/moi`);
  await owner.fill("products:fact.name", owned.product);
  await owner.choose("products:fact.group", "food");
  await owner.fill("products:fact.price", "85.000");
  await owner.press("products:add.register");
  await expect(owner.page).toHaveURL(/\/san-pham\/[0-9a-f-]{36}\?/);
  const product = new URL(owner.page.url()).pathname;
  await owner.open(`${product}/anh`);
  await owner.page.locator('input[name="photos"]').setInputFiles([await upload("nem.jpg", "image/jpeg", jpeg())]);
  await owner.press("products:photos.submit");
  await expect(owner.page.getByRole("main").getByRole("img").first()).toBeVisible();
  return product;
}

/** Adds the certificate with its scan and submits it; answers its page's path. */
export async function submitCertificate(owner: Visitor, enterprise: string): Promise<string> {
  await owner.open(`${enterprise}/chung-nhan/moi`);
  await owner.choose("certification:field.schemeId", schemeId("ocop"));
  await owner.fill("certification:field.number", owned.certificate);
  await owner.choose("certification:field.level", "4-star");
  const lastMonth = formatDay(dayOf(new Date(Date.now() - 30 * 86_400_000)), owner.language);
  await owner.fill("certification:field.issuedOn", lastMonth);
  await owner.fill("certification:field.validFrom", lastMonth);
  await owner.page.getByLabel(owned.product, { exact: true }).check();
  await owner.page.locator('input[name="scan"]').setInputFiles([await upload("giay.pdf", "application/pdf", pdf())]);
  await owner.press("certification:add.submit");
  await owner.press("certification:action.submit");
  await owner.sees("certification:status.submitted");
  return new URL(owner.page.url()).pathname;
}

/** Enters the certificate that follows another, valid from so many days after the day that the form proposes. */
export async function renewCertificate(
  owner: Visitor,
  certificate: string,
  number: string,
  daysLate: number,
): Promise<void> {
  await owner.open(certificate);
  await owner.follow("certification:renewal.start");
  const proposed = parseDayInput(await owner.field("certification:field.validFrom").inputValue()) ?? "";
  await owner.fill("certification:field.number", number);
  await owner.fill("certification:field.issuedOn", formatDay(dayOf(new Date()), owner.language));
  await owner.fill("certification:field.validFrom", formatDay(addDays(proposed, daysLate), owner.language));
  await owner.page.locator('input[name="scan"]').setInputFiles([await upload("moi.pdf", "application/pdf", pdf())]);
  await owner.press("certification:add.submit");
}

/** Sees at home that the certificate is with an officer, follows it there, and ticks an item of the checklist off. */
export async function lookAround(owner: Visitor, enterprise: string): Promise<void> {
  await owner.open("/ban-lam-viec");
  await owner.sees("desk:work.section.waiting");
  await owner.pressOn(owner.page.getByRole("link", { name: owned.certificate, exact: true }));
  await owner.sees("certification:status.submitted");
  await owner.open(`${enterprise}/danh-muc`);
  const attest = owner.t("enterprises:checklist.action.attest");
  await owner.pressOn(owner.page.getByRole("button", { name: new RegExp(`^${attest}`) }).first());
  await owner.sees("enterprises:checklist.done.attest");
}

/** Pastes the product's address on Shopee, with what a shared link trails behind it. */
export async function addListing(owner: Visitor, product: string): Promise<void> {
  const address = "https://shopee.vn/nem-chua-cho-huyen-i.990000000001.99000000000001";
  await owner.open(`${product}/tin-dang`);
  await owner.fill("listings:url.label", `${address}?sp_atk=1&utm_source=zalo`);
  await owner.press("listings:add.submit");
  await owner.sees("listings:add.done.added");
}

async function upload(name: string, mimeType: string, content: Buffer | Promise<Buffer>) {
  return { name, mimeType, buffer: await content };
}
